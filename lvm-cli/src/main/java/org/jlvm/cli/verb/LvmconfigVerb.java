package org.jlvm.cli.verb;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandConfig;
import org.jlvm.cli.session.HostFacts;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.report.ConfigOption;
import org.jlvm.core.config.report.ConfigReport;
import org.jlvm.core.config.report.ConfigReportRequest;
import org.jlvm.core.config.report.ConfigType;
import org.jlvm.core.config.text.LvmText;
import org.jlvm.core.error.FailedException;

/** {@code lvmconfig}, {@code lvm dumpconfig}, {@code lvm config}: shows or checks settings. */
public final class LvmconfigVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    ConfigReportRequest request = request(command);
    LvmConfig config = context.settings().config();
    request.validate();
    Optional<String> profile = command.string(Opt.PROFILE);
    if (profile.isPresent()) {
      config =
          CommandConfig.loader(context.process(), context.console())
              .withShownProfile(config, profile.get());
    }
    ConfigReport report = new ConfigReport(config, HostFacts.kernelRelease());
    return request.has(ConfigOption.VALIDATE)
        ? validate(context, report, request)
        : show(context, command, report.show(request));
  }

  private static int validate(
      CommandContext context, ConfigReport report, ConfigReportRequest request) {
    if (report.isValid(request)) {
      context.console().print("LVM configuration valid.");
      return ExitStatus.OK;
    }
    throw new FailedException("LVM configuration invalid.");
  }

  private static int show(
      CommandContext context, ParsedCommand command, ConfigReport.Result result) {
    Optional<String> file = command.string(Opt.FILE);
    context.console().verbose("Dumping configuration to " + file.orElse("stdout"));
    if (file.isPresent()) {
      write(context, file.get(), result.text());
    } else {
      context.console().output(result.text());
    }
    for (String path : result.notFound()) {
      context.console().error("Configuration node " + path + " not found");
    }
    return result.notFound().isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private static void write(CommandContext context, String file, String text) {
    try {
      Files.write(context.process().directory().resolve(file), LvmText.encode(text));
    } catch (NoSuchFileException e) {
      throw new FailedException(file + ": open failed: No such file or directory", e);
    } catch (AccessDeniedException e) {
      throw new FailedException(file + ": open failed: Permission denied", e);
    } catch (IOException e) {
      throw new FailedException(file + ": write failed: " + e.getMessage(), e);
    }
  }

  private static ConfigReportRequest request(ParsedCommand command) {
    Set<ConfigOption> options = EnumSet.noneOf(ConfigOption.class);
    for (ConfigOption option : ConfigOption.values()) {
      if (command.has(option(option))) {
        options.add(option);
      }
    }
    return new ConfigReportRequest(
        command.string(Opt.CONFIGTYPE).flatMap(ConfigType::parse),
        options,
        command.string(Opt.ATVERSION),
        command.string(Opt.SINCEVERSION),
        command.operands());
  }

  private static Opt option(ConfigOption option) {
    return switch (option) {
      case IGNORE_ADVANCED -> Opt.IGNOREADVANCED;
      case IGNORE_LOCAL -> Opt.IGNORELOCAL;
      case IGNORE_UNSUPPORTED -> Opt.IGNOREUNSUPPORTED;
      case LIST -> Opt.LIST;
      case MERGED_CONFIG -> Opt.MERGEDCONFIG;
      case SHOW_DEPRECATED -> Opt.SHOWDEPRECATED;
      case SHOW_UNSUPPORTED -> Opt.SHOWUNSUPPORTED;
      case UNCONFIGURED -> Opt.UNCONFIGURED;
      case VALIDATE -> Opt.VALIDATE;
      case VALUES_ONLY -> Opt.VALUESONLY;
      case WITH_COMMENTS -> Opt.WITHCOMMENTS;
      case WITH_GENERAL_PREAMBLE -> Opt.WITHGENERALPREAMBLE;
      case WITH_LOCAL_PREAMBLE -> Opt.WITHLOCALPREAMBLE;
      case WITH_SPACES -> Opt.WITHSPACES;
      case WITH_SUMMARY -> Opt.WITHSUMMARY;
      case WITH_VERSIONS -> Opt.WITHVERSIONS;
    };
  }
}
