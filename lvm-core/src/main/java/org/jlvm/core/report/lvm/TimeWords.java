package org.jlvm.core.report.lvm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jlvm.core.report.field.TimeSpan;

/**
 * Times in words: {@code today}, {@code yesterday}, a day of the week, or an amount such as {@code
 * 2 days 3 hours ago}.
 */
final class TimeWords {
  private static final String[] WEEKDAYS = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"
  };

  private TimeWords() {}

  /**
   * @param now seconds since 1970
   * @return empty if they are no such words
   */
  static Optional<TimeSpan> read(String text, long now, ZoneId zone) {
    String[] words = split(text.toLowerCase(Locale.ROOT));
    ZonedDateTime current = Instant.ofEpochSecond(now).atZone(zone);
    if (words.length == 1) {
      return day(words[0], current.toLocalDate()).map(day -> spanOf(day, zone));
    }
    return words.length > 2 && words[words.length - 1].equals("ago")
        ? ago(words, current)
        : Optional.empty();
  }

  /** Words; a number may stand right before its unit. */
  private static String[] split(String text) {
    StringBuilder spaced = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > 0 && Character.isLetter(c) && Character.isDigit(text.charAt(i - 1))) {
        spaced.append(' ');
      }
      spaced.append(c);
    }
    return spaced.toString().trim().split(" +");
  }

  private static Optional<LocalDate> day(String word, LocalDate today) {
    if (word.equals("today")) {
      return Optional.of(today);
    }
    if (word.equals("yesterday")) {
      return Optional.of(today.minusDays(1));
    }
    for (int i = 0; i < WEEKDAYS.length; i++) {
      boolean named =
          word.equals(WEEKDAYS[i])
              || word.equals(WEEKDAYS[i] + "s")
              || word.equals(WEEKDAYS[i].substring(0, 3));
      if (named) {
        int back = Math.floorMod(today.getDayOfWeek().getValue() % 7 - i, 7);
        return Optional.of(today.minusDays(back));
      }
    }
    return Optional.empty();
  }

  private static TimeSpan spanOf(LocalDate day, ZoneId zone) {
    long first = day.atStartOfDay(zone).toEpochSecond();
    return new TimeSpan(first, day.plusDays(1).atStartOfDay(zone).toEpochSecond() - 1);
  }

  private static Optional<TimeSpan> ago(String[] words, ZonedDateTime now) {
    ZonedDateTime time = now;
    ChronoUnit finest = ChronoUnit.YEARS;
    for (int i = 0; i + 1 < words.length - 1; i += 2) {
      Optional<ChronoUnit> unit = unit(words[i + 1]);
      if (unit.isEmpty() || !isNumber(words[i])) {
        return Optional.empty();
      }
      time = time.minus(Long.parseLong(words[i]), unit.get());
      finest = unit.get().compareTo(finest) < 0 ? unit.get() : finest;
    }
    if (words.length % 2 == 0) {
      return Optional.empty();
    }
    long end = time.toEpochSecond();
    return Optional.of(
        switch (finest) {
          case SECONDS -> new TimeSpan(end, end);
          case MINUTES -> new TimeSpan(end - 61, end);
          case HOURS -> new TimeSpan(end - 3601, end);
          default -> spanOf(time.toLocalDate(), now.getZone());
        });
  }

  private static boolean isNumber(String word) {
    if (word.isEmpty() || word.length() > 9) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<ChronoUnit> unit(String word) {
    return switch (word) {
      case "second", "seconds", "sec", "secs", "s" -> Optional.of(ChronoUnit.SECONDS);
      case "minute", "minutes", "min", "mins", "m" -> Optional.of(ChronoUnit.MINUTES);
      case "hour", "hours", "hr", "hrs", "h" -> Optional.of(ChronoUnit.HOURS);
      case "day", "days" -> Optional.of(ChronoUnit.DAYS);
      case "week", "weeks" -> Optional.of(ChronoUnit.WEEKS);
      case "month", "months" -> Optional.of(ChronoUnit.MONTHS);
      case "year", "years", "yr", "yrs" -> Optional.of(ChronoUnit.YEARS);
      default -> Optional.empty();
    };
  }
}
