package org.jlvm.dm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;

/**
 * All that can be done with device-mapper devices. A device has a table in use (active) and may
 * have one loaded to take its place (inactive); while suspended, requests to it wait.
 *
 * <p>Every method throws {@link DmException} if the driver refuses, with ENXIO if there is no such
 * device and the method does not say otherwise. Implementations: the kernel's driver ({@code
 * dm.ioctl}) and one in Java ({@code dm.user}).
 */
public interface DeviceMapper extends AutoCloseable {

  /** Version of the driver's protocol. */
  DmVersion driverVersion();

  /** Targets that the driver has at the moment, without loading any. */
  List<TargetVersion> targetVersions();

  /** A target of the driver, its module loaded if need be; empty if it cannot be had. */
  Optional<TargetVersion> target(String targetType);

  /** All devices, in the driver's order. */
  List<DmListEntry> list();

  /**
   * Makes a device without a table, suspended.
   *
   * @param minor the number to take; any free one if absent
   * @throws DmException EBUSY if the name or uuid is taken, ENXIO if the number is
   */
  DmInfo create(DmName name, Optional<DmUuid> uuid, OptionalInt minor);

  /**
   * @throws DmException EBUSY if it is open and the mode does not help
   */
  void remove(DeviceRef device, RemoveMode mode, UdevNotice udev);

  /**
   * @throws DmException EBUSY if the name is taken
   */
  void rename(DeviceRef device, DmName name, UdevNotice udev);

  /**
   * Gives a device without uuid one.
   *
   * @throws DmException EINVAL if it has one
   */
  void setUuid(DeviceRef device, DmUuid uuid);

  /** Makes the table the inactive one, in place of another. */
  void load(DeviceRef device, DmTable table, LoadMode mode);

  /** Forgets the inactive table, if there is one. */
  void clear(DeviceRef device);

  /** Returns when no request is under way any more; later ones wait for {@link #resume}. */
  void suspend(DeviceRef device, SuspendMode mode);

  /** Puts the inactive table in use, if there is one, and lets requests through. */
  void resume(DeviceRef device, UdevNotice udev);

  /** Empty if there is no such device. */
  Optional<DmInfo> info(DeviceRef device);

  /** Empty if there is no such device; an empty table if there is none. */
  Optional<TableReport> table(DeviceRef device, QueryMode mode);

  /** Empty if there is no such device. */
  Optional<StatusReport> status(DeviceRef device, QueryMode mode);

  /** Devices that the table uses, each once, in no particular order. */
  List<DeviceNumber> dependencies(DeviceRef device, QueryMode mode);

  /** Sends a message to the target that serves the sector; the answer, if there is one. */
  Optional<String> message(DeviceRef device, Sectors sector, String message);

  /**
   * Waits until the device's event number is not the given one any more.
   *
   * @param limit how long to wait at most; zero asks once
   * @return the state then; empty when the time is up
   */
  Optional<DmInfo> awaitEvent(DeviceRef device, long eventNumber, Duration limit);

  /**
   * Begins to watch for events of any device: one that comes after this call ends the next {@link
   * #awaitAnyEvent}.
   */
  void watchEvents();

  /**
   * Waits for an event of any device since {@link #watchEvents}.
   *
   * @return false if the time is up
   */
  boolean awaitAnyEvent(Duration limit);

  /** How far the kernel reads ahead. */
  Sectors readAhead(DeviceRef device);

  void setReadAhead(DeviceRef device, Sectors sectors);

  /** How far the kernel reads ahead on any block device; zero if that is not known. */
  default Sectors readAheadOf(DeviceNumber device) {
    return Sectors.ZERO;
  }

  /** Begins changes that {@link #settle} is to wait for; every cookie is to be settled. */
  UdevCookie beginChanges();

  /**
   * Returns when what was changed with the cookie can be seen in the device directory: waits for
   * udev or, where it does not do so, makes and removes nodes. Must not be called while a device is
   * suspended on which the device directory or udev could depend.
   */
  void settle(UdevCookie cookie);

  /**
   * Makes the nodes of all devices that have none, and removes those of devices that are gone, as a
   * killed program leaves them, unless udev looks after them. Without any device it is not known
   * which nodes are of such, and none is removed.
   */
  default void makeNodes() {
    // There is no device directory.
  }

  /** Where the device's node is, once settled. */
  Path node(DmName name);

  @Override
  void close();
}
