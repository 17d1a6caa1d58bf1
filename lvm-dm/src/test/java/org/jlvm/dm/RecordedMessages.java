package org.jlvm.dm;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Keeps what the user would be told: warnings and errors. */
public final class RecordedMessages implements Messages {
  private final List<String> texts = new ArrayList<>();

  @Override
  public void show(Level level, String text) {
    if (level == Level.ERROR || level == Level.WARN) {
      texts.add(text);
    }
  }

  @Override
  public boolean shows(Level level) {
    return level == Level.ERROR || level == Level.WARN;
  }

  public List<String> texts() {
    return texts;
  }
}
