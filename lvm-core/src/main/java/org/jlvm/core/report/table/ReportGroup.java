package org.jlvm.core.report.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;

/**
 * All that one command reports, in order: a section with reports in it, for each volume group or
 * once, then the command's log. In JSON they make one document.
 */
public final class ReportGroup {
  private final ReportFormat format;
  private final boolean titled;
  private final Messages messages;
  private final Optional<JsonLines> json;
  private Optional<JsonOutput> current = Optional.empty();
  private Optional<JsonRows> growing = Optional.empty();

  /** For each level that is open, how many things in it are finished; the innermost first. */
  private final Deque<Integer> finished = new ArrayDeque<>();

  private boolean inObject;

  /**
   * @param titled whether text reports have a title, because a log follows them
   */
  public ReportGroup(ReportFormat format, boolean titled, Messages messages) {
    this.format = format;
    this.titled = titled && !format.isJson();
    this.messages = messages;
    this.json = format.isJson() ? Optional.of(new JsonLines(messages)) : Optional.empty();
    finished.push(0);
  }

  /**
   * Adds a row to an array that is written while the command works; only to JSON.
   *
   * @param array its name, which matters at its first row
   */
  public void addRow(String array, List<JsonValue> values) {
    if (json.isPresent()) {
      if (growing.isEmpty()) {
        boolean strict = format == ReportFormat.JSON_STD;
        growing = Optional.of(new JsonRows(json.get(), array, strict));
      }
      growing.get().add(values);
    }
  }

  private void endRows() {
    growing.ifPresent(JsonRows::close);
    growing = Optional.empty();
  }

  /** Begins the section that holds the reports of the command. */
  public void startSection(String name) {
    endRows();
    json.ifPresent(lines -> lines.startArray(name));
    finished.push(0);
  }

  public void endSection() {
    json.ifPresent(JsonLines::endArray);
    leave();
  }

  /** Begins what belongs to one volume group. */
  public void startObject() {
    json.ifPresent(JsonLines::startObject);
    if (titled && isNotFirst()) {
      messages.print("");
    }
    finished.push(0);
    inObject = true;
  }

  public void endObject() {
    json.ifPresent(JsonLines::endObject);
    inObject = false;
    leave();
  }

  /**
   * Begins a report.
   *
   * @param name of its array in JSON: {@code lv}
   * @param title above it in text, where reports have one: {@code Logical Volume}
   */
  public void start(Report<?> report, String name, String title) {
    endRows();
    if (json.isPresent()) {
      if (needsOwnObject()) {
        json.get().startObject();
      }
      JsonOutput output = new JsonOutput(json.get(), name, format == ReportFormat.JSON_STD);
      current = Optional.of(output);
      report.writeTo(output);
    } else if (titled) {
      report.writeTo(new TitledOutput(messages, report.layout(), title, isNotFirst()));
    }
  }

  /** Shows what waits of a report, and ends it. */
  public void finish(Report<?> report) {
    report.finish();
    if (current.isPresent()) {
      current.get().close();
      current = Optional.empty();
      if (needsOwnObject()) {
        json.ifPresent(JsonLines::endObject);
      }
    }
    countFinished();
  }

  /** A report alone in its section is an object there; the log stands outside of sections. */
  private boolean needsOwnObject() {
    return !inObject && finished.size() > 1;
  }

  private boolean isNotFirst() {
    return finished.element() > 0;
  }

  private void leave() {
    finished.pop();
    countFinished();
  }

  private void countFinished() {
    finished.push(finished.pop() + 1);
  }

  /** Ends the document. */
  public void end() {
    endRows();
    json.ifPresent(JsonLines::end);
  }
}
