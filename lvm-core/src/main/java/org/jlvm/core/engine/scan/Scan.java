package org.jlvm.core.engine.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.RawLocation;
import org.jspecify.annotations.Nullable;

/**
 * What one read of the devices found.
 *
 * @param devices all that were read, in the order given
 * @param pvs those with a label, in the same order
 * @param problems what was wrong with devices and their areas
 * @param texts every metadata text that an area in use points to, read once
 */
public record Scan(
    List<BlockDevice> devices,
    List<ScannedPv> pvs,
    List<Problem> problems,
    Map<TextKey, MetadataText> texts) {

  /**
   * Something to be said of what was found damaged.
   *
   * @param device the name of the device that it is said of
   * @param level how it is said
   * @param text a sentence for the user that names the device
   * @param ofOrphan whether that matters only to those who look at volumes of no group
   */
  public record Problem(String device, Level level, String text, boolean ofOrphan) {
    Problem(String device, Level level, String text) {
      this(device, level, text, false);
    }

    static Problem warning(String device, String text) {
      return new Problem(device, Level.WARN, text);
    }
  }

  /** What tells texts apart without reading them: lvm2 takes equal size and checksum for equal. */
  public record TextKey(long size, int checksum) {
    static TextKey of(RawLocation location) {
      return new TextKey(location.size(), location.checksum());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TextKey that && size == that.size && checksum == that.checksum;
    }

    @Override
    public int hashCode() {
      return checksum;
    }
  }

  public Scan {
    devices = List.copyOf(devices);
    pvs = List.copyOf(pvs);
    problems = List.copyOf(problems);
    texts = Map.copyOf(texts);
  }

  /** The text that an area holds, if it is in use, has one, and that could be read. */
  public Optional<MetadataText> textOf(ScannedArea area) {
    return area.text().flatMap(location -> Optional.ofNullable(texts.get(TextKey.of(location))));
  }

  /**
   * What was wrong with the devices whose areas tell of a group, if that calls for another look at
   * them with the group locked: they do not agree, or no first area has a text of it.
   */
  public List<Problem> problemsToSeeAgain(LvmId vg) {
    if (problems.isEmpty()) {
      return List.of();
    }
    Set<String> members = new HashSet<>();
    Set<TextKey> keys = new HashSet<>();
    boolean first = false;
    for (ScannedPv pv : pvs) {
      for (ScannedArea area : pv.areas()) {
        Optional<TextKey> key = area.location().map(TextKey::of);
        MetadataText text = key.map(texts::get).orElse(null);
        if (text != null && text.vgId().equals(vg)) {
          members.add(pv.device().name());
          key.ifPresent(keys::add);
          first |= area.index() == 0 && area.problem().isEmpty();
        }
      }
    }
    List<Problem> again = new ArrayList<>(0);
    for (Problem problem : problems) {
      if ((keys.size() > 1 || !first) && members.contains(problem.device())) {
        again.add(problem);
      }
    }
    return again;
  }

  /** Devices by PV id; more than one where a PV is duplicated. */
  public Map<LvmId, List<ScannedPv>> pvsById() {
    Map<LvmId, List<ScannedPv>> byId = new LinkedHashMap<>();
    for (ScannedPv pv : pvs) {
      byId.computeIfAbsent(pv.id(), id -> new ArrayList<>(1)).add(pv);
    }
    return byId;
  }
}
