package org.jlvm.core.report.select;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.TimeSpan;

/**
 * Reads {@code YYYY[-MM[-DD [hh[:mm[:ss]]]]] [+-hh[:mm]]} as the span of the year, month, day, ...
 * that it names (lvmreport(7)). The colons of times are optional; dates without hyphens, which the
 * manual mentions, lvm2 refuses.
 */
final class DateReader {
  private final String text;
  private final Messages messages;
  private final ZoneId zone;
  private int position;

  DateReader(String text, Messages messages, ZoneId zone) {
    this.text = text;
    this.messages = messages;
    this.zone = zone;
  }

  private enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    MONTH,
    YEAR
  }

  /** Numbers between separators: their values, and the digits of all of them together. */
  private record Parts(int count, int[] values, int digits) {}

  /** Empty, mostly with a message, if it is not a time. */
  Optional<TimeSpan> read() {
    try {
      return readDate();
    } catch (DateTimeException | NumberFormatException e) {
      messages.error("Incorrect date format.");
      return Optional.empty();
    }
  }

  private Optional<TimeSpan> readDate() {
    if (!isDigit()) {
      return Optional.empty();
    }
    Parts date = parts('-');
    if (date.values()[0] <= 1900 || date.values()[0] > 9999) {
      return failed("Incorrect date format.");
    }
    int month = date.count() > 1 ? date.values()[1] : 1;
    int day = date.count() > 2 ? date.values()[2] : 1;
    if (month < 1 || month > 12) {
      return failed("Specified month out of range.");
    }
    LocalDate first = LocalDate.of(date.values()[0], month, 1);
    if (day < 1 || day > first.lengthOfMonth()) {
      return failed("Specified day out of range.");
    }
    Unit unit = date.count() == 1 ? Unit.YEAR : date.count() == 2 ? Unit.MONTH : Unit.DAY;
    skipSpace();
    return isDigit()
        ? readTime(first.withDayOfMonth(day), unit)
        : readZone(first.withDayOfMonth(day).atStartOfDay(), unit);
  }

  private Optional<TimeSpan> readTime(LocalDate date, Unit dateUnit) {
    Parts time = split(parts(':'), new int[] {2, 2, 2});
    if (time.count() == 0) {
      return failed("Incorrect time format.");
    }
    String[] names = {"hours", "minutes", "seconds"};
    int[] limits = {23, 60, 60};
    for (int i = 0; i < time.count(); i++) {
      if (time.values()[i] > limits[i]) {
        return failed("Specified " + names[i] + " out of range.");
      }
    }
    if (dateUnit != Unit.DAY) {
      return failed("Full date specification needed.");
    }
    LocalDateTime start =
        date.atTime(time.values()[0], 0)
            .plusMinutes(time.count() > 1 ? time.values()[1] : 0)
            .plusSeconds(time.count() > 2 ? time.values()[2] : 0);
    skipSpace();
    return readZone(
        start, time.count() == 1 ? Unit.HOUR : time.count() == 2 ? Unit.MINUTE : Unit.SECOND);
  }

  private Optional<TimeSpan> readZone(LocalDateTime start, Unit unit) {
    ZoneId where = zone;
    char sign = position < text.length() ? text.charAt(position) : '\0';
    if (sign == '+' || sign == '-' || isDigit()) {
      position += isDigit() ? 0 : 1;
      Parts offset = split(parts(':'), new int[] {2, 2});
      if (offset.count() == 0 || offset.values()[0] > 14) {
        return Optional.empty();
      }
      int minutes = offset.values()[0] * 60 + (offset.count() > 1 ? offset.values()[1] : 0);
      where = ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60);
      skipSpace();
    }
    if (position < text.length()) {
      return Optional.empty();
    }
    long first = start.atZone(where).toEpochSecond();
    return Optional.of(new TimeSpan(first, end(start, unit).atZone(where).toEpochSecond() - 1));
  }

  private static LocalDateTime end(LocalDateTime start, Unit unit) {
    return switch (unit) {
      case SECOND -> start.plusSeconds(1);
      case MINUTE -> start.plusMinutes(1);
      case HOUR -> start.plusHours(1);
      case DAY -> start.plusDays(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
    };
  }

  /** Up to three numbers with a separator between them. */
  private Parts parts(char separator) {
    int[] values = new int[3];
    int count = 0;
    int digits = 0;
    while (count < 3 && isDigit()) {
      int start = position;
      while (isDigit()) {
        position++;
      }
      digits += position - start;
      values[count++] = Integer.parseInt(text.substring(start, position));
      if (count == 3 || position >= text.length() || text.charAt(position) != separator) {
        break;
      }
      position++;
    }
    return new Parts(count, values, digits);
  }

  /** Takes a number such as 123059 apart; no parts if the widths do not fit. */
  private static Parts split(Parts parts, int[] widths) {
    if (parts.count() != 1) {
      return parts;
    }
    int total = 0;
    int count = 0;
    while (count < widths.length && total < parts.digits()) {
      total += widths[count++];
    }
    if (total != parts.digits()) {
      return new Parts(0, parts.values(), parts.digits());
    }
    int[] values = new int[3];
    int rest = parts.values()[0];
    for (int i = count - 1; i > 0; i--) {
      values[i] = rest % 100;
      rest /= 100;
    }
    values[0] = rest;
    return new Parts(count, values, parts.digits());
  }

  private boolean isDigit() {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  private void skipSpace() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  private Optional<TimeSpan> failed(String reason) {
    messages.error(reason);
    return Optional.empty();
  }
}
