package org.jlvm.core.engine.online;

import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;

/**
 * A physical volume that was seen.
 *
 * @param pvid 32 characters
 * @param number the device's number when it was seen
 * @param vg the group's name, if the volume's own metadata told it
 * @param deviceName the device's name then
 */
public record OnlinePv(
    String pvid, DeviceNumber number, Optional<String> vg, Optional<String> deviceName) {}
