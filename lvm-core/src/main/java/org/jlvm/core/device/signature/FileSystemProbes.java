package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** File systems, swap space and journals, in libblkid's order. */
final class FileSystemProbes {
  private static final int KIB = 1024;
  private static final int[] PAGE_ENDS = {0xff6, 0x1ff6, 0x3ff6, 0x7ff6, 0xfff6};

  private FileSystemProbes() {}

  static List<Probe> all() {
    List<Probe> probes = new ArrayList<>();
    probes.add(FatProbe.fat());
    addSwap(probes);
    probes.add(MagicProbe.of("xfs", Magic.at(0, "XFSB")).checking(512, FileSystemChecks::isXfs));
    probes.add(MagicProbe.of("exfs", Magic.at(0, "EXFS")));
    probes.addAll(ExtProbes.all());
    addOlder(probes);
    probes.add(FileSystemChecks::udf);
    probes.add(
        MagicProbe.of("iso9660", Magic.at(32 * KIB + 1, "CD001"), Magic.at(32 * KIB + 9, "CDROM")));
    probes.add(FileSystemChecks::zfs);
    addForeign(probes);
    probes.add(FatProbe.ntfs());
    addSmall(probes);
    addClustered(probes);
    addNewer(probes);
    return probes;
  }

  private static void addSwap(List<Probe> probes) {
    List<Magic> suspended = new ArrayList<>();
    List<Magic> swap = new ArrayList<>();
    suspended.add(Magic.at(0, FileSystemChecks.TUX_ON_ICE));
    for (int end : PAGE_ENDS) {
      for (String text : List.of("S1SUSPEND", "S2SUSPEND", "ULSUSPEND", "LINHIB0001")) {
        suspended.add(Magic.at(end, text));
      }
      swap.add(Magic.in(0, end, "SWAP-SPACE"));
      swap.add(Magic.in(0, end, "SWAPSPACE2"));
    }
    int least = 10 * 4096;
    probes.add(MagicProbe.of("swsuspend", suspended.toArray(Magic[]::new)).from(least));
    probes.add(
        MagicProbe.of("swap", swap.toArray(Magic[]::new))
            .from(least)
            .checking(2048, FileSystemChecks::isSwap));
  }

  private static void addOlder(List<Probe> probes) {
    probes.add(
        MagicProbe.of(
                "reiserfs",
                Magic.in(8 * KIB, 0x34, "ReIsErFs"),
                Magic.in(64 * KIB, 0x34, "ReIsEr2Fs"),
                Magic.in(64 * KIB, 0x34, "ReIsEr3Fs"),
                Magic.in(64 * KIB, 0x34, "ReIsErFs"),
                Magic.in(8 * KIB, 20, "ReIsErFs"))
            .from(128 * KIB)
            .checking(64, FileSystemChecks::isReiser));
    probes.add(MagicProbe.of("reiser4", Magic.at(64 * KIB, "ReIsEr4")).from(128 * KIB));
    probes.add(
        MagicProbe.of("jfs", Magic.at(32 * KIB, "JFS1"))
            .from(16 << 20)
            .checking(64, FileSystemChecks::isJfs));
  }

  private static void addForeign(List<Probe> probes) {
    probes.add(
        MagicProbe.of("hfsplus", Magic.at(KIB, "BD"), Magic.at(KIB, "H+"), Magic.at(KIB, "HX"))
            .checking(512, FileSystemChecks::isHfsPlus));
    probes.add(MagicProbe.of("hfs", Magic.at(KIB, "BD")).checking(512, FileSystemChecks::isHfs));
    probes.add(FileSystemChecks::ufs);
    probes.add(MagicProbe.of("hpfs", Magic.at(8 * KIB, "\u0049\u00e8\u0095\u00f9")));
    probes.add(MagicProbe.of("xenix", Magic.at(2 * KIB, "+UD"), Magic.at(2 * KIB, "DU+")));
  }

  private static void addSmall(List<Probe> probes) {
    probes.add(MagicProbe.of("ReFS", Magic.at(0, "\0\0\0ReFS\0")));
    probes.add(
        MagicProbe.of(
            "cramfs",
            Magic.at(0, "\u0045\u003d\u00cd\u0028"),
            Magic.at(0, "\u0028\u00cd\u003d\u0045")));
    probes.add(MagicProbe.of("romfs", Magic.at(0, "-rom1fs-")));
    probes.add(FileSystemChecks.minix());
  }

  private static void addClustered(List<Probe> probes) {
    String gfs = "\u0001\u0016\u0019\u0070";
    probes.add(
        MagicProbe.of("gfs", Magic.at(64 * KIB, gfs))
            .from(32 << 20)
            .checking(32, (b, device, magic) -> gfsFormats(b, 1309, 1309, 1401, 1401)));
    probes.add(
        MagicProbe.of("gfs2", Magic.at(64 * KIB, gfs))
            .from(32 << 20)
            .checking(32, (b, device, magic) -> gfsFormats(b, 1800, 1899, 1900, 1999)));
    probes.add(MagicProbe.of("ocfs", Magic.at(8 * KIB, "OracleCFS")).from(14000 * KIB));
    probes.add(
        MagicProbe.of(
                "ocfs2",
                Magic.at(KIB, "OCFSV2"),
                Magic.at(2 * KIB, "OCFSV2"),
                Magic.at(4 * KIB, "OCFSV2"),
                Magic.at(8 * KIB, "OCFSV2"))
            .from(14000 * KIB));
    probes.add(MagicProbe.of("oracleasm", Magic.at(32, "ORCLDISK")));
    probes.add(
        MagicProbe.of(
            "vxfs",
            Magic.at(KIB, "\u00f5\u00fc\u0001\u00a5"),
            Magic.at(8 * KIB, "\u00a5\u0001\u00fc\u00f5")));
  }

  private static boolean gfsFormats(
      ByteBuffer b, int fsFrom, int fsTo, int hostsFrom, int hostsTo) {
    int fs = Integer.reverseBytes(b.getInt(24));
    int hosts = Integer.reverseBytes(b.getInt(28));
    return fs >= fsFrom && fs <= fsTo && hosts >= hostsFrom && hosts <= hostsTo;
  }

  private static void addNewer(List<Probe> probes) {
    probes.add(
        MagicProbe.of("squashfs", Magic.at(0, "hsqs"))
            .checking(32, (b, device, magic) -> b.getShort(28) >= 4));
    probes.add(
        MagicProbe.of("squashfs3", Magic.at(0, "sqsh"), Magic.at(0, "hsqs"))
            .checking(
                32,
                (b, device, magic) ->
                    (magic.bytes()[0] == 's' ? Short.reverseBytes(b.getShort(28)) : b.getShort(28))
                        <= 3));
    probes.add(MagicProbe.of("nss", Magic.at(4 * KIB, "SPB5")));
    probes.add(
        MagicProbe.of("btrfs", Magic.in(64 * KIB, 0x40, "_BHRfS_M"))
            .from(1 << 20)
            .checking(512, (b, device, magic) -> b.getInt(0x90) != 0));
    probes.add(MagicProbe.of("ubifs", Magic.at(0, "\u0031\u0018\u0010\u0006")));
    probes.add(MagicProbe.of("bfs", Magic.at(0, "\u00ce\u00fa\u00ad\u001b")));
    probes.add(MagicProbe.of("VMFS", Magic.at(2 << 20, "\u005e\u00f1\u00ab\u002f")));
    probes.add(FileSystemChecks::nilfs2);
    probes.add(FatProbe.exfat());
    probes.add(MagicProbe.of("f2fs", Magic.at(KIB, "\u0010\u0020\u00f5\u00f2")));
    probes.add(MagicProbe.of("mpool", Magic.at(0, "mpoolDev")));
    probes.add(MagicProbe.of("apfs", Magic.at(32, "NXSB")));
    probes.add(MagicProbe.of("zonefs", Magic.at(0, "SFOZ")));
    probes.add(
        MagicProbe.of("erofs", Magic.at(KIB, "\u00e2\u00e1\u00f5\u00e0"))
            .checking(16, (b, device, magic) -> b.get(12) >= 9 && b.get(12) <= 16));
  }
}
