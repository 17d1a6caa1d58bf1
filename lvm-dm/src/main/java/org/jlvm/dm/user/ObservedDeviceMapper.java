package org.jlvm.dm.user;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.DmVersion;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.TableReport;
import org.jlvm.dm.TargetVersion;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;

/** Passes everything on to another device-mapper; a listener hears of changes first. */
public final class ObservedDeviceMapper implements DeviceMapper {
  private final DeviceMapper mapper;
  private final CallListener listener;

  public ObservedDeviceMapper(DeviceMapper mapper, CallListener listener) {
    this.mapper = mapper;
    this.listener = listener;
  }

  @Override
  public DmInfo create(DmName name, Optional<DmUuid> uuid, OptionalInt minor) {
    String number = minor.isPresent() ? " minor " + minor.getAsInt() : "";
    listener.before("create", name.value(), uuid.map(DmUuid::value).orElse("") + number);
    return mapper.create(name, uuid, minor);
  }

  @Override
  public void remove(DeviceRef device, RemoveMode mode, UdevNotice udev) {
    listener.before("remove", device.toString(), mode == RemoveMode.DEFERRED ? "deferred" : "");
    mapper.remove(device, mode, udev);
  }

  @Override
  public void rename(DeviceRef device, DmName name, UdevNotice udev) {
    listener.before("rename", device.toString(), name.value());
    mapper.rename(device, name, udev);
  }

  @Override
  public void setUuid(DeviceRef device, DmUuid uuid) {
    listener.before("rename", device.toString(), "uuid " + uuid);
    mapper.setUuid(device, uuid);
  }

  @Override
  public void load(DeviceRef device, DmTable table, LoadMode mode) {
    String text = mode.secure() ? "(secret)" : table.text().strip().replace("\n", "; ");
    listener.before("reload", device.toString(), (mode.readOnly() ? "read-only " : "") + text);
    mapper.load(device, table, mode);
  }

  @Override
  public void clear(DeviceRef device) {
    listener.before("clear", device.toString(), "");
    mapper.clear(device);
  }

  @Override
  public void suspend(DeviceRef device, SuspendMode mode) {
    String flags = (mode.noFlush() ? "noflush " : "") + (mode.skipLockFs() ? "skiplockfs" : "");
    listener.before("suspend", device.toString(), flags);
    mapper.suspend(device, mode);
  }

  @Override
  public void resume(DeviceRef device, UdevNotice udev) {
    listener.before("resume", device.toString(), "");
    mapper.resume(device, udev);
  }

  @Override
  public Optional<String> message(DeviceRef device, Sectors sector, String message) {
    listener.before("message", device.toString(), sector.count() + " " + message);
    return mapper.message(device, sector, message);
  }

  @Override
  public void setReadAhead(DeviceRef device, Sectors sectors) {
    listener.before("readahead", device.toString(), Long.toString(sectors.count()));
    mapper.setReadAhead(device, sectors);
  }

  @Override
  public DmVersion driverVersion() {
    return mapper.driverVersion();
  }

  @Override
  public List<TargetVersion> targetVersions() {
    return mapper.targetVersions();
  }

  @Override
  public Optional<TargetVersion> target(String targetType) {
    return mapper.target(targetType);
  }

  @Override
  public List<DmListEntry> list() {
    return mapper.list();
  }

  @Override
  public Optional<DmInfo> info(DeviceRef device) {
    return mapper.info(device);
  }

  @Override
  public Optional<TableReport> table(DeviceRef device, QueryMode mode) {
    return mapper.table(device, mode);
  }

  @Override
  public Optional<StatusReport> status(DeviceRef device, QueryMode mode) {
    return mapper.status(device, mode);
  }

  @Override
  public List<DeviceNumber> dependencies(DeviceRef device, QueryMode mode) {
    return mapper.dependencies(device, mode);
  }

  @Override
  public Optional<DmInfo> awaitEvent(DeviceRef device, long eventNumber, Duration limit) {
    return mapper.awaitEvent(device, eventNumber, limit);
  }

  @Override
  public void watchEvents() {
    mapper.watchEvents();
  }

  @Override
  public boolean awaitAnyEvent(Duration limit) {
    return mapper.awaitAnyEvent(limit);
  }

  @Override
  public Sectors readAhead(DeviceRef device) {
    return mapper.readAhead(device);
  }

  @Override
  public Sectors readAheadOf(DeviceNumber device) {
    return mapper.readAheadOf(device);
  }

  @Override
  public void makeNodes() {
    mapper.makeNodes();
  }

  @Override
  public UdevCookie beginChanges() {
    return mapper.beginChanges();
  }

  @Override
  public void settle(UdevCookie cookie) {
    mapper.settle(cookie);
  }

  @Override
  public Path node(DmName name) {
    return mapper.node(name);
  }

  @Override
  public void close() {
    mapper.close();
  }
}
