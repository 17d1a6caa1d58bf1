package org.jlvm.core.report.lvm;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.TimeSpan;
import org.jlvm.core.report.lvm.TimeItem.Grain;
import org.jlvm.core.report.lvm.TimeItem.Role;

/**
 * Times in words (lvmreport(7)): {@code yesterday noon}, a day of the week, {@code 24 Feb 2015}, or
 * an amount such as {@code 2 days 3 hours ago}.
 */
final class TimeWords {
  private final List<TimeItem> items;
  private final Messages messages;

  private TimeWords(List<TimeItem> items, Messages messages) {
    this.items = items;
    this.messages = messages;
  }

  /**
   * The stretch of time that words name.
   *
   * @param now seconds since 1970
   * @return empty if they are no such words, or, with a message, wrong ones
   */
  static Optional<TimeSpan> read(String text, long now, ZoneId zone, Messages messages) {
    Optional<List<TimeItem>> found = TimeItems.of(text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TimeWords words = new TimeWords(found.get(), messages);
    if (!words.understand() || !words.agree()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TimeReckoning.span(words.items, now, zone));
    } catch (DateTimeException | ArithmeticException e) {
      messages.error("_translate_time_items: invalid time.");
      return Optional.empty();
    }
  }

  private boolean understand() {
    for (int i = 0; i < items.size(); i++) {
      TimeItem item = items.get(i);
      if (item.is(Role.WORD)) {
        Optional<TimeItem> known =
            TimeItem.ofWord(item.rest().substring(0, item.digits()), item.rest());
        if (known.isEmpty()) {
          return failed("Unrecognized string in date/time specification at", item);
        }
        items.set(i, known.get());
        if (known.get().role().isUnit() && isAt(i - 1, Role.NUMBER)) {
          items.set(i - 1, items.get(i - 1).as(Role.MULTIPLIER));
        }
      }
      if (isAt(i, Role.AGO)) {
        countBack(i - 1);
      }
    }
    for (int i = 0; i < items.size(); i++) {
      if (isAt(i, Role.NUMBER)) {
        placeNumber(i);
      }
    }
    return true;
  }

  /** Hours, minutes and seconds before "ago" are not a time of day. */
  private void countBack(int last) {
    for (int i = last; i >= 0 && !isAt(i, Role.AGO); i--) {
      TimeItem item = items.get(i);
      switch (item.role()) {
        case SECOND -> items.set(i, item.as(Role.SECONDS_BACK));
        case MINUTE -> items.set(i, item.as(Role.MINUTES_BACK));
        case HOUR -> items.set(i, item.as(Role.HOURS_BACK));
        default -> {}
      }
    }
  }

  /** Beside a month's name the shorter number is the day; all others are years. */
  private void placeNumber(int i) {
    TimeItem item = items.get(i);
    boolean isShort = item.digits() <= 2;
    if (isAt(i + 1, Role.MONTH_NAME) && isAt(i + 2, Role.NUMBER)) {
      TimeItem other = items.get(i + 2);
      isShort = item.digits() < other.digits();
      items.set(i + 2, other.as(isShort ? Role.YEAR_NUMBER : Role.DAY_NUMBER));
    }
    boolean day = isShort && (isAt(i + 1, Role.MONTH_NAME) || isAt(i - 1, Role.MONTH_NAME));
    items.set(i, item.as(day ? Role.DAY_NUMBER : Role.YEAR_NUMBER));
  }

  private boolean isAt(int i, Role role) {
    return i >= 0 && i < items.size() && items.get(i).is(role);
  }

  /** Whether the parts can be of one time. */
  private boolean agree() {
    Optional<Boolean> dateBack = Optional.empty();
    Optional<Boolean> timeBack = Optional.empty();
    boolean day = false;
    boolean clock = false;
    for (TimeItem item : items) {
      TimeItem.Kind kind = item.role().kind;
      if (kind.date) {
        if (dateBack.orElse(kind.relative) != kind.relative && isDateAtLeastAsCoarse()) {
          return failed("Mixed absolute and relative date specification found at", item);
        }
        if (day) {
          return failed("Ambiguous date specification found at", item);
        }
        dateBack = dateBack.or(() -> Optional.of(kind.relative));
        day = item.role().isDayLabel();
      } else if (kind.time) {
        if (timeBack.orElse(kind.relative) != kind.relative) {
          return failed("Mixed absolute and relative time specification found at", item);
        }
        if (clock) {
          return failed("Ambiguous time specification found at", item);
        }
        timeBack = timeBack.or(() -> Optional.of(kind.relative));
        clock = item.role().isClockLabel();
      }
    }
    return true;
  }

  /** The coarsest part of the date is not finer than the finest way back. */
  private boolean isDateAtLeastAsCoarse() {
    Optional<Grain> coarsest = Optional.empty();
    Optional<Grain> finest = Optional.empty();
    for (TimeItem item : items) {
      TimeItem.Kind kind = item.role().kind;
      Optional<Grain> grain = item.role().grain;
      if (grain.isPresent() && kind == TimeItem.Kind.DATE) {
        coarsest = coarsest.filter(known -> known.compareTo(grain.get()) > 0).or(() -> grain);
      } else if (grain.isPresent() && kind.relative) {
        finest = finest.filter(known -> known.compareTo(grain.get()) < 0).or(() -> grain);
      }
    }
    return coarsest.isPresent()
        && finest.isPresent()
        && coarsest.get().compareTo(finest.get()) >= 0;
  }

  private boolean failed(String reason, TimeItem item) {
    messages.error(reason + " \"" + item.rest() + "\".");
    return false;
  }
}
