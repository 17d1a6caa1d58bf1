package org.jlvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
  void aSignalEndsAWaitEvenWhileNothingMayBeInterrupted() {
    gate.enter();
    CountDownLatch never = new CountDownLatch(1);
    Thread signal = new Thread(gate::awaitOpen);
    signal.setDaemon(true);
    Optional<Boolean> answer =
        gate.unlessSignalled(
            () -> {
              signal.start();
              return awaitQuietly(never);
            });
    assertThat(answer).isEmpty();
    awaitWaiting(signal);
    gate.leave();
    assertThat(signal.isAlive()).as("the command ends the process itself").isTrue();
  }

  @Test
  void withoutASignalThereIsAResultOrItsFailure() {
    assertThat(gate.unlessSignalled(() -> 7)).contains(7);
    assertThatThrownBy(
            () ->
                gate.unlessSignalled(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
  }

  @Test
  void moreMayBeginWithinWhatMustNotBeInterrupted() {
    gate.enter();
    Thread signal = startEnding();
    awaitWaiting(signal);
    gate.enter();
    gate.leave();
    assertThat(signal.isAlive()).isTrue();
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
