package org.jlvm.cli.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Synonyms;
import org.jlvm.core.config.ConfigLoader;
import org.jlvm.core.config.ConfigRequest;
import org.jlvm.core.config.DiskConfigFiles;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/** The configuration as one command line wants it. */
public final class CommandConfig {
  private CommandConfig() {}

  /** The configuration for a command line that was not understood. */
  public static LvmConfig load(HostProcess process, Messages messages) {
    return loader(process, messages).load(ConfigRequest.plain());
  }

  /**
   * @param whenRead told of what the files say, before it is checked
   * @param interactive whether the command was typed at the {@code lvm>} prompt
   * @throws org.jlvm.core.error.LvmException if a file, {@code --config} or a profile is not usable
   */
  public static LvmConfig load(
      HostProcess process,
      Console console,
      ParsedCommand command,
      boolean interactive,
      Consumer<LvmConfig> whenRead) {
    ConfigRequest plain = ConfigRequest.plain();
    boolean images = !ImagePaths.of(process, command).isEmpty();
    ConfigLoader loader =
        new ConfigLoader(
            new DiskConfigFiles(),
            process.environment(),
            HostFacts.nodeName(),
            new EarlyMessages(console),
            console,
            whenRead);
    return loader.load(
        new ConfigRequest(
            images ? ImagePaths.config(process).toString() : plain.defaultSystemDir(),
            !images,
            command.string(Opt.CONFIG),
            commandProfile(command),
            metadataProfile(command),
            interactive));
  }

  /** A loader for the files, environment and name of this host. */
  public static ConfigLoader loader(HostProcess process, Messages messages) {
    return new ConfigLoader(
        new DiskConfigFiles(), process.environment(), HostFacts.nodeName(), messages);
  }

  private static Optional<String> commandProfile(ParsedCommand command) {
    if (showsProfiles(command) || Synonyms.profileIsForMetadata(command.name())) {
      return command.string(Opt.COMMANDPROFILE);
    }
    return only(command, Opt.COMMANDPROFILE, "--commandprofile");
  }

  private static Optional<String> metadataProfile(ParsedCommand command) {
    if (showsProfiles(command) || !Synonyms.profileIsForMetadata(command.name())) {
      return command.string(Opt.METADATAPROFILE);
    }
    return only(command, Opt.METADATAPROFILE, " --metadataprofile");
  }

  private static Optional<String> only(ParsedCommand command, Opt option, String shown) {
    if (command.has(Opt.PROFILE) && command.has(option)) {
      throw new FailedException("Only one of --profile or " + shown + " allowed.");
    }
    return command.has(Opt.PROFILE) ? command.string(Opt.PROFILE) : command.string(option);
  }

  /** Commands that print a profile instead of obeying it. */
  private static boolean showsProfiles(ParsedCommand command) {
    return switch (command.name()) {
      case "config", "dumpconfig", "lvmconfig" -> command.has(Opt.PROFILE);
      default -> false;
    };
  }
}
