package org.jlvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignalGateTest {
  private final SignalGate gate = new SignalGate();

  @Test
  void aSignalWaitsForWhatMustNotBeInterrupted() throws InterruptedException {
    gate.enter();
    Thread signal = startEnding();
    awaitWaiting(signal);
    gate.leave();
    signal.join();
    assertThat(signal.isAlive()).isFalse();
  }

  @Test
  void aSignalNeedNotWaitForAnAnswer() throws InterruptedException {
    gate.enter();
    gate.allow();
    Thread signal = startEnding();
    signal.join();
    assertThat(signal.isAlive()).isFalse();
  }

  @Test
  void nothingBeginsAfterASignal() {
    gate.awaitOpen();
    Thread next = new Thread(gate::enter);
    next.setDaemon(true);
    next.start();
    awaitWaiting(next);
    assertThat(next.isAlive()).isTrue();
  }

  private Thread startEnding() {
    Thread thread = new Thread(gate::awaitOpen);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
