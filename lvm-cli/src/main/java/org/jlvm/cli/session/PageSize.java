package org.jlvm.cli.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.core.units.Bytes;

/** The size of a memory page, which lvm2 aligns metadata with. */
public final class PageSize {
  private static final Bytes USUAL = Bytes.of(4096);
  private static final Path AUXILIARY_VECTOR = Path.of("/proc/self/auxv");
  private static final long PAGE_SIZE_ENTRY = 6;
  private static final int ENTRY_BYTES = 16;

  private PageSize() {}

  /** From the vector that the kernel gives a process (getauxval(3), AT_PAGESZ). */
  public static Bytes ofThisMachine() {
    if (System.getProperty("os.arch").equals("amd64")) {
      return USUAL;
    }
    try {
      ByteBuffer vector = ByteBuffer.wrap(Files.readAllBytes(AUXILIARY_VECTOR));
      vector.order(ByteOrder.nativeOrder());
      while (vector.remaining() >= ENTRY_BYTES) {
        long type = vector.getLong();
        long value = vector.getLong();
        if (type == PAGE_SIZE_ENTRY && value >= USUAL.count()) {
          return Bytes.of(value);
        }
      }
    } catch (IOException e) {
      // Not Linux: the usual size serves.
      return USUAL;
    }
    return USUAL;
  }
}
