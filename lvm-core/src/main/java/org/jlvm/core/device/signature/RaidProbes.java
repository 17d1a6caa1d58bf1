package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members of RAID arrays: Linux md, and firmware formats at the end of disks. */
final class RaidProbes {
  private static final int MD_MAGIC = 0xa92b4efc;
  private static final long MD_RESERVED = 0x10000;
  private static final int MD_HEADER = 256;
  private static final int DDF_MAGIC = 0xde11de11;
  private static final int[] PROMISE_SECTORS = {
    63, 255, 256, 16, 399, 591, 675, 735, 911, 974, 991, 951, 3087
  };

  private RaidProbes() {}

  static List<Probe> all() {
    List<Probe> probes = new ArrayList<>();
    probes.add(RaidProbes::md);
    probes.add(RaidProbes::ddf);
    probes.add(RaidProbes::isw);
    probes.add(device -> atEnd(device, "lsi_mega_raid_member", 1, "$XIDE$"));
    probes.add(device -> atEnd(device, "nvidia_raid_member", 2, "NVIDIA  "));
    probes.add(RaidProbes::promise);
    probes.add(
        MagicProbe.of(
                "hpt37x_raid_member",
                Magic.at(4640, "\u00f0\u0016\u0078\u005a"),
                Magic.at(4640, "\u00fd\u0016\u0078\u005a"))
            .from(0x10000));
    return probes;
  }

  /** Superblock versions 0.90 and 1.0 at the end, 1.1 at the start, 1.2 at 4 KiB. */
  private static Optional<Signature> md(ProbeReader device) {
    long size = device.size();
    if (size > MD_RESERVED) {
      long old = size / MD_RESERVED * MD_RESERVED - MD_RESERVED;
      if (isMdVersion0(device, old)) {
        return Optional.of(mdAt(old));
      }
      long atEnd = size / 4096 * 4096 - 8192;
      if (isMdVersion1(device, atEnd)) {
        return Optional.of(mdAt(atEnd));
      }
    }
    for (long offset : new long[] {0, 4096}) {
      if (isMdVersion1(device, offset)) {
        return Optional.of(mdAt(offset));
      }
    }
    return Optional.empty();
  }

  private static Signature mdAt(long offset) {
    return new Signature("linux_raid_member", offset, 4);
  }

  /** Version 0 is in the byte order of the machine that made it. */
  private static boolean isMdVersion0(ProbeReader device, long offset) {
    Optional<ByteBuffer> found = device.at(offset, MD_HEADER);
    if (found.isEmpty()) {
      return false;
    }
    int magic = found.get().getInt(0);
    boolean swapped = Integer.reverseBytes(magic) == MD_MAGIC;
    int stored = found.get().getInt(32);
    long used = (swapped ? Integer.reverseBytes(stored) : stored) & 0xffffffffL;
    boolean fits = used * 1024 + MD_RESERVED <= device.size() && offset >= used * 1024;
    return (magic == MD_MAGIC || swapped) && fits;
  }

  private static boolean isMdVersion1(ProbeReader device, long offset) {
    Optional<ByteBuffer> found = device.at(offset, MD_HEADER);
    return found.isPresent()
        && found.get().getInt(0) == MD_MAGIC
        && found.get().getInt(4) == 1
        && found.get().getLong(144) == offset / 512;
  }

  private static Optional<Signature> ddf(ProbeReader device) {
    if (device.size() < 0x30000) {
      return Optional.empty();
    }
    for (int sectors : new int[] {1, 257}) {
      long offset = (device.size() / 512 - sectors) * 512;
      Optional<ByteBuffer> header = device.at(offset, 512);
      boolean found =
          header.isPresent() && Integer.reverseBytes(header.get().getInt(0)) == DDF_MAGIC;
      if (found && hasPrimary(device, Long.reverseBytes(header.get().getLong(96)))) {
        return Optional.of(new Signature("ddf_raid_member", offset, 4));
      }
    }
    return Optional.empty();
  }

  private static boolean hasPrimary(ProbeReader device, long sector) {
    if (sector <= 0 || sector > device.size() / 512) {
      return sector <= 0;
    }
    Optional<ByteBuffer> primary = device.at(sector * 512, 4);
    return primary.isPresent() && Integer.reverseBytes(primary.get().getInt(0)) == DDF_MAGIC;
  }

  /** Intel's metadata; its signature field has room for a version. */
  private static Optional<Signature> isw(ProbeReader device) {
    long offset = (device.size() / device.sectorSize() - 2) * device.sectorSize();
    return device.size() >= 0x10000 && device.matches(offset, bytes("Intel Raid ISM Cfg Sig. "))
        ? Optional.of(new Signature("isw_raid_member", offset, 32))
        : Optional.empty();
  }

  private static Optional<Signature> atEnd(
      ProbeReader device, String type, int sectors, String text) {
    long offset = (device.size() / 512 - sectors) * 512;
    return device.size() >= 0x10000 && device.matches(offset, bytes(text))
        ? Optional.of(new Signature(type, offset, text.length()))
        : Optional.empty();
  }

  private static Optional<Signature> promise(ProbeReader device) {
    String text = "Promise Technology, Inc.";
    for (int sectors : PROMISE_SECTORS) {
      long offset = (device.size() / 512 - sectors) * 512;
      if (device.size() >= 0x40000 && device.matches(offset, bytes(text))) {
        return Optional.of(new Signature("promise_fasttrack_raid_member", offset, text.length()));
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
