package org.jlvm.dm.ioctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.jlvm.dm.RecordedMessages;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.junit.jupiter.api.Test;

/** Requests and answers without a kernel. */
class DriverTest {
  private static final DmName NAME = new DmName("a");

  /** Answers in turn; keeps the requests. */
  private static final class FakePort implements ControlPort {
    private interface Answer {
      int give(ByteBuffer buffer);
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<byte[]> requests = new ArrayList<>();

    @Override
    public int request(long request, ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.capacity()];
      buffer.get(0, bytes);
      requests.add(bytes);
      return answers.remove().give(buffer);
    }

    ByteBuffer request(int index) {
      return ByteBuffer.wrap(requests.get(index)).order(ByteOrder.nativeOrder());
    }

    @Override
    public boolean awaitEvent(Duration limit) {
      return false;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private final FakePort port = new FakePort();
  private final Driver driver = new Driver(port, new RecordedMessages());

  @Test
  void aRequestThatDidNotFitIsRepeatedAsItWasWithTwiceTheRoom() {
    port.answers.add(
        buffer -> {
          buffer.putInt(Layout.FLAGS, Layout.BUFFER_FULL_FLAG | Layout.ACTIVE_PRESENT_FLAG);
          buffer.putLong(Layout.DEV, 0xfd00); // the driver fills in number and uuid,
          buffer.put(Layout.UUID, (byte) 'u'); // with which it would not find the device again
          return 0;
        });
    port.answers.add(buffer -> 0);
    driver.run(new Request(Command.STATUS, 1000).name(NAME), "a ");
    ByteBuffer second = port.request(1);
    assertThat(second.capacity()).isEqualTo(2 * port.request(0).capacity());
    assertThat(second.getInt(Layout.DATA_SIZE)).isEqualTo(second.capacity());
    assertThat(second.getInt(Layout.FLAGS)).isZero();
    assertThat(second.getLong(Layout.DEV)).isZero();
    assertThat(second.get(Layout.UUID)).isZero();
    assertThat(second.get(Layout.NAME)).isEqualTo((byte) 'a');
  }

  @Test
  void aBusyDeviceIsTriedAgain() {
    port.answers.add(buffer -> -Errno.EBUSY.number());
    port.answers.add(buffer -> 0);
    driver.runUntilNotBusy(new Request(Command.REMOVE, 0).name(NAME), "a ");
    assertThat(port.requests).hasSize(2);
  }

  @Test
  void otherFailuresAreFinal() {
    port.answers.add(buffer -> -Errno.ENXIO.number());
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> driver.runUntilNotBusy(new Request(Command.REMOVE, 0).name(NAME), "a "))
        .withMessage("device-mapper: remove ioctl on a  failed: No such device or address");
  }

  @Test
  void aTableIsLaidOutInAlignedRecordsWithBackslashesDoubled() {
    DmTable table = DmTable.parse("0 8 linear 7:0 16\n8 24 other a\\b");
    ByteBuffer request = TableWriter.load(table).buffer();
    int first = Layout.HEADER_SIZE;
    assertThat(request.getInt(Layout.TARGET_COUNT)).isEqualTo(2);
    assertThat(request.getLong(first + Layout.SPEC_LENGTH)).isEqualTo(8);
    assertThat(text(request, first + Layout.SPEC_TYPE)).isEqualTo("linear");
    assertThat(text(request, first + Layout.SPEC_SIZE)).isEqualTo("7:0 16");
    int next = request.getInt(first + Layout.SPEC_NEXT);
    assertThat(next).isEqualTo(48); // 40 and "7:0 16" with its zero byte, aligned to 8
    int second = first + next;
    assertThat(request.getLong(second + Layout.SPEC_START)).isEqualTo(8);
    assertThat(text(request, second + Layout.SPEC_SIZE)).isEqualTo("a\\\\b");
  }

  @Test
  void devicesAreListedWithTheirUuidsWhereTheDriverTellsThem() {
    Request answer = new Request(Command.LIST_DEVICES, 200);
    ByteBuffer data = answer.buffer();
    int first = answer.dataStart();
    data.putLong(first, new DeviceNumber(253, 1).encode());
    data.putInt(first + Layout.NAMES_NEXT, 48);
    data.put(first + Layout.NAMES_NAME, "one".getBytes(StandardCharsets.UTF_8));
    data.putInt(first + 16 + Layout.NAMES_TAIL_FLAGS, Layout.NAMES_HAS_UUID);
    data.put(first + 16 + Layout.NAMES_TAIL_UUID, "U-1".getBytes(StandardCharsets.UTF_8));
    int second = first + 48;
    data.putLong(second, new DeviceNumber(253, 2).encode());
    data.put(second + Layout.NAMES_NAME, "longer".getBytes(StandardCharsets.UTF_8));
    data.putInt(second + 24 + Layout.NAMES_TAIL_FLAGS, Layout.NAMES_HAS_NO_UUID);
    assertThat(Answers.devices(answer))
        .extracting(listed -> listed.name() + " " + listed.number() + " " + listed.uuid())
        .containsExactly("one 253:1 Optional[U-1]", "longer 253:2 Optional.empty");
  }

  private static String text(ByteBuffer buffer, int at) {
    StringBuilder text = new StringBuilder();
    for (int i = at; buffer.get(i) != 0; i++) {
      text.append((char) buffer.get(i));
    }
    return text.toString();
  }
}
