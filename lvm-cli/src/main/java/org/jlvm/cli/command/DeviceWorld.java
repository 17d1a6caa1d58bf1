package org.jlvm.cli.command;

import java.nio.file.Path;
import java.util.function.Function;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmName;

/**
 * Devices that take the place of the machine's, all of them in this process.
 *
 * @param disks what can hold physical volumes; numbered as the driver knows them
 * @param driver maps volumes onto them
 * @param contents opens a device of the driver's
 * @param sys where the kernel would tell of its devices, usually {@code /sys}
 */
public record DeviceWorld(
    DeviceInventory disks,
    DeviceMapper driver,
    Function<DmName, DeviceHandle> contents,
    Path sys) {}
