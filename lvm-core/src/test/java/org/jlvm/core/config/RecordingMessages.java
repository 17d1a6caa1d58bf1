package org.jlvm.core.config;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Keeps errors and warnings. */
public final class RecordingMessages implements Messages {
  public final List<String> shown = new ArrayList<>();

  @Override
  public void show(Level level, String text) {
    if (level == Level.ERROR || level == Level.WARN) {
      shown.add(text);
    }
  }

  @Override
  public boolean shows(Level level) {
    return true;
  }
}
