package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.alloc.ExtentRange;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;

/**
 * Operands that say on which physical volumes to allocate: {@code /dev/sda:0-3:7-}, {@code @tag}.
 */
public final class PvOperands {
  private final VgState state;
  private final FreeExtents free;
  private final Messages messages;
  private final boolean allocatableOnly;
  private final Map<LvmId, List<ExtentRange>> chosen = new LinkedHashMap<>();

  private PvOperands(VgState state, Messages messages, boolean allocatableOnly) {
    this.state = state;
    this.messages = messages;
    this.allocatableOnly = allocatableOnly;
    free = FreeExtents.of(state.vg());
  }

  /** All volumes of the group, those without a device marked as missing. */
  public static PvChoices all(VgState state) {
    return PvChoices.all(state.vg(), missing(state));
  }

  private static Set<LvmId> missing(VgState state) {
    Set<LvmId> missing = new HashSet<>();
    for (PhysicalVolume pv : state.missingPvs()) {
      missing.add(pv.id());
    }
    return missing;
  }

  /**
   * Reads operands; without any, all volumes are meant.
   *
   * @param allocatableOnly whether volumes without free extents are passed over with a warning
   * @throws FailedException if one is not of the group, malformed, or none is left
   */
  public static PvChoices parse(
      VgState state, List<String> operands, Messages messages, boolean allocatableOnly) {
    if (operands.isEmpty()) {
      return all(state);
    }
    PvOperands reader = new PvOperands(state, messages, allocatableOnly);
    for (String operand : operands) {
      reader.add(operand);
    }
    if (reader.chosen.isEmpty()) {
      throw new FailedException("No specified PVs have space available.");
    }
    List<PvChoice> choices = new ArrayList<>(reader.chosen.size());
    for (Map.Entry<LvmId, List<ExtentRange>> entry : reader.chosen.entrySet()) {
      choices.add(new PvChoice(entry.getKey(), entry.getValue()));
    }
    return PvChoices.of(choices).withMissing(missing(state));
  }

  private void add(String operand) {
    if (operand.startsWith("@")) {
      addTagged(operand.substring(1));
      return;
    }
    Unescaped path = unescape(operand);
    PhysicalVolume pv =
        named(path.name())
            .orElseThrow(
                () ->
                    new FailedException(
                        "Physical Volume \""
                            + path.name()
                            + "\" not found in Volume Group \""
                            + state.vg().name()
                            + "\"."));
    add(pv, path.ranges());
  }

  private void addTagged(String tag) {
    if (!Tag.isValid(tag)) {
      messages.error("Skipping invalid tag " + tag + '.');
      return;
    }
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (pv.tags().contains(new Tag(tag))) {
        add(pv, "");
      }
    }
  }

  /** A path and what follows its first colon that is not escaped by a backslash. */
  private record Unescaped(String name, String ranges) {}

  private static Unescaped unescape(String operand) {
    StringBuilder name = new StringBuilder(operand.length());
    for (int i = 0; i < operand.length(); i++) {
      char c = operand.charAt(i);
      boolean escape =
          c == '\\'
              && i + 1 < operand.length()
              && (operand.charAt(i + 1) == ':' || operand.charAt(i + 1) == '@');
      if (escape) {
        name.append(operand.charAt(++i));
      } else if (c == ':') {
        return new Unescaped(name.toString(), operand.substring(i));
      } else {
        name.append(c);
      }
    }
    return new Unescaped(name.toString(), "");
  }

  private Optional<PhysicalVolume> named(String name) {
    for (PhysicalVolume pv : state.vg().pvs()) {
      Optional<ScannedPv> device = state.device(pv.id());
      if (device.isPresent() && device.get().device().names().contains(name)) {
        return Optional.of(pv);
      }
    }
    return Optional.empty();
  }

  private void add(PhysicalVolume pv, String ranges) {
    String name = state.pvName(pv);
    if (state.device(pv.id()).isEmpty()) {
      throw new FailedException("Failed to create PV entry for missing device.");
    }
    if (allocatableOnly && !pv.isAllocatable()) {
      messages.warn("WARNING: Physical volume " + name + " not allocatable.");
      return;
    }
    if (allocatableOnly && state.isMissing(pv)) {
      messages.warn("WARNING: Physical volume " + name + " is missing.");
      return;
    }
    if (allocatableOnly && free.count(pv.id()) == 0) {
      messages.warn("WARNING: No free extents on physical volume \"" + name + "\".");
      return;
    }
    List<ExtentRange> list = chosen.computeIfAbsent(pv.id(), id -> new ArrayList<>());
    if (ranges.isEmpty()) {
      addRange(list, name, new ExtentRange(0, pv.peCount()));
    } else {
      parseRanges(list, name, ranges, pv.peCount());
    }
  }

  private static void addRange(List<ExtentRange> list, String pv, ExtentRange range) {
    for (ExtentRange other : list) {
      if (other.overlaps(range)) {
        throw new FailedException(
            "Overlapping PE ranges specified ("
                + range.first()
                + '-'
                + range.last()
                + ", "
                + other.first()
                + '-'
                + other.last()
                + ") on "
                + pv
                + '.');
      }
    }
    list.add(range);
  }

  /** {@code :5}, {@code :5-}, {@code :-5}, {@code :5-9}, {@code :5+3}, several in a row. */
  private static void parseRanges(List<ExtentRange> list, String pv, String text, long size) {
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != ':' || at + 1 == text.length() || text.charAt(at + 1) == ':') {
        throw malformed(text, text.charAt(at) == ':' ? at + 1 : at);
      }
      int end = text.indexOf(':', at + 1);
      String range = text.substring(at + 1, end < 0 ? text.length() : end);
      addRange(list, pv, range(range, size));
      at = end < 0 ? text.length() : end;
    }
  }

  private static ExtentRange range(String text, long size) {
    int digits = digits(text, 0);
    long start = number(text, 0, digits, 0);
    long end = digits > 0 && digits == text.length() ? start : size - 1;
    int at = digits;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      boolean length = text.charAt(at) == '+';
      int stop = digits(text, at + 1);
      if (stop > at + 1) {
        long number = number(text, at + 1, stop, 0);
        end = length ? start + Math.max(number, 1) - 1 : number;
      }
      at = stop;
    }
    if (at < text.length()) {
      throw malformed(text, at);
    }
    if (start > end || end > size - 1) {
      throw new FailedException(
          "PE range error: start extent " + start + " to end extent " + end + '.');
    }
    return new ExtentRange(start, end - start + 1);
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static long number(String text, int from, int to, long otherwise) {
    if (from == to) {
      return otherwise;
    }
    if (to - from > 10 || Long.parseLong(text.substring(from, to)) > 0xFFFFFFFFL) {
      throw malformed(text, from);
    }
    return Long.parseLong(text.substring(from, to));
  }

  private static FailedException malformed(String text, int at) {
    return new FailedException("Physical extent parsing error at " + text.substring(at) + '.');
  }
}
