package org.jlvm.core.device.filesystem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.error.FailedException;

/** The header of an encrypted device (LUKS1 and LUKS2 on-disk format specifications). */
public final class LuksHeader {
  private static final int VERSION_AT = 6;
  private static final int PAYLOAD_AT = 104;
  private static final int HEADER_SIZE_AT = 8;
  private static final int BINARY = 4096;
  private static final int MAX_HEADER = 4 << 20;
  private static final int SECTOR = 512;

  private LuksHeader() {}

  /**
   * Where the encrypted data begin, in bytes from the start of the device.
   *
   * @throws FailedException if the header does not tell
   */
  public static long dataOffset(BlockDevice device) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      ByteBuffer start = ByteBuffer.allocate(BINARY);
      handle.read(0, start);
      start.flip();
      if (start.getShort(VERSION_AT) == 1) {
        return (start.getInt(PAYLOAD_AT) & 0xffffffffL) * SECTOR;
      }
      long size = start.getLong(HEADER_SIZE_AT);
      if (size <= BINARY || size > MAX_HEADER || size > handle.size().count()) {
        throw new FailedException(device.name() + ": the size of its LUKS header makes no sense.");
      }
      ByteBuffer json = ByteBuffer.allocate((int) size - BINARY);
      handle.read(BINARY, json);
      return segmentOffset(device, new String(json.array(), StandardCharsets.ISO_8859_1));
    }
  }

  /** Key slots have offsets too; those of the data are among the segments. */
  private static long segmentOffset(BlockDevice device, String json) {
    int at = json.indexOf("\"segments\"");
    String key = "\"offset\":\"";
    int from = at < 0 ? -1 : json.indexOf(key, at);
    int end = from < 0 ? -1 : json.indexOf('"', from + key.length());
    try {
      if (end > 0) {
        return Long.parseLong(json.substring(from + key.length(), end));
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new FailedException(device.name() + ": Failed to get crypt data offset.");
  }
}
