package org.jlvm.activation.live;

import java.util.List;
import java.util.Optional;
import org.jlvm.activation.node.DeviceNumbers;
import org.jlvm.activation.node.Node;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.TableReport;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.UdevFlags;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.TargetLine;
import org.jspecify.annotations.Nullable;

/**
 * Single changes of devices, told as lvm2 tells them ({@code -v}) and tied to one udev cookie until
 * {@link #settle}. Methods throw {@link DmException}. Not thread-safe.
 */
public final class Changes {
  private final DeviceMapper driver;
  private final LiveDevices live;
  private final Messages messages;
  private final boolean retryRemoval;
  private @Nullable UdevCookie cookie;

  public Changes(DeviceMapper driver, LiveDevices live, Messages messages, boolean retryRemoval) {
    this.driver = driver;
    this.live = live;
    this.messages = messages;
    this.retryRemoval = retryRemoval;
  }

  /** Takes what is needed to wait for udev, while a failure to get it does no harm yet. */
  public UdevCookie begin() {
    UdevCookie current = cookie;
    if (current == null) {
      current = driver.beginChanges();
      cookie = current;
    }
    return current;
  }

  /** Returns when the device directory shows what was changed; no device may be suspended. */
  public void settle() {
    UdevCookie current = cookie;
    if (current != null) {
      cookie = null;
      driver.settle(current);
    }
  }

  private UdevNotice notice(UdevFlags flags) {
    return new UdevNotice(begin(), flags);
  }

  public DeviceNumbers numbers() {
    return uuid ->
        live.find(uuid)
            .or(() -> live.find(formerOf(uuid)))
            .orElseThrow(() -> DmException.unavailable("Device " + uuid + " is not there."))
            .number();
  }

  private static DmUuid formerOf(DmUuid uuid) {
    String text = uuid.value();
    return text.endsWith("-real")
        ? new DmUuid(text.substring(0, text.length() - "-real".length()))
        : new DmUuid(text + "-real");
  }

  public Optional<DmInfo> info(LiveDevice device) {
    return driver.info(device.ref());
  }

  /** Makes a device without a table. */
  public LiveDevice create(Node node) {
    messages.verbose("Creating " + node.name());
    DmInfo info = driver.create(node.name(), Optional.of(node.uuid()), node.minor());
    LiveDevice device = new LiveDevice(node.name(), node.uuid(), info.number());
    live.added(device);
    return device;
  }

  /** Loads a node's table beside the one in use. */
  public void load(LiveDevice device, Node node) {
    messages.verbose("Loading table for " + device + ".");
    LoadMode mode = node.readOnly() ? LoadMode.READ_ONLY : LoadMode.READ_WRITE;
    driver.load(device.ref(), node.table(numbers()), mode);
  }

  /** The table in use; empty if there is none. */
  public DmTable table(LiveDevice device) {
    return driver
        .table(device.ref(), QueryMode.ACTIVE_NO_FLUSH)
        .map(TableReport::table)
        .orElse(DmTable.EMPTY);
  }

  public void clear(LiveDevice device) {
    driver.clear(device.ref());
  }

  /** Holds back I/O. */
  public void suspend(LiveDevice device, SuspendMode mode) {
    driver.suspend(device.ref(), mode);
  }

  /** Puts the loaded table in use, if there is one, and lets I/O through. */
  public void resume(LiveDevice device, UdevFlags flags) {
    driver.resume(device.ref(), notice(flags));
  }

  public LiveDevice rename(LiveDevice device, DmName name, UdevFlags flags) {
    driver.rename(device.ref(), name, notice(flags));
    live.removed(device);
    LiveDevice renamed = new LiveDevice(name, device.uuid(), device.number());
    live.added(renamed);
    return renamed;
  }

  public void remove(LiveDevice device, UdevFlags flags) {
    messages.verbose("Removing " + device);
    removeQuietly(device, flags);
  }

  /** As {@link #remove}, for while devices are suspended. */
  void removeQuietly(LiveDevice device, UdevFlags flags) {
    RemoveMode mode = retryRemoval ? RemoveMode.RETRY : RemoveMode.ONCE;
    driver.remove(device.ref(), mode, notice(flags));
    live.removed(device);
  }

  /** Sets read-ahead as the volume wants it; automatic only ever raises the kernel's own value. */
  public void setReadAhead(LiveDevice device, Node node) {
    if (node.readAhead() instanceof ReadAhead.Fixed fixed) {
      driver.setReadAhead(device.ref(), fixed.sectors());
    } else if (node.readAhead() instanceof ReadAhead.None) {
      driver.setReadAhead(device.ref(), Sectors.ZERO);
    } else {
      Sectors stripes = node.stripeWidth().times(2);
      Sectors wanted = stripes.isZero() ? readAheadBelow(node) : stripes;
      if (!wanted.isZero() && driver.readAhead(device.ref()).compareTo(wanted) < 0) {
        driver.setReadAhead(device.ref(), wanted);
      }
    }
  }

  /** That of the device where the volume begins. */
  private Sectors readAheadBelow(Node node) {
    List<TargetLine> lines = node.table(numbers()).lines();
    if (lines.isEmpty() || lines.get(0).params().devices().isEmpty()) {
      return Sectors.ZERO;
    }
    return driver.readAheadOf(lines.get(0).params().devices().get(0));
  }

  public DeviceMapper driver() {
    return driver;
  }

  public LiveDevices live() {
    return live;
  }

  public Messages messages() {
    return messages;
  }
}
