package org.jlvm.activation;

import java.nio.file.Path;
import org.jlvm.activation.target.MappingSettings;
import org.jlvm.core.engine.activation.ActivationPolicy;
import org.jlvm.dm.UdevFlags;

/**
 * What activation needs of the configuration.
 *
 * @param deviceDirectory as /dev
 * @param sysDirectory as /sys
 * @param policy which volumes may be activated, and how
 * @param mapping what shows in tables
 * @param udev flags on every device
 * @param linksByUdev whether udev's rules make the links to volumes
 * @param checkLinks whether links are made or repaired here
 * @param retryDeactivation whether a busy device is tried again for a while
 * @param markedParts whether uuids of hidden volumes end as lvm2 marks them since 2.03.36; older
 *     ones do not find such devices
 */
public record ActivationConfig(
    Path deviceDirectory,
    Path sysDirectory,
    ActivationPolicy policy,
    MappingSettings mapping,
    UdevFlags udev,
    boolean linksByUdev,
    boolean checkLinks,
    boolean retryDeactivation,
    boolean markedParts) {}
