package org.jlvm.core.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Dates as metadata texts show them. */
public final class TextDates {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private TextDates() {}

  /** As ctime(3) without its line end: {@code Sun Nov 22 15:52:58 2026}. */
  public static String ctime(long seconds, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(zone);
    StringBuilder text = new StringBuilder(24);
    text.append(DAYS[time.getDayOfWeek().getValue() - 1]).append(' ');
    text.append(MONTHS[time.getMonthValue() - 1]).append(' ');
    if (time.getDayOfMonth() < 10) {
      text.append(' ');
    }
    text.append(time.getDayOfMonth()).append(' ');
    return clock(text, time).append(' ').append(time.getYear()).toString();
  }

  /** With the offset from UTC: {@code 2026-11-22 15:52:58 +0000}. */
  public static String withOffset(long seconds, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(zone);
    StringBuilder text = new StringBuilder(25);
    text.append(time.getYear()).append('-');
    twoDigits(text, time.getMonthValue()).append('-');
    twoDigits(text, time.getDayOfMonth()).append(' ');
    clock(text, time).append(' ');
    int minutes = time.getOffset().getTotalSeconds() / 60;
    text.append(minutes < 0 ? '-' : '+');
    twoDigits(text, Math.abs(minutes) / 60);
    return twoDigits(text, Math.abs(minutes) % 60).toString();
  }

  private static StringBuilder clock(StringBuilder text, ZonedDateTime time) {
    twoDigits(text, time.getHour()).append(':');
    twoDigits(text, time.getMinute()).append(':');
    return twoDigits(text, time.getSecond());
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
