package org.jlvm.core.config.report;

import java.util.List;
import java.util.Set;
import org.jlvm.core.config.table.LvmVersion;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingFlag;
import org.jlvm.core.config.text.ConfigPrinter;

/** Prints a tree of settings as a tree or as a list. */
final class ReportWriter {
  private final ConfigReportRequest request;
  private final ConfigType type;
  private final LvmVersion version;
  private final Set<String> used;
  private final Set<String> different;
  private final boolean withSummary;
  private final SettingHelp help = SettingHelp.descriptions();
  private final SettingHelp replacements = SettingHelp.replacements();
  private final StringBuilder out = new StringBuilder(4096);

  /**
   * @param used definitions that the configuration uses, if that was checked
   * @param different definitions whose settings differ from the default, sections included
   */
  ReportWriter(
      ConfigReportRequest request, LvmVersion version, Set<String> used, Set<String> different) {
    this.request = request;
    this.type = request.effectiveType();
    this.version = version;
    this.used = used;
    this.different = different;
    this.withSummary =
        request.has(ConfigOption.WITH_SUMMARY)
            || (request.has(ConfigOption.LIST) && request.type().isEmpty());
  }

  void preambles() {
    if (request.has(ConfigOption.WITH_GENERAL_PREAMBLE)) {
      out.append(SettingHelp.generalPreamble());
    }
    if (request.has(ConfigOption.WITH_LOCAL_PREAMBLE)) {
      out.append(SettingHelp.localPreamble());
    }
  }

  String text() {
    return out.toString();
  }

  void write(List<ReportNode> nodes, int depth) {
    for (ReportNode node : nodes) {
      write(node, depth);
    }
  }

  void write(ReportNode node, int depth) {
    if (type == ConfigType.DIFF && !different.contains(node.path())) {
      // What is below it does not differ either.
      return;
    }
    boolean list = type == ConfigType.LIST || request.has(ConfigOption.LIST);
    if (list) {
      listLine(node);
    } else {
      comments(node, depth);
      StringBuilder line = new StringBuilder();
      if (node.isSection()) {
        ConfigPrinter.appendName(line, node.name());
        line.append(" {");
      } else {
        node.style().append(line, node.name(), node.value().orElseThrow());
      }
      treeLine(node, depth, line.toString());
    }
    write(node.children(), depth + 1);
    if (node.isSection() && !list) {
      treeLine(node, depth, "}");
    }
  }

  private void listLine(ReportNode node) {
    if (node.isSection() || node.definition().isEmpty()) {
      return;
    }
    SettingDefinition definition = node.definition().get();
    out.append(definition.path());
    if (type != ConfigType.LIST) {
      StringBuilder line = new StringBuilder();
      node.style().append(line, node.name(), node.value().orElseThrow());
      // From the last equals sign, even if that is part of the value: so lvm2 has it.
      out.append(line, line.lastIndexOf("="), line.length());
    }
    List<String> text = withSummary ? help.lines(definition.path()) : List.of();
    boolean withVersion = request.has(ConfigOption.WITH_VERSIONS);
    if (!text.isEmpty() || withVersion) {
      out.append(" - ");
    }
    if (!text.isEmpty()) {
      out.append(text.get(0)).append(' ');
    }
    if (withVersion) {
      out.append('[').append(definition.since()).append(']');
    }
    out.append('\n');
  }

  private void treeLine(ReportNode node, int depth, String line) {
    if (node.definition().isEmpty()) {
      indent(depth).append(line).append('\n');
      return;
    }
    SettingDefinition definition = node.definition().get();
    boolean undefined = definition.has(SettingFlag.DEFAULT_UNDEFINED);
    if (undefined && !used.contains(definition.path())) {
      return;
    }
    boolean valuesOnly = request.has(ConfigOption.VALUES_ONLY);
    boolean commentedOut =
        type != ConfigType.CURRENT
            && type != ConfigType.DIFF
            && type != ConfigType.FULL
            && !valuesOnly
            && (undefined || definition.has(SettingFlag.DEFAULT_COMMENTED));
    indent(depth).append(commentedOut ? "# " : "");
    out.append(valuesOnly && !node.isSection() ? line.substring(line.indexOf('=') + 1) : line);
    out.append('\n');
  }

  private StringBuilder indent(int depth) {
    for (int i = 0; i < depth; i++) {
      out.append('\t');
    }
    return out;
  }

  private void comments(ReportNode node, int depth) {
    if (node.definition().isEmpty()) {
      return;
    }
    SettingDefinition definition = node.definition().get();
    boolean deprecated = definition.isDeprecatedIn(version);
    if (withSummary || request.has(ConfigOption.WITH_COMMENTS)) {
      description(node, definition, deprecated, depth);
    }
    if (request.has(ConfigOption.WITH_VERSIONS)) {
      comment(depth, "Available since version " + definition.since() + ".");
      if (deprecated) {
        comment(depth, "Deprecated since version " + definition.deprecated().orElseThrow() + ".");
      }
    }
  }

  private void description(
      ReportNode node, SettingDefinition definition, boolean deprecated, int depth) {
    String kind = node.isSection() ? "section" : "option";
    out.append('\n');
    comment(depth, "Configuration " + kind + " " + definition.path() + ".");
    List<String> text = help.lines(definition.path());
    if (request.has(ConfigOption.WITH_COMMENTS)) {
      if (deprecated) {
        comments(depth, replacements.lines(definition.path()));
      }
      comments(depth, text);
    } else if (!text.isEmpty()) {
      comment(depth, text.get(0));
    }
    String subject = "This configuration " + kind;
    if (deprecated) {
      comment(depth, subject + " is deprecated.");
    }
    flag(definition, SettingFlag.ADVANCED, depth, subject + " is advanced.");
    flag(definition, SettingFlag.UNSUPPORTED, depth, subject + " is not officially supported.");
    flag(definition, SettingFlag.VARIABLE_NAME, depth, subject + " has variable name.");
    flag(
        definition,
        SettingFlag.DEFAULT_UNDEFINED,
        depth,
        subject + " does not have a default value defined.");
    flag(
        definition,
        SettingFlag.DEFAULT_COMMENTED,
        depth,
        subject + " has an automatic default value.");
    if (type == ConfigType.FULL && used.contains(definition.path())) {
      comment(depth, "Value defined in existing configuration has been used for this setting.");
    }
  }

  private void flag(SettingDefinition definition, SettingFlag flag, int depth, String text) {
    if (definition.has(flag)) {
      comment(depth, text);
    }
  }

  private void comments(int depth, List<String> lines) {
    for (String line : lines) {
      comment(depth, line);
    }
  }

  private void comment(int depth, String text) {
    indent(depth).append("# ").append(text).append('\n');
  }
}
