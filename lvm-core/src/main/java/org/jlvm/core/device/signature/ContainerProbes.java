package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.ondisk.LvmChecksum;

/** What holds other devices: LVM, device-mapper targets, caches, encryption, replication. */
final class ContainerProbes {
  private static final byte[] LUKS = "LUKS\u00ba\u00be".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] LUKS_SECOND =
      "SKUL\u00ba\u00be".getBytes(StandardCharsets.ISO_8859_1);
  private static final long[] LUKS_SECOND_AT = {
    0x4000, 0x8000, 0x10000, 0x20000, 0x40000, 0x80000, 0x100000, 0x200000, 0x400000
  };
  private static final String BCACHE =
      "\u00c6\u0085\u0073\u00f6\u004e\u001a\u0045\u00ca\u0082\u0065\u00f5\u007f\u0048\u00ba\u006d\u0081";
  private static final String BCACHEFS =
      "\u00c6\u0085\u0073\u00f6\u0066\u00ce\u0090\u00a9\u00d9\u006a\u0060\u00cf\u0080\u003d\u00f7\u00ef";
  private static final String STRATIS = "!Stra0tis\u0086\u00ff\u0002^\u0041rh";
  private static final int DRBD_MAGIC_AT = 60;

  private ContainerProbes() {}

  static List<Probe> all() {
    List<Probe> probes = new ArrayList<>();
    addCaches(probes);
    addReplication(probes);
    addLvm(probes);
    probes.add(ContainerProbes::luks);
    probes.add(MagicProbe.of("VMFS_volume_member", Magic.at(1 << 20, "\r\u00d0\u0001\u00c0")));
    probes.add(MagicProbe.of("ubi", Magic.at(0, "UBI#")));
    probes.add(MagicProbe.of("vdo", Magic.at(0, "dmvdo001")));
    probes.add(
        MagicProbe.of("stratis", Magic.at(512 + 4, STRATIS), Magic.at(9 * 512 + 4, STRATIS))
            .from(8192));
    probes.add(
        MagicProbe.of(
            "BitLocker",
            Magic.at(0, "\u00ebR\u0090-FVE-FS-"),
            Magic.at(0, "\u00ebX\u0090-FVE-FS-")));
    return probes;
  }

  private static void addCaches(List<Probe> probes) {
    probes.add(
        MagicProbe.of("bcache", Magic.in(4096, 24, BCACHE))
            .from(8192)
            .checking(16, (bytes, device, magic) -> bytes.getLong(8) == 8));
    probes.add(
        MagicProbe.of(
                "bcachefs",
                Magic.in(4096, 24, BCACHE),
                Magic.in(4096, 24, BCACHEFS),
                Magic.in(2 << 20, 24, BCACHEFS))
            .from(256 * 512)
            .checking(
                128,
                (bytes, device, magic) ->
                    bytes.getLong(104) == magic.base() / 512 && bytes.get(123) != 0));
    probes.add(MagicProbe.of("ceph_bluestore", Magic.at(0, "bluestore block device")));
  }

  private static void addReplication(List<Probe> probes) {
    probes.add(
        MagicProbe.of(
                "drbd",
                Magic.in(-4096, DRBD_MAGIC_AT, "\u0083t\u0002k"),
                Magic.in(-4096, DRBD_MAGIC_AT, "\u0083t\u0002l"),
                Magic.in(-4096, DRBD_MAGIC_AT, "\u0083t\u0002m"))
            .from(0x10000)
            .checking(
                128, (bytes, device, magic) -> Integer.reverseBytes(bytes.getInt(80)) == 4096));
    probes.add(
        MagicProbe.of("drbdmanage_control_volume", Magic.at(0, "$DRBDmgr=q")).from(64 * 1024));
    probes.add(MagicProbe.of("drbdproxy_datalog", Magic.at(0, "DRBDdlh*")).from(16 * 1024));
  }

  private static void addLvm(List<Probe> probes) {
    probes.add(
        MagicProbe.of(
                "LVM2_member",
                Magic.in(512, 24, "LVM2 001"),
                Magic.in(0, 24, "LVM2 001"),
                Magic.in(1024, 24, "LVM2 001"),
                Magic.in(1536, 24, "LVM2 001"))
            .checking(512, ContainerProbes::isLvm2));
    probes.add(
        MagicProbe.of("LVM1_member", Magic.at(0, "HM"))
            .checking(
                4, (bytes, device, magic) -> bytes.getShort(2) == 1 || bytes.getShort(2) == 2));
    probes.add(MagicProbe.of("DM_snapshot_cow", Magic.at(0, "SnAp")));
    probes.add(
        MagicProbe.of("DM_verity_hash", Magic.at(0, "verity\0\0"))
            .checking(16, (bytes, device, magic) -> bytes.getInt(8) == 1));
    probes.add(
        MagicProbe.of("DM_integrity", Magic.at(0, "integrt\0"))
            .checking(16, (bytes, device, magic) -> bytes.get(8) != 0));
  }

  private static boolean isLvm2(ByteBuffer label, ProbeReader device, Magic magic) {
    ByteBuffer checked = label.duplicate().position(20);
    return device.matches(magic.base(), "LABELONE".getBytes(StandardCharsets.ISO_8859_1))
        && label.getLong(8) == magic.base() / 512
        && LvmChecksum.of(checked) == label.getInt(16);
  }

  /** The header at the start; failing that, LUKS2's second one, wherever it may be. */
  private static Optional<Signature> luks(ProbeReader device) {
    if (isLuks(device, LUKS, 0)) {
      return Optional.of(new Signature("crypto_LUKS", 0, LUKS.length));
    }
    for (long offset : LUKS_SECOND_AT) {
      if (isLuks(device, LUKS_SECOND, offset)) {
        return Optional.of(new Signature("crypto_LUKS", offset, LUKS.length));
      }
    }
    return Optional.empty();
  }

  private static boolean isLuks(ProbeReader device, byte[] magic, long offset) {
    Optional<ByteBuffer> header = device.at(offset, 512);
    if (header.isEmpty() || !device.matches(offset, magic)) {
      return false;
    }
    int version = Short.reverseBytes(header.get().getShort(6));
    return version != 2 || Long.reverseBytes(header.get().getLong(256)) == offset;
  }
}
