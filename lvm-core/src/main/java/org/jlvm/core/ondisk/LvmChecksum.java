package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * LVM2's checksum: the reflected CRC-32 polynomial 0xedb88320 as in zlib, but started from
 * 0xf597a6cf and not inverted at the end.
 *
 * <p>The JDK's CRC-32 is an intrinsic, but starts from all ones and inverts. Four constant bytes
 * fed first bring its register to LVM2's start value, and inverting the result once more undoes its
 * last step.
 */
public final class LvmChecksum {
  private static final byte[] TO_START_VALUE = {0x2d, 0x7d, 0x2c, 0x51};

  private LvmChecksum() {}

  /** The checksum of the buffer's remaining bytes; position and limit are left as they were. */
  public static int of(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(TO_START_VALUE);
    crc.update(bytes.duplicate());
    return ~(int) crc.getValue();
  }

  public static int of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }
}
