package org.jlvm.dm.udev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.jlvm.dm.Errno;
import org.jlvm.dm.RecordedMessages;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.jna.SystemSemaphores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdevCookiesTest {
  private final SystemSemaphores semaphores = new SystemSemaphores();
  private final RecordedMessages messages = new RecordedMessages();

  @BeforeEach
  void needsSemaphores() {
    assumeTrue(semaphores.supported(), "this kernel has no System V semaphores");
  }

  private UdevCookies cookies(Duration limit) {
    return new UdevCookies(semaphores, messages, limit);
  }

  @Test
  void theKeyCarriesLibdevmappersMagicAndCountsFromOne() {
    UdevCookies cookies = cookies(Duration.ofSeconds(5));
    UdevCookie cookie = cookies.create();
    assertThat(cookie.value() >>> 16).isEqualTo(0x0D4D);
    assertThat(cookie.value() & 0xffff).isNotZero();
    int id = semaphores.find(cookie.value());
    assertThat(semaphores.value(id)).isEqualTo(1);
    cookies.increment(cookie);
    assertThat(semaphores.value(id)).isEqualTo(2);
    cookies.complete(cookie);
    assertThat(cookies.await(cookie)).isTrue();
    assertThat(semaphores.find(cookie.value())).isEqualTo(-Errno.ENOENT.number());
  }

  @Test
  void theWaitEndsWhenAnotherThreadCompletesTheEvent() throws Exception {
    UdevCookies cookies = cookies(Duration.ofSeconds(30));
    UdevCookie cookie = cookies.create();
    cookies.increment(cookie);
    Thread udev =
        new Thread(() -> new UdevCookies(semaphores, messages, Duration.ZERO).complete(cookie));
    udev.start();
    assertThat(cookies.await(cookie)).isTrue();
    udev.join();
    assertThat(messages.texts()).isEmpty();
  }

  @Test
  void rulesThatNeverReportAreGivenUpWithAMessage() {
    UdevCookies cookies = cookies(Duration.ofMillis(20));
    UdevCookie cookie = cookies.create();
    cookies.increment(cookie);
    assertThat(cookies.await(cookie)).isFalse();
    assertThat(messages.texts()).singleElement().asString().contains("udev did not complete");
    assertThat(semaphores.find(cookie.value())).isEqualTo(-Errno.ENOENT.number());
  }

  @Test
  void aCookieThatSomebodyRemovedIsNotWaitedFor() {
    UdevCookies cookies = cookies(Duration.ofSeconds(30));
    UdevCookie cookie = cookies.create();
    semaphores.remove(semaphores.find(cookie.value()));
    assertThat(cookies.await(cookie)).isTrue();
  }

  @Test
  void whatAKilledCommandHasLeftIsRemovedWhenAllItsEventsHaveCome() {
    UdevCookies cookies = cookies(Duration.ofSeconds(30));
    UdevCookie kept = cookies.create();
    UdevCookie left = cookies.create();
    int id = semaphores.find(left.value());
    cookies.increment(left);
    semaphores.decrementWhileAlive(id); // as the kernel does at the end of a process
    long later = System.currentTimeMillis() / 1000 + 60;
    cookies.removeAbandoned(later);
    assertThat(semaphores.value(id)).isEqualTo(1);
    cookies.complete(left);
    cookies.removeAbandoned(later);
    assertThat(semaphores.find(left.value())).isEqualTo(-Errno.ENOENT.number());
    assertThat(cookies.await(kept)).isTrue();
  }
}
