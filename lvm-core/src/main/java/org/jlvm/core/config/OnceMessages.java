package org.jlvm.core.config;

import java.util.HashSet;
import java.util.Set;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Says everything once only: a setting may be asked for many times. */
final class OnceMessages implements Messages {
  private final Messages messages;
  private final Set<String> said = new HashSet<>();

  OnceMessages(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void show(Level level, String text) {
    if (said.add(text)) {
      messages.show(level, text);
    }
  }

  @Override
  public boolean shows(Level level) {
    return messages.shows(level);
  }
}
