package org.jlvm.core.report.devtype;

import java.util.List;

/**
 * A kind of block device that can hold physical volumes.
 *
 * @param name as in /proc/devices
 * @param partitions how many minor numbers one device has
 * @param description in words
 */
public record DeviceType(String name, int partitions, String description) {
  /** All that lvm2 knows without configuration, in its order. */
  public static final List<DeviceType> KNOWN =
      List.of(
          new DeviceType("sd", 16, "SCSI disk"),
          new DeviceType("ide", 64, "IDE disk"),
          new DeviceType("md", 1, "Multiple Disk (MD/SoftRAID)"),
          new DeviceType("loop", 1, "Loop device"),
          new DeviceType("ramdisk", 1, "RAM disk"),
          new DeviceType("device-mapper", 1, "Mapped device"),
          new DeviceType("mdp", 1, "Partitionable MD"),
          new DeviceType("dasd", 4, "DASD disk (IBM S/390, zSeries)"),
          new DeviceType("dac960", 8, "DAC960"),
          new DeviceType("nbd", 16, "Network Block Device"),
          new DeviceType("ida", 16, "Compaq SMART2"),
          new DeviceType("cciss", 16, "Compaq CCISS array"),
          new DeviceType("ubd", 16, "User-mode virtual block device"),
          new DeviceType("ataraid", 16, "ATA Raid"),
          new DeviceType("drbd", 16, "Distributed Replicated Block Device (DRBD)"),
          new DeviceType("rbd", 16, "Ceph rados object as a Linux block device"),
          new DeviceType("emcpower", 16, "EMC Powerpath"),
          new DeviceType("power2", 16, "EMC Powerpath"),
          new DeviceType("i2o_block", 16, "i2o Block Disk"),
          new DeviceType("iseries/vd", 8, "iSeries disks"),
          new DeviceType("gnbd", 1, "Network block device"),
          new DeviceType("aoe", 16, "ATA over Ethernet"),
          new DeviceType("xvd", 16, "Xen virtual block device"),
          new DeviceType("vdisk", 8, "SUN's LDOM virtual block device"),
          new DeviceType("ps3disk", 16, "PlayStation 3 internal disk"),
          new DeviceType("virtblk", 8, "VirtIO disk"),
          new DeviceType("mmc", 16, "MMC block device"),
          new DeviceType("blkext", 1, "Extended device partitions"),
          new DeviceType("fio", 16, "Fusion IO"),
          new DeviceType("mtip32xx", 16, "Micron PCIe SSD"),
          new DeviceType("vtms", 16, "Violin Memory"),
          new DeviceType("skd", 16, "STEC"),
          new DeviceType("scm", 8, "Storage Class Memory (IBM S/390)"),
          new DeviceType("bcache", 1, "bcache block device cache"),
          new DeviceType("nvme", 64, "NVM Express"),
          new DeviceType("zvol", 16, "ZFS Zvols"),
          new DeviceType("VxDMP", 16, "Veritas Dynamic Multipathing"),
          new DeviceType("zram", 1, "zram block device"));
}
