package org.jlvm.core.device.filter;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Keeps away from LVM1 volumes and GFS pool members, which LVM2 cannot use. */
public final class SignatureFilter implements DeviceFilter {
  private static final long POOL_MAGIC = 0x011670;
  private static final int POOL_VERSION = 0x0401;
  private static final int POOL_VERSION_AT = 272;

  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    ByteBuffer head = candidate.head();
    return isLvm1(head) || isPool(head) ? Optional.of(Exclusion.SIGNATURE) : Optional.empty();
  }

  private static boolean isLvm1(ByteBuffer head) {
    if (head.limit() < 4 || head.get(0) != 'H' || head.get(1) != 'M') {
      return false;
    }
    int version = head.getShort(2);
    return version == 1 || version == 2;
  }

  /**
   * The pool label is big-endian: a magic number, and a version whose last byte does not matter.
   */
  private static boolean isPool(ByteBuffer head) {
    return head.limit() >= POOL_VERSION_AT + 4
        && Long.reverseBytes(head.getLong(0)) == POOL_MAGIC
        && Integer.reverseBytes(head.getInt(POOL_VERSION_AT)) >>> 8 == POOL_VERSION;
  }
}
