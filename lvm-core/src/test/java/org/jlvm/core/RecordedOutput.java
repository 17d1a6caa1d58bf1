package org.jlvm.core;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Keeps what a command was asked to print, apart from all other messages. */
public final class RecordedOutput implements Messages {
  private final List<String> printed = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Override
  public void show(Level level, String text) {
    (level == Level.PRINT ? printed : said).add(text);
  }

  @Override
  public boolean shows(Level level) {
    return true;
  }

  public List<String> printed() {
    return List.copyOf(printed);
  }

  /** Errors, warnings and all else. */
  public List<String> said() {
    return List.copyOf(said);
  }
}
