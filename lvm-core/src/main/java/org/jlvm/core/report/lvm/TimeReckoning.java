package org.jlvm.core.report.lvm;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.report.field.TimeSpan;
import org.jlvm.core.report.lvm.TimeItem.Grain;
import org.jlvm.core.report.lvm.TimeItem.Role;

/** Works out the stretch of time that the parts of a time in words mean together. */
final class TimeReckoning {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final ZoneId zone;
  private final ZonedDateTime now;

  /** Fields of a date and a time, which may be out of their ranges. */
  private long year;

  private long month;
  private long day;
  private long hour;
  private long minute;
  private long second;

  /** Seconds from there back. */
  private long back;

  private long multiplier = 1;

  private TimeReckoning(long epoch, ZoneId zone) {
    this.zone = zone;
    now = Instant.ofEpochSecond(epoch).atZone(zone);
    year = now.getYear();
    month = now.getMonthValue() - 1L;
    day = now.getDayOfMonth();
    hour = now.getHour();
    minute = now.getMinute();
    second = now.getSecond();
  }

  static TimeSpan span(List<TimeItem> items, long now, ZoneId zone) {
    TimeReckoning reckoning = new TimeReckoning(now, zone);
    Optional<TimeItem> before = Optional.empty();
    for (TimeItem item : items) {
      reckoning.take(item, before);
      before = Optional.of(item);
    }
    Optional<Grain> date = finest(items, TimeItem.Kind.DATE);
    Optional<Grain> clock = finest(items, TimeItem.Kind.TIME);
    Optional<Grain> way =
        finest(items, TimeItem.Kind.DATE_BACK)
            .flatMap(one -> finest(items, TimeItem.Kind.TIME_BACK).or(() -> Optional.of(one)))
            .or(() -> finest(items, TimeItem.Kind.TIME_BACK));
    reckoning.clearFinerFields(date, clock, way);
    return reckoning.result(date, clock, way);
  }

  private static Optional<Grain> finest(List<TimeItem> items, TimeItem.Kind kind) {
    Optional<Grain> finest = Optional.empty();
    for (TimeItem item : items) {
      Optional<Grain> grain = item.role().grain;
      if (item.role().kind == kind && grain.isPresent()) {
        finest = finest.filter(known -> known.compareTo(grain.get()) < 0).or(() -> grain);
      }
    }
    return finest;
  }

  private void take(TimeItem item, Optional<TimeItem> before) {
    switch (item.role()) {
      case MULTIPLIER -> multiplier = item.value();
      case DAY_NUMBER -> day = item.value();
      case YEAR_NUMBER -> year = item.value();
      case MONTH_NAME -> month = item.value();
      case YESTERDAY -> back += DAY;
      case WEEKDAY -> back += Math.floorMod(now.getDayOfWeek().getValue() - item.value(), 7) * DAY;
      case NOON -> clock(12);
      case MIDNIGHT -> clock(0);
      case SECOND -> second = multiplier;
      case MINUTE -> minute = multiplier;
      case HOUR -> hour = multiplier;
      case AM, PM -> takeHalfOfDay(item.is(Role.PM), before);
      case SECONDS_BACK -> goBack(1);
      case MINUTES_BACK -> goBack(MINUTE);
      case HOURS_BACK -> goBack(HOUR);
      case DAYS_BACK -> goBack(DAY);
      case WEEKS_BACK -> goBack(7 * DAY);
      case MONTHS_BACK -> month = Math.subtractExact(month, multiplier);
      case YEARS_BACK -> year = Math.subtractExact(year, multiplier);
      case WORD, NUMBER, AGO, TODAY, ZONE -> {}
    }
  }

  private void clock(long hours) {
    hour = hours;
    minute = 0;
    second = 0;
  }

  /** Behind a time of day, or behind an hour alone. */
  private void takeHalfOfDay(boolean afternoon, Optional<TimeItem> before) {
    if (before.isEmpty()) {
      return;
    }
    if (before.get().is(Role.MULTIPLIER)) {
      hour = multiplier + (afternoon ? 12 : 0);
    } else if (afternoon && before.get().role().isUnit()) {
      back -= 12 * HOUR;
    }
  }

  private void goBack(long unit) {
    back = Math.addExact(back, Math.multiplyExact(multiplier, unit));
  }

  private void clearFinerFields(Optional<Grain> date, Optional<Grain> clock, Optional<Grain> way) {
    if (isOne(date, Grain.YEAR)) {
      month = 0;
    }
    if (isOne(date, Grain.YEAR) || isOne(date, Grain.MONTH)) {
      day = 1;
    }
    if (isOne(clock, Grain.HOUR)) {
      minute = 0;
    }
    if (isOne(clock, Grain.HOUR) || isOne(clock, Grain.MINUTE)) {
      second = 0;
    }
    if (clock.isEmpty() && (way.isEmpty() || isDays(way))) {
      clock(0);
    }
  }

  private TimeSpan result(Optional<Grain> date, Optional<Grain> clock, Optional<Grain> way) {
    LocalDateTime point =
        LocalDateTime.of(Math.toIntExact(year), 1, 1, 0, 0)
            .plusMonths(month)
            .plusDays(day - 1)
            .plusHours(hour)
            .plusMinutes(minute)
            .plusSeconds(second);
    long first = point.atZone(zone).toEpochSecond() - back;
    if (clock.isPresent()) {
      return new TimeSpan(first, first + length(clock.get()));
    }
    if (way.isPresent()) {
      // lvm2 reaches one second further back there.
      return isDays(way)
          ? new TimeSpan(first, first + DAY - 1)
          : new TimeSpan(first - (isOne(way, Grain.SECOND) ? 0 : length(way.get()) + 2), first);
    }
    if (isOne(date, Grain.MONTH)) {
      return new TimeSpan(first, first + point.toLocalDate().lengthOfMonth() * DAY - 1);
    }
    return new TimeSpan(first, date.isPresent() ? first + DAY - 1 : first);
  }

  private static long length(Grain grain) {
    return grain == Grain.MINUTE ? MINUTE - 1 : grain == Grain.HOUR ? HOUR - 1 : 0;
  }

  private static boolean isDays(Optional<Grain> grain) {
    return grain.isPresent() && grain.get().compareTo(Grain.DAY) >= 0;
  }

  private static boolean isOne(Optional<Grain> grain, Grain wanted) {
    return grain.isPresent() && grain.get() == wanted;
  }
}
