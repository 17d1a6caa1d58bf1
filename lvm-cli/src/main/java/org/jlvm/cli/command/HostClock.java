package org.jlvm.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The host's clock. Its time zone takes tens of milliseconds to find out; few commands need it. */
final class HostClock extends Clock {
  private final Clock utc = Clock.systemUTC();

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return utc.withZone(zone);
  }

  @Override
  public Instant instant() {
    return utc.instant();
  }
}
