package org.jlvm.core;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Keeps what a user would have been told. */
public final class RecordedMessages implements Messages {
  private final List<String> shown = new ArrayList<>();

  @Override
  public void show(Level level, String text) {
    if (level.compareTo(Level.VERBOSE) < 0) {
      shown.add(text);
    }
  }

  @Override
  public boolean shows(Level level) {
    return level.compareTo(Level.VERBOSE) < 0;
  }

  /** Texts of errors, warnings and information, in order. */
  public List<String> shown() {
    return List.copyOf(shown);
  }
}
