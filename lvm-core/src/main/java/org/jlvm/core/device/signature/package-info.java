/**
 * Recognises what is already on a device (file systems, swap, encryption, RAID members, partition
 * tables) and removes its signatures, under the names and at the offsets that libblkid, and so
 * lvm2, reports. Facts are from each format's documentation and libblkid's tables.
 */
@NullMarked
package org.jlvm.core.device.signature;

import org.jspecify.annotations.NullMarked;
