package org.jlvm.core.report.lvm;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** Times as strftime(3) writes them in the C locale, for {@code report/time_format}. */
public final class TimeFormat {
  private TimeFormat() {}

  /**
   * @param seconds since 1970
   */
  public static String format(long seconds, String format, ZoneId zone) {
    ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(zone);
    StringBuilder text = new StringBuilder(32);
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        text.append(c);
        continue;
      }
      char letter = format.charAt(++i);
      if ((letter == 'E' || letter == 'O') && i + 1 < format.length()) {
        letter = format.charAt(++i);
      }
      append(text, letter, time);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, char letter, ZonedDateTime time) {
    switch (letter) {
      case 'c' -> all(text, time, "%a %b %e %H:%M:%S %Y");
      case 'D', 'x' -> all(text, time, "%m/%d/%y");
      case 'F' -> all(text, time, "%Y-%m-%d");
      case 'R' -> all(text, time, "%H:%M");
      case 'r' -> all(text, time, "%I:%M:%S %p");
      case 'T', 'X' -> all(text, time, "%H:%M:%S");
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case '%' -> text.append('%');
      case 'a', 'A', 'b', 'B', 'h', 'p', 'P', 'Z', 'z' -> appendWord(text, letter, time);
      default -> appendNumber(text, letter, time);
    }
  }

  private static void all(StringBuilder text, ZonedDateTime time, String format) {
    text.append(format(time.toEpochSecond(), format, time.getZone()));
  }

  private static void appendWord(StringBuilder text, char letter, ZonedDateTime time) {
    TextStyle style = Character.isUpperCase(letter) ? TextStyle.FULL : TextStyle.SHORT;
    switch (letter) {
      case 'a', 'A' -> text.append(time.getDayOfWeek().getDisplayName(style, Locale.ENGLISH));
      case 'b', 'B', 'h' -> text.append(time.getMonth().getDisplayName(style, Locale.ENGLISH));
      case 'p' -> text.append(time.getHour() < 12 ? "AM" : "PM");
      case 'P' -> text.append(time.getHour() < 12 ? "am" : "pm");
      case 'Z' -> text.append(zoneName(time));
      default -> appendOffset(text, time);
    }
  }

  private static String zoneName(ZonedDateTime time) {
    boolean daylight = time.getZone().getRules().isDaylightSavings(time.toInstant());
    return java.util.TimeZone.getTimeZone(time.getZone())
        .getDisplayName(daylight, java.util.TimeZone.SHORT, Locale.ENGLISH);
  }

  private static void appendOffset(StringBuilder text, ZonedDateTime time) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    text.append(minutes < 0 ? '-' : '+');
    padded(text, Math.abs(minutes) / 60, 2, '0');
    padded(text, Math.abs(minutes) % 60, 2, '0');
  }

  private static void appendNumber(StringBuilder text, char letter, ZonedDateTime time) {
    switch (letter) {
      case 'C' -> padded(text, time.getYear() / 100, 2, '0');
      case 'd' -> padded(text, time.getDayOfMonth(), 2, '0');
      case 'e' -> padded(text, time.getDayOfMonth(), 2, ' ');
      case 'g' -> padded(text, time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2, '0');
      case 'G' -> text.append(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'H' -> padded(text, time.getHour(), 2, '0');
      case 'I' -> padded(text, hourOfHalf(time), 2, '0');
      case 'j' -> padded(text, time.getDayOfYear(), 3, '0');
      case 'k' -> padded(text, time.getHour(), 2, ' ');
      case 'l' -> padded(text, hourOfHalf(time), 2, ' ');
      case 'm' -> padded(text, time.getMonthValue(), 2, '0');
      case 'M' -> padded(text, time.getMinute(), 2, '0');
      case 's' -> text.append(time.toEpochSecond());
      case 'S' -> padded(text, time.getSecond(), 2, '0');
      case 'u' -> text.append(time.getDayOfWeek().getValue());
      case 'U' -> padded(text, week(time, DayOfWeek.SUNDAY), 2, '0');
      case 'V' -> padded(text, time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
      case 'w' -> text.append(time.getDayOfWeek().getValue() % 7);
      case 'W' -> padded(text, week(time, DayOfWeek.MONDAY), 2, '0');
      case 'y' -> padded(text, time.getYear() % 100, 2, '0');
      case 'Y' -> text.append(time.getYear());
      default -> text.append('%').append(letter);
    }
  }

  private static int hourOfHalf(ZonedDateTime time) {
    int hour = time.getHour() % 12;
    return hour == 0 ? 12 : hour;
  }

  /** Weeks of the year, the first of which begins with the first such day. */
  private static int week(ZonedDateTime time, DayOfWeek first) {
    return time.truncatedTo(ChronoUnit.DAYS).get(WeekFields.of(first, 7).weekOfYear());
  }

  private static void padded(StringBuilder text, int number, int width, char fill) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < width; i++) {
      text.append(fill);
    }
    text.append(digits);
  }
}
