package org.jlvm.dm.ioctl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.DmVersion;
import org.jlvm.dm.table.DeviceNumber;

/** One request to the driver, and its answer in the same memory: struct dm_ioctl and data. */
final class Request {
  private final Command command;
  private final ByteBuffer buffer;

  /**
   * @param dataSize room for data after the header, for the request or for its answer
   */
  Request(Command command, int dataSize) {
    this.command = command;
    int size = Math.addExact(Layout.HEADER_SIZE, dataSize);
    this.buffer = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    DmVersion version = command.minimumVersion();
    buffer.putInt(Layout.VERSION, version.major());
    buffer.putInt(Layout.VERSION + 4, version.minor());
    buffer.putInt(Layout.VERSION + 8, version.patch());
    buffer.putInt(Layout.DATA_SIZE, size);
    buffer.putInt(Layout.DATA_START, Layout.HEADER_SIZE);
    if (command == Command.SUSPEND) {
      setFlags(Layout.SUSPEND_FLAG);
    } else if (command == Command.TABLE) {
      setFlags(Layout.STATUS_TABLE_FLAG);
    }
  }

  /** What the request holds, to make it again when the answer has overwritten it. */
  byte[] contents() {
    byte[] contents = new byte[buffer.capacity()];
    buffer.get(0, contents);
    return contents;
  }

  /** The request with these contents, and twice the room. */
  static Request doubled(Command command, byte[] contents) {
    int size = Math.multiplyExact(contents.length, 2);
    Request request = new Request(command, size - Layout.HEADER_SIZE);
    request.buffer.put(0, contents);
    request.buffer.putInt(Layout.DATA_SIZE, size);
    return request;
  }

  Command command() {
    return command;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  Request name(DeviceRef device) {
    if (device instanceof DmName name) {
      putText(Layout.NAME, Layout.NAME_SIZE, name.value());
    } else if (device instanceof DmUuid uuid) {
      putText(Layout.UUID, Layout.UUID_SIZE, uuid.value());
    } else if (device instanceof DeviceRef.Numbered numbered) {
      number(numbered.number());
    }
    return this;
  }

  Request number(DeviceNumber number) {
    buffer.putLong(Layout.DEV, number.encode());
    return setFlags(Layout.PERSISTENT_DEV_FLAG);
  }

  Request setFlags(int flags) {
    buffer.putInt(Layout.FLAGS, buffer.getInt(Layout.FLAGS) | flags);
    return this;
  }

  boolean hasFlag(int flag) {
    return (buffer.getInt(Layout.FLAGS) & flag) != 0;
  }

  void setEventNumber(int value) {
    buffer.putInt(Layout.EVENT_NR, value);
  }

  void setTargetCount(int count) {
    buffer.putInt(Layout.TARGET_COUNT, count);
  }

  /** Where data begins. */
  int dataStart() {
    return buffer.getInt(Layout.DATA_START);
  }

  /** Where the driver's data ends. */
  int dataEnd() {
    return Math.min(buffer.getInt(Layout.DATA_SIZE), buffer.capacity());
  }

  boolean hasData() {
    return dataStart() < dataEnd();
  }

  DmVersion version() {
    return version(Layout.VERSION);
  }

  DmVersion version(int at) {
    return new DmVersion(buffer.getInt(at), buffer.getInt(at + 4), buffer.getInt(at + 8));
  }

  int targetCount() {
    return buffer.getInt(Layout.TARGET_COUNT);
  }

  DmInfo info() {
    String uuid = text(Layout.UUID, Layout.UUID_SIZE);
    return new DmInfo(
        new DmName(text(Layout.NAME, Layout.NAME_SIZE)),
        uuid.isEmpty() ? Optional.empty() : Optional.of(new DmUuid(uuid)),
        DeviceNumber.decode(buffer.getLong(Layout.DEV)),
        buffer.getInt(Layout.OPEN_COUNT),
        Integer.toUnsignedLong(buffer.getInt(Layout.EVENT_NR)),
        buffer.getInt(Layout.TARGET_COUNT),
        hasFlag(Layout.SUSPEND_FLAG),
        hasFlag(Layout.READONLY_FLAG),
        hasFlag(Layout.ACTIVE_PRESENT_FLAG),
        hasFlag(Layout.INACTIVE_PRESENT_FLAG),
        hasFlag(Layout.DEFERRED_REMOVE_FLAG),
        hasFlag(Layout.INTERNAL_SUSPEND_FLAG));
  }

  int getInt(int at) {
    checkRange(at, Integer.BYTES);
    return buffer.getInt(at);
  }

  long getLong(int at) {
    checkRange(at, Long.BYTES);
    return buffer.getLong(at);
  }

  /** Text up to a zero byte, at most as long as given and as the data. */
  String text(int at, int maximum) {
    checkRange(at, 1);
    int end = Math.min(buffer.capacity(), at + Math.min(maximum, buffer.capacity() - at));
    int length = 0;
    while (at + length < end && buffer.get(at + length) != 0) {
      length++;
    }
    byte[] bytes = new byte[length];
    buffer.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Text as long as it is. */
  String text(int at) {
    return text(at, Integer.MAX_VALUE);
  }

  private void putText(int at, int size, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= size) {
      throw new IllegalArgumentException("text too long: " + text);
    }
    buffer.put(at, bytes);
  }

  /** Overwrites what the request and its answer held. */
  void wipe() {
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, (byte) 0);
    }
  }

  private void checkRange(int at, int length) {
    if (at < 0 || at > buffer.capacity() - length) {
      throw DmException.unavailable(
          "device-mapper: answer to " + command.word() + " ioctl is malformed at " + at);
    }
  }
}
