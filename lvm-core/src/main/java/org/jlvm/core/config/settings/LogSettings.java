package org.jlvm.core.config.settings;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.LvmConfig;

/** Section "log" of the configuration, as {@code lvmconfig} documents it. */
public record LogSettings(LvmConfig config) {
  /** Add a log of the command, with a code for each object, to its output. */
  public boolean reportCommandLog() {
    return config.bool("log/report_command_log", false);
  }

  /** Fields by which the command log is sorted. */
  public String commandLogSort() {
    return config.string("log/command_log_sort", "log_seq_num");
  }

  /** Fields of the command log. */
  public String commandLogCols() {
    return config.string(
        "log/command_log_cols",
        "log_seq_num,log_type,log_context,log_object_type,log_object_name,log_object_id,log_object_group,log_object_group_id,log_message,log_errno,log_ret_code");
  }

  /** Which lines of the command log are shown: a selection, or all. */
  public String commandLogSelection() {
    return config.string("log/command_log_selection", "!(log_type=status && message=success)");
  }

  /** Detail of the messages on the terminal, 0 to 3; as many as -v is given. */
  public int verbose() {
    return config.integer("log/verbose", 0);
  }

  /** Leave out all messages that are not needed; answers prompts with no. */
  public boolean silent() {
    return config.bool("log/silent", false);
  }

  /** Send messages to syslog too. */
  public boolean syslog() {
    return config.bool("log/syslog", false);
  }

  /** File for errors and debug messages. */
  public Optional<String> file() {
    return config.findString("log/file");
  }

  /** What to record in the journal: command, output, debug. */
  public List<String> journal() {
    return config.findStrings("log/journal").orElse(List.of());
  }

  /** Begin the log file anew with each command. */
  public boolean overwrite() {
    return config.bool("log/overwrite", false);
  }

  /** Detail of the log file and syslog, 0 and 2 to 7; 7 is most. */
  public int level() {
    return config.integer("log/level", 0);
  }

  /** Indent messages by severity. */
  public boolean indent() {
    return config.bool("log/indent", false);
  }

  /** Put the name of the command before each message. */
  public boolean commandNames() {
    return config.bool("log/command_names", false);
  }

  /** Text before each message, after the name of the command. */
  public String prefix() {
    return config.findStringAllowingEmpty("log/prefix").orElse("  ");
  }

  /** Go on logging while devices are suspended; risks a deadlock. */
  public boolean activation() {
    return config.bool("log/activation", false);
  }

  /** File for messages during activation. */
  public Optional<String> activateFile() {
    return config.findString("log/activate_file");
  }

  /** Kinds of debug messages to log. */
  public List<String> debugClasses() {
    return config
        .findStrings("log/debug_classes")
        .orElse(
            List.of(
                "memory",
                "devices",
                "io",
                "activation",
                "allocation",
                "metadata",
                "cache",
                "locking",
                "lvmpolld",
                "dbus"));
  }

  /** What stands before a debug message in the log file: time, command, fileline, message. */
  public List<String> debugFileFields() {
    return config
        .findStrings("log/debug_file_fields")
        .orElse(List.of("time", "command", "fileline", "message"));
  }

  /** What stands before a debug message on standard error. */
  public List<String> debugOutputFields() {
    return config
        .findStrings("log/debug_output_fields")
        .orElse(List.of("time", "command", "fileline", "message"));
  }
}
