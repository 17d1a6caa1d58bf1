package org.jlvm.core.engine.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @param level how it is said
   * @param text a sentence for the user that names the device
   * @param ofOrphan whether that matters only to those who look at volumes of no group
   */
  public record Problem(Level level, String text, boolean ofOrphan) {
    Problem(Level level, String text) {
      this(level, text, false);
    }

    static Problem warning(String text) {
      return new Problem(Level.WARN, text);
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

  /** Devices by PV id; more than one where a PV is duplicated. */
  public Map<LvmId, List<ScannedPv>> pvsById() {
    Map<LvmId, List<ScannedPv>> byId = new LinkedHashMap<>();
    for (ScannedPv pv : pvs) {
      byId.computeIfAbsent(pv.id(), id -> new ArrayList<>(1)).add(pv);
    }
    return byId;
  }
}
