package org.jlvm.cli.command;

import java.time.Duration;

/**
 * Keeps SIGINT and SIGTERM from ending the process while it holds what must not be left half done,
 * as lvm2 does while it has a volume group locked for writing.
 */
public class SignalGate {
  private int shut;
  private int allowed;
  private boolean ending;

  /** Begins what a signal must not interrupt. Does not return if a signal has come already. */
  public synchronized void enter() {
    while (ending) {
      waitHere();
    }
    shut++;
  }

  /** Ends what {@link #enter} began. */
  public synchronized void leave() {
    shut--;
    notifyAll();
  }

  /** Lets signals through in spite of all, while the user is asked. */
  public synchronized void allow() {
    allowed++;
    notifyAll();
  }

  /** Ends what {@link #allow} began. */
  public synchronized void disallow() {
    allowed--;
  }

  /**
   * Waits for a time, during which a signal only ends the waiting.
   *
   * @return false if one came: the command is to end soon, by itself
   */
  public synchronized boolean pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    shut++;
    long left = time.toNanos();
    while (!ending && left > 0) {
      waitHere(left / 1_000_000 + 1);
      left = end - System.nanoTime();
    }
    if (ending) {
      return false;
    }
    leave();
    return true;
  }

  /** For whoever wants to end the process: returns when it may be ended. */
  public synchronized void awaitOpen() {
    ending = true;
    notifyAll();
    while (shut > 0 && allowed == 0) {
      waitHere();
    }
  }

  private void waitHere() {
    waitHere(0);
  }

  /**
   * @param milliseconds 0 for any time
   */
  private void waitHere(long milliseconds) {
    try {
      wait(milliseconds);
    } catch (InterruptedException e) {
      // Threads of this program are not interrupted; whoever does it may go on waiting.
      Thread.currentThread().interrupt();
    }
  }
}
