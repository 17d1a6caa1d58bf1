package org.jlvm.cli.session;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.ConfigLoader;
import org.jlvm.core.config.ConfigRequest;
import org.jlvm.core.config.DiskConfigFiles;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.error.FailedException;

/** Reads the configuration as the options of a command want it. */
public final class CommandConfig {
  private CommandConfig() {}

  /** A loader for the files, environment and name of this host. */
  public static ConfigLoader loader(CommandContext context) {
    return new ConfigLoader(
        new DiskConfigFiles(),
        context.process().environment(),
        HostFacts.nodeName(),
        context.console());
  }

  /**
   * The configuration with all that the command line says of it.
   *
   * @throws org.jlvm.core.error.LvmException if it is not usable
   */
  public static LvmConfig load(CommandContext context, ParsedCommand command) {
    if (command.has(Opt.PROFILE) && command.has(Opt.COMMANDPROFILE)) {
      throw new FailedException("Only one of --profile or --commandprofile allowed.");
    }
    return load(
        context, command, command.string(Opt.COMMANDPROFILE).or(() -> command.string(Opt.PROFILE)));
  }

  /** The configuration without what {@code --profile} says, which lvmconfig only shows. */
  public static LvmConfig loadWithoutProfile(CommandContext context, ParsedCommand command) {
    return load(context, command, command.string(Opt.COMMANDPROFILE));
  }

  private static LvmConfig load(
      CommandContext context, ParsedCommand command, Optional<String> commandProfile) {
    HostProcess process = context.process();
    boolean images = !ImagePaths.of(process, command).isEmpty();
    ConfigRequest request =
        new ConfigRequest(
            images ? ImagePaths.config(process).toString() : ConfigRequest.DEFAULT_SYSTEM_DIR,
            !images,
            command.string(Opt.CONFIG),
            commandProfile,
            command.string(Opt.METADATAPROFILE),
            context.interactive());
    return loader(context).load(request);
  }
}
