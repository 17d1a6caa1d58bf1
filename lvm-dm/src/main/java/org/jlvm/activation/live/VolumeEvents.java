package org.jlvm.activation.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.Layer;
import org.jlvm.core.model.LvmId;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmUuid;

/**
 * Waits for the driver to tell something of some volumes, such as that a mirror's copies are the
 * same now. What it tells from the moment a volume is watched counts, not only while one waits.
 */
public final class VolumeEvents {
  private final DeviceMapper driver;
  private final Map<DmUuid, Long> seen = new LinkedHashMap<>();

  public VolumeEvents(DeviceMapper driver) {
    this.driver = driver;
  }

  /** No volume is watched any more. */
  public void clear() {
    seen.clear();
  }

  /**
   * Watches a volume too, if it has a device.
   *
   * @throws DmException if the driver cannot tell of events
   */
  public void watch(LvmId vg, LvmId lv) {
    for (String suffix : new String[] {"", Layer.REAL.suffix()}) {
      DmUuid uuid = DeviceNames.uuid(vg, lv, suffix);
      Optional<DmInfo> info = driver.info(uuid);
      if (info.isPresent()) {
        seen.put(uuid, info.get().eventNumber());
      }
    }
  }

  /**
   * Waits for an event of a volume that is watched.
   *
   * @return false if there was none in that time
   */
  public boolean await(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      driver.watchEvents();
      if (hasCome()) {
        return true;
      }
      Duration rest = Duration.ofNanos(end - System.nanoTime());
      if (rest.isNegative() || rest.isZero()) {
        return false;
      }
      driver.awaitAnyEvent(rest);
    }
  }

  private boolean hasCome() {
    for (Map.Entry<DmUuid, Long> entry : seen.entrySet()) {
      Optional<DmInfo> info = driver.info(entry.getKey());
      if (info.isEmpty() || info.get().eventNumber() != entry.getValue()) {
        return true;
      }
    }
    return false;
  }
}
