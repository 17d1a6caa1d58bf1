package org.jlvm.dm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** Keeps what the user would be told, warnings and errors, and notices a retry. */
public final class RecordedMessages implements Messages {
  private final List<String> texts = new ArrayList<>();
  private final CountDownLatch retried = new CountDownLatch(1);

  @Override
  public void show(Level level, String text) {
    if (level == Level.ERROR || level == Level.WARN) {
      texts.add(text);
    } else if (text.endsWith("trying again")) {
      retried.countDown();
    }
  }

  @Override
  public boolean shows(Level level) {
    return level == Level.ERROR || level == Level.WARN;
  }

  /** Returns when something was tried in vain and is tried again. */
  public void awaitRetry() throws InterruptedException {
    retried.await();
  }

  public List<String> texts() {
    return texts;
  }
}
