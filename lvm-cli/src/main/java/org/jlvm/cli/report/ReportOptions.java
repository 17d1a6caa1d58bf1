package org.jlvm.cli.report;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.cli.parse.OptionGroup;
import org.jlvm.cli.parse.OptionValue;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.config.settings.ReportSettings;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.report.lvm.Rendering;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.table.Headings;
import org.jlvm.core.report.table.Layout;
import org.jlvm.core.report.table.ReportFormat;
import org.jlvm.core.units.DisplayUnit;
import org.jlvm.core.units.SizeFormat;

/** What the options and the configuration say of reports. */
final class ReportOptions {
  private final ParsedCommand command;
  private final LvmSettings settings;

  ReportOptions(ParsedCommand command, LvmSettings settings) {
    this.command = command;
    this.settings = settings;
  }

  ReportFormat format() {
    String word = command.string(Opt.REPORTFORMAT, settings.report().outputFormat());
    return ReportFormat.parse(word)
        .orElseThrow(() -> new FailedException(word + ": unknown report format."));
  }

  /**
   * Looks at {@code -o} of all reports, those that are not made too.
   *
   * @throws FailedException if one names nothing
   */
  void requireFieldNames() {
    for (String fields : command.strings(Opt.OPTIONS)) {
      FieldList.requireContent(fields);
    }
  }

  /** Whether messages are collected for a report of their own. */
  boolean hasLog() {
    if (command.has(Opt.LOGONLY)) {
      return true;
    }
    boolean configured = settings.config().find("log/report_command_log").isPresent();
    return configured ? settings.log().reportCommandLog() : format().isJson();
  }

  boolean showsOnlyLog() {
    return command.has(Opt.LOGONLY);
  }

  Layout layout() {
    ReportSettings report = settings.report();
    boolean separated = command.has(Opt.SEPARATOR);
    boolean prefixes = command.has(Opt.NAMEPREFIXES);
    boolean aligned = report.aligned();
    if (separated) {
      aligned = false;
    }
    if (command.has(Opt.ALIGNED)) {
      aligned = true;
    }
    if (prefixes) {
      aligned = false;
    }
    boolean unbuffered = command.has(Opt.UNBUFFERED) && !command.has(Opt.SORT);
    return new Layout(
        aligned,
        report.buffered() && !unbuffered,
        headings(),
        command.string(Opt.SEPARATOR, report.separator()),
        prefixes || report.prefixes(),
        report.quoted() && !command.has(Opt.UNQUOTED),
        report.columnsAsRows() || command.has(Opt.ROWS));
  }

  private Headings headings() {
    Optional<String> wanted = command.string(Opt.HEADINGS);
    if (wanted.isPresent()) {
      return Headings.parse(wanted.get())
          .orElseThrow(() -> new FailedException("Unknown --headings value."));
    }
    return command.has(Opt.NOHEADINGS)
        ? Headings.NONE
        : Headings.ofSetting(settings.report().headings());
  }

  Rendering rendering(Supplier<ZoneId> zone, String deviceDirectory) {
    return new Rendering(
        sizes(),
        command.has(Opt.BINARY) || settings.report().binaryValuesAsNumeric(),
        format() == ReportFormat.JSON_STD,
        settings.report().listItemSeparator(),
        settings.report().markHiddenDevices(),
        settings.report().timeFormat(),
        zone,
        deviceDirectory.endsWith("/") ? deviceDirectory : deviceDirectory + "/",
        settings.activation().monitoring(),
        settings.report().twoWordUnknownDevice() ? "unknown device" : "[unknown]");
  }

  SizeFormat sizes() {
    Optional<String> wanted = command.string(Opt.UNITS);
    DisplayUnit unit =
        wanted.isPresent()
            ? DisplayUnit.parse(wanted.get())
                .orElseThrow(() -> new UsageException("Invalid units specification"))
            : DisplayUnit.parse(settings.global().units()).orElse(DisplayUnit.READABLE);
    return new SizeFormat(
        unit,
        settings.global().suffix() && !command.has(Opt.NOSUFFIX),
        settings.global().siUnitConsistency());
  }

  /** All that is left out if it is empty: {@code report/compact_output}. */
  boolean compactsAll() {
    return settings.report().compactOutput();
  }

  /** The only report of a command. */
  ReportChoice single(ReportKind kind) {
    ReportChoice choice = defaults(kind).withCompact(settings.report().compactOutputCols());
    return adjusted(choice, ReportPart.SINGLE, Optional.of(kind), kind.word(), false);
  }

  /** The report of a command on something other than volumes. */
  ReportChoice single(ReportChoice defaults, String prefix) {
    return adjusted(defaults, ReportPart.SINGLE, Optional.empty(), prefix, false);
  }

  /** The report of messages. */
  ReportChoice log(Optional<ReportKind> kind, boolean full) {
    ReportChoice choice =
        ReportChoice.of(settings.log().commandLogCols(), settings.log().commandLogSort())
            .withSelection(settings.log().commandLogSelection());
    return adjusted(choice, ReportPart.LOG, kind, "log", full);
  }

  /** One part of a full report. */
  ReportChoice ofFull(ReportPart part, ReportKind kind) {
    ReportSettings report = settings.report();
    ReportChoice choice =
        switch (kind) {
          case VGS -> ReportChoice.of(report.vgsColsFull(), report.vgsSortFull());
          case LVS -> ReportChoice.of(report.lvsColsFull(), report.lvsSortFull());
          case SEGMENTS -> ReportChoice.of(report.segsColsFull(), report.segsSortFull());
          case PV_SEGMENTS -> ReportChoice.of(report.pvsegsColsFull(), report.pvsegsSortFull());
          case PVS, LABELS -> ReportChoice.of(report.pvsColsFull(), report.pvsSortFull());
        };
    return adjusted(choice, part, Optional.empty(), kind.word(), true);
  }

  private ReportChoice defaults(ReportKind kind) {
    ReportSettings report = settings.report();
    boolean more = command.has(Opt.VERBOSE);
    return switch (kind) {
      case VGS ->
          ReportChoice.of(more ? report.vgsColsVerbose() : report.vgsCols(), report.vgsSort());
      case LVS ->
          ReportChoice.of(more ? report.lvsColsVerbose() : report.lvsCols(), report.lvsSort());
      case SEGMENTS ->
          ReportChoice.of(more ? report.segsColsVerbose() : report.segsCols(), report.segsSort());
      case PV_SEGMENTS ->
          ReportChoice.of(
              more ? report.pvsegsColsVerbose() : report.pvsegsCols(), report.pvsegsSort());
      case PVS, LABELS ->
          ReportChoice.of(more ? report.pvsColsVerbose() : report.pvsCols(), report.pvsSort());
    };
  }

  /**
   * Applies {@code -o}, {@code -O} and {@code -S} in their order; each is for the report that the
   * last {@code --configreport} before it names.
   */
  private ReportChoice adjusted(
      ReportChoice defaults,
      ReportPart wanted,
      Optional<ReportKind> kind,
      String prefix,
      boolean full) {
    ReportChoice choice = defaults;
    ReportPart part = ReportPart.SINGLE;
    for (OptionGroup group : command.groups()) {
      Optional<OptionValue> named = group.value(Opt.CONFIGREPORT);
      if (named.isPresent()) {
        part = ReportPart.named(named.get().text(), kind, full);
      }
      if (part == wanted) {
        choice = adjusted(choice, group, prefix);
      }
    }
    return choice;
  }

  private static ReportChoice adjusted(ReportChoice before, OptionGroup group, String prefix) {
    ReportChoice choice = before;
    Optional<String> fields = group.value(Opt.OPTIONS).map(OptionValue::text);
    if (fields.isPresent()) {
      FieldList.requireContent(fields.get());
      choice =
          fields.get().startsWith("#")
              ? choice.withCompact(fields.get().substring(1))
              : choice.withFields(FieldList.changed(choice.fields(), fields.get(), prefix));
    }
    Optional<String> keys = group.value(Opt.SORT).map(OptionValue::text);
    if (keys.isPresent()) {
      choice = choice.withKeys(keys.get());
    }
    Optional<String> selection = group.value(Opt.SELECT).map(OptionValue::text);
    return selection.isPresent() ? choice.withSelection(selection.get()) : choice;
  }
}
