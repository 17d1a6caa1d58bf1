package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The ext family, told apart by feature flags (Documentation/filesystems/ext4): a journal makes it
 * ext3 at least, a feature that ext3 does not know makes it ext4.
 */
final class ExtProbes {
  private static final int HAS_JOURNAL = 0x4;
  private static final int RO_COMPAT_OLD = 0x7;
  private static final int INCOMPAT_EXT2 = 0x12;
  private static final int INCOMPAT_EXT3 = 0x16;
  private static final int JOURNAL_DEVICE = 0x8;
  private static final int METADATA_CHECKSUM = 0x400;
  private static final int TEST_FILE_SYSTEM = 0x4;

  private ExtProbes() {}

  private record Features(int compat, int incompat, int roCompat, int flags) {
    static Features of(ByteBuffer superblock) {
      return new Features(
          superblock.getInt(0x5c),
          superblock.getInt(0x60),
          superblock.getInt(0x64),
          superblock.getInt(0x160));
    }

    boolean hasJournal() {
      return (compat & HAS_JOURNAL) != 0;
    }

    boolean isJournalDevice() {
      return (incompat & JOURNAL_DEVICE) != 0;
    }

    boolean isTest() {
      return (flags & TEST_FILE_SYSTEM) != 0;
    }

    boolean knownTo(int knownIncompat) {
      return (roCompat & ~RO_COMPAT_OLD) == 0 && (incompat & ~knownIncompat) == 0;
    }
  }

  @FunctionalInterface
  private interface Kind {
    boolean is(Features features);
  }

  static List<Probe> all() {
    return List.of(
        probe("ext4dev", f -> !f.isJournalDevice() && f.isTest()),
        probe("ext4", f -> !f.isJournalDevice() && !f.isTest() && !f.knownTo(INCOMPAT_EXT3)),
        probe("ext3", f -> f.hasJournal() && f.knownTo(INCOMPAT_EXT3)),
        probe("ext2", f -> !f.hasJournal() && f.knownTo(INCOMPAT_EXT2)),
        probe("jbd", Features::isJournalDevice));
  }

  private static Probe probe(String type, Kind kind) {
    return MagicProbe.of(type, Magic.in(1024, 0x38, "\u0053\u00ef"))
        .checking(
            1024,
            (bytes, device, magic) -> {
              Features features = Features.of(bytes);
              boolean hasChecksum = (features.roCompat() & METADATA_CHECKSUM) != 0;
              int blockSizeLog = bytes.getInt(0x18);
              boolean sane = hasChecksum || (blockSizeLog >= 0 && blockSizeLog < 256);
              return sane && kind.is(features);
            });
  }
}
