package org.jlvm.core.alloc;

import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.VolumeGroup;

/**
 * Reads extents of one physical volume: any number of {@code :N}, {@code :N-M}, {@code :N-}, {@code
 * :-M}, {@code :N+LENGTH}.
 */
final class ExtentRanges {
  private final String text;
  private final long size;
  private int at;

  private ExtentRanges(String text, long size) {
    this.text = text;
    this.size = size;
  }

  /**
   * Adds the ranges of a text, or the whole volume if it is empty.
   *
   * @param size extents of the volume
   * @param device its name for messages
   * @param all ranges known already, which new ones must not overlap
   */
  static void read(String text, long size, String device, List<ExtentRange> all) {
    if (text.isEmpty()) {
      if (size > 0) {
        add(new ExtentRange(0, size), device, all);
      }
      return;
    }
    ExtentRanges ranges = new ExtentRanges(text, size);
    while (ranges.at < text.length()) {
      add(ranges.next(), device, all);
    }
  }

  private static void add(ExtentRange range, String device, List<ExtentRange> all) {
    for (ExtentRange other : all) {
      if (range.overlaps(other)) {
        throw new FailedException(
            "Overlapping PE ranges specified (" + range + ", " + other + ") on " + device + ".");
      }
    }
    all.add(range);
  }

  private ExtentRange next() {
    if (peek() != ':') {
      throw error();
    }
    at++;
    if (peek() == ':' || peek() == 0) {
      throw error();
    }
    long start = 0;
    // A volume without extents has no last one; lvm2 takes any number then.
    long last = size == 0 ? VolumeGroup.MAX_EXTENTS : size - 1;
    long end = last;
    if (isDigit()) {
      start = number();
      end = peek() == ':' || peek() == 0 ? start : end;
    }
    if (peek() == '-') {
      at++;
      end = isDigit() ? number() : end;
    } else if (peek() == '+') {
      at++;
      end = isDigit() ? start + Math.max(1, number()) - 1 : end;
    }
    if (peek() != ':' && peek() != 0) {
      throw error();
    }
    if (start > end || end > last) {
      throw new FailedException(
          "PE range error: start extent " + start + " to end extent " + end + ".");
    }
    return new ExtentRange(start, end - start + 1);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean isDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  private long number() {
    long value = 0;
    int start = at;
    while (isDigit()) {
      value = value * 10 + (peek() - '0');
      if (value > VolumeGroup.MAX_EXTENTS) {
        at = start;
        throw error();
      }
      at++;
    }
    return value;
  }

  private FailedException error() {
    return new FailedException("Physical extent parsing error at " + text.substring(at) + ".");
  }
}
