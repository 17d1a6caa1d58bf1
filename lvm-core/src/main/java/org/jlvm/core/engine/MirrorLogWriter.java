package org.jlvm.core.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;

/**
 * Writes the log of a mirror as the driver wants to find it (kernel, dm-log.c): a header, then a
 * bit for each region. The driver trusts bits up to the number of regions in the header, so the
 * largest number makes it trust all, however long the mirror will be.
 */
final class MirrorLogWriter {
  private static final int MAGIC = 0x4D695272;
  private static final int VERSION = 2;
  private static final long ALL_REGIONS = -1;
  private static final int HEADER_BYTES = 16;
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Activation activation;
  private final Messages messages;

  MirrorLogWriter(Session session) {
    activation = session.activation();
    messages = session.environment().messages();
  }

  /**
   * @throws FailedException if the volume is not active or cannot be written; why has been told
   */
  void reset(VgState vg, LvmId id, boolean inSync) {
    LogicalVolume log = vg.vg().lv(id);
    long bytes = log.size(vg.vg().extentSize()).toBytes().count();
    if (!activation.status(vg, log).exists()) {
      messages.error(
          "Volume "
              + vg.vg().name()
              + '/'
              + log.name()
              + " is not active locally (volume_list activation filter?).");
      throw new FailedException("Aborting. Failed to wipe mirror log.");
    }
    try (DeviceHandle contents = activation.open(vg, id)) {
      fill(contents, bytes, inSync);
      contents.write(0, header());
      contents.flush();
    } catch (DeviceException e) {
      messages.error(e.getMessage());
      throw new FailedException("Aborting. Failed to wipe mirror log.", e);
    }
  }

  private static void fill(DeviceHandle contents, long bytes, boolean inSync) {
    if (!inSync) {
      contents.zero(0, bytes);
      return;
    }
    byte[] ones = new byte[(int) Math.min(bytes, CHUNK_BYTES)];
    Arrays.fill(ones, (byte) 0xff);
    for (long at = 0; at < bytes; at += ones.length) {
      int length = (int) Math.min(ones.length, bytes - at);
      contents.write(at, ByteBuffer.wrap(ones, 0, length));
    }
  }

  private static ByteBuffer header() {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(MAGIC)
        .putInt(VERSION)
        .putLong(ALL_REGIONS)
        .flip();
  }
}
