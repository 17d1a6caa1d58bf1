package org.jlvm.core.report.lvm;

import java.util.Locale;
import java.util.Optional;

/**
 * A part of a time in words.
 *
 * @param role what it stands for
 * @param value its number; of a day's name, how it is counted from Sunday
 * @param digits how many digits a number was written with
 * @param rest the text from here on, for messages
 */
record TimeItem(Role role, long value, int digits, String rest) {

  /** How finely a part tells the time, the finest first. */
  enum Grain {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /** Whether a part tells of the date or of the time of day, as a point or as a way back. */
  enum Kind {
    OTHER(false, false, false),
    DATE(true, false, false),
    DATE_BACK(true, false, true),
    TIME(false, true, false),
    TIME_BACK(false, true, true);

    final boolean date;
    final boolean time;
    final boolean relative;

    Kind(boolean date, boolean time, boolean relative) {
      this.date = date;
      this.time = time;
      this.relative = relative;
    }
  }

  /** What a part stands for. */
  enum Role {
    /** A word or a number that was not looked at more closely yet. */
    WORD(Kind.OTHER),
    NUMBER(Kind.OTHER),
    /** The number of the unit behind it. */
    MULTIPLIER(Kind.OTHER),
    DAY_NUMBER(Kind.DATE, Grain.DAY),
    YEAR_NUMBER(Kind.DATE, Grain.YEAR),
    AGO(Kind.DATE_BACK),
    TODAY(Kind.DATE, Grain.DAY),
    YESTERDAY(Kind.DATE, Grain.DAY),
    WEEKDAY(Kind.DATE, Grain.DAY),
    MONTH_NAME(Kind.DATE, Grain.MONTH),
    NOON(Kind.TIME, Grain.SECOND),
    MIDNIGHT(Kind.TIME, Grain.SECOND),
    SECOND(Kind.TIME, Grain.SECOND),
    MINUTE(Kind.TIME, Grain.MINUTE),
    HOUR(Kind.TIME, Grain.HOUR),
    AM(Kind.TIME, Grain.HOUR),
    PM(Kind.TIME, Grain.HOUR),
    SECONDS_BACK(Kind.TIME_BACK, Grain.SECOND),
    MINUTES_BACK(Kind.TIME_BACK, Grain.MINUTE),
    HOURS_BACK(Kind.TIME_BACK, Grain.HOUR),
    DAYS_BACK(Kind.DATE_BACK, Grain.DAY),
    WEEKS_BACK(Kind.DATE_BACK, Grain.WEEK),
    MONTHS_BACK(Kind.DATE_BACK, Grain.MONTH),
    YEARS_BACK(Kind.DATE_BACK, Grain.YEAR),
    ZONE(Kind.TIME);

    final Kind kind;
    final Optional<Grain> grain;

    Role(Kind kind) {
      this.kind = kind;
      this.grain = Optional.empty();
    }

    Role(Kind kind, Grain grain) {
      this.kind = kind;
      this.grain = Optional.of(grain);
    }

    /** A name of a day, which is a date by itself. */
    boolean isDayLabel() {
      return this == TODAY || this == YESTERDAY || this == WEEKDAY;
    }

    boolean isClockLabel() {
      return this == NOON || this == MIDNIGHT;
    }

    boolean isUnit() {
      return ordinal() >= SECOND.ordinal();
    }
  }

  private static final String[] WEEKDAYS = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"
  };

  private static final String[] MONTHS = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december"
  };

  TimeItem as(Role other) {
    return new TimeItem(other, value, digits, rest);
  }

  boolean is(Role other) {
    return role == other;
  }

  /** What a word means; empty if nothing. */
  static Optional<TimeItem> ofWord(String word, String rest) {
    String name = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < WEEKDAYS.length; i++) {
      String day = WEEKDAYS[i];
      if (name.equals(day) || name.equals(day + "s") || name.equals(day.substring(0, 3))) {
        return Optional.of(new TimeItem(Role.WEEKDAY, i, 0, rest));
      }
    }
    for (int i = 0; i < MONTHS.length; i++) {
      if (name.equals(MONTHS[i]) || name.equals(MONTHS[i].substring(0, 3))) {
        return Optional.of(new TimeItem(Role.MONTH_NAME, i, 0, rest));
      }
    }
    return role(name).map(role -> new TimeItem(role, 0, 0, rest));
  }

  private static Optional<Role> role(String name) {
    return switch (name) {
      case "ago" -> Optional.of(Role.AGO);
      case "today" -> Optional.of(Role.TODAY);
      case "yesterday" -> Optional.of(Role.YESTERDAY);
      case "noon", "noons" -> Optional.of(Role.NOON);
      case "midnight", "midnights" -> Optional.of(Role.MIDNIGHT);
      case "am" -> Optional.of(Role.AM);
      case "pm" -> Optional.of(Role.PM);
      case "second", "seconds", "sec", "secs", "s" -> Optional.of(Role.SECOND);
      case "minute", "minutes", "min", "mins", "m" -> Optional.of(Role.MINUTE);
      case "hour", "hours", "hr", "hrs", "h" -> Optional.of(Role.HOUR);
      case "day", "days" -> Optional.of(Role.DAYS_BACK);
      case "week", "weeks" -> Optional.of(Role.WEEKS_BACK);
      case "month", "months" -> Optional.of(Role.MONTHS_BACK);
      case "year", "years", "yr", "yrs" -> Optional.of(Role.YEARS_BACK);
      default -> Optional.empty();
    };
  }
}
