package org.jlvm.core.report.table;

import org.jlvm.core.message.Messages;

/**
 * The frame of a JSON report: an object with arrays, nested and indented by four as lvm2 does it,
 * commas before an array on lines of their own.
 */
final class JsonLines {
  private static final int STEP = 4;

  private final Messages messages;
  private final StringBuilder buffer = new StringBuilder(200);
  private int depth;
  private boolean started;
  private boolean needsComma;

  JsonLines(Messages messages) {
    this.messages = messages;
  }

  /** Opens the outermost object, if that was not done. */
  void start() {
    if (!started) {
      started = true;
      open("{");
    }
  }

  void startArray(String name) {
    start();
    comma();
    open("\"" + name + "\": [");
  }

  void endArray() {
    close("]");
  }

  void startObject() {
    start();
    comma();
    open("{");
  }

  void endObject() {
    close("}");
  }

  /** Closes the outermost object. */
  void end() {
    start();
    close("}");
  }

  void line(CharSequence text) {
    buffer.setLength(0);
    for (int i = 0; i < depth * STEP; i++) {
      buffer.append(' ');
    }
    messages.print(buffer.append(text).toString());
  }

  private void comma() {
    if (needsComma) {
      line(",");
    }
  }

  private void open(String text) {
    line(text);
    depth++;
    needsComma = false;
  }

  private void close(String text) {
    depth--;
    line(text);
    needsComma = true;
  }
}
