package org.jlvm.dm.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The protocol as dmeventd 2.03.16 and 2.03.40 speak it. */
class EventServiceTest {
  private static final String PLUGIN = "libdevmapper-event-lvm2snapshot.so";
  private static final int ENOENT = 2;
  private static final int ENODEV = 19;
  private static final int EINVAL = 22;

  private final Devices devices = new Devices();
  private final EventService service = new EventService(devices);

  /** Takes every device but "none". */
  private static final class Devices implements EventService.Registry {
    private final List<Entry> entries = new ArrayList<>();
    private boolean ended;

    @Override
    public List<Entry> entries() {
      return entries;
    }

    @Override
    public boolean knows(String plugin) {
      return plugin.contains("lvm2");
    }

    @Override
    public boolean add(Entry entry) {
      return !entry.uuid().equals("none") && entries.add(entry);
    }

    @Override
    public boolean remove(String uuid, int events) {
      return entries.removeIf(entry -> entry.uuid().equals(uuid));
    }

    @Override
    public boolean setTimeout(String uuid, int seconds) {
      return false;
    }

    @Override
    public void end() {
      ended = true;
    }

    @Override
    public String parameters() {
      return "pid=1";
    }
  }

  private EventMessage ask(EventCommand command, String text) {
    return service.answer(new EventMessage(command.number(), text));
  }

  @Test
  void isGreeted() {
    assertThat(ask(EventCommand.HELLO, "17:0 HELLO"))
        .isEqualTo(new EventMessage(0, "17:0 HELLO HELLO 2"));
  }

  @Test
  void registersAndTells() {
    assertThat(ask(EventCommand.REGISTER, "17:1 " + PLUGIN + " LVM-a 196352 10"))
        .isEqualTo(new EventMessage(0, "17:1 Success"));
    assertThat(devices.entries)
        .containsExactly(new EventService.Registry.Entry(PLUGIN, "LVM-a", 196352, 10));
    assertThat(ask(EventCommand.GET_REGISTERED, "17:2 " + PLUGIN + " LVM-a 65280 0"))
        .isEqualTo(new EventMessage(0, "17:2 " + PLUGIN + " LVM-a 196352"));
    assertThat(ask(EventCommand.GET_REGISTERED, "17:3 - LVM-a 65280 0").word()).isZero();
    assertThat(ask(EventCommand.GET_REGISTERED, "17:4 other.so LVM-a 65280 0").word())
        .isEqualTo(-ENOENT);
    assertThat(ask(EventCommand.GET_TIMEOUT, "17:5 - LVM-a 0 0").text()).isEqualTo("17:5 10");
    assertThat(ask(EventCommand.UNREGISTER, "17:6 " + PLUGIN + " LVM-a 196352 10").word()).isZero();
    assertThat(ask(EventCommand.UNREGISTER, "17:7 " + PLUGIN + " LVM-a 196352 10"))
        .isEqualTo(new EventMessage(-ENODEV, "17:7 No such device"));
  }

  @Test
  void listsAll() {
    ask(EventCommand.REGISTER, "17:1 " + PLUGIN + " LVM-a 196352 10");
    ask(EventCommand.REGISTER, "17:2 libdevmapper-event-lvm2raid.so LVM-b 65280 0");
    ask(EventCommand.REGISTER, "17:3 " + PLUGIN + " LVM-c 196352 5");
    assertThat(ask(EventCommand.GET_STATUS, "17:4 - - 0 0").text())
        .isEqualTo(
            "17:4 0:0 "
                + PLUGIN
                + " LVM-a 196352 10;0:1 libdevmapper-event-lvm2raid.so LVM-b 65280 10;0:2 "
                + PLUGIN
                + " LVM-c 196352 5;");
    assertThat(ask(EventCommand.GET_NEXT_REGISTERED, "17:5 " + PLUGIN + " LVM-a 65280 0").text())
        .isEqualTo("17:5 " + PLUGIN + " LVM-c 196352");
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThat(ask(EventCommand.REGISTER, "17:1 " + PLUGIN + " LVM-a 0 0").word())
        .isEqualTo(-EINVAL);
    assertThat(ask(EventCommand.REGISTER, "17:2 evil.so LVM-a 65280 0").word()).isNegative();
    assertThat(ask(EventCommand.REGISTER, "17:3 " + PLUGIN + " none 65280 0").word())
        .isEqualTo(-ENODEV);
    assertThat(service.answer(new EventMessage(99, "17:4 x"))).matches(m -> m.word() == -EINVAL);
    assertThat(service.answer(new EventMessage(-1, "")).word()).isEqualTo(-EINVAL);
    assertThat(ask(EventCommand.GET_REGISTERED, "").word()).isEqualTo(-ENOENT);
    assertThat(devices.entries).isEmpty();
  }

  @Test
  void makesWayForAnother() {
    assertThat(ask(EventCommand.DIE, "17:1 - - 0 0"))
        .isEqualTo(new EventMessage(0, "17:1 - - 0 0 DYING 2"));
    assertThat(devices.ended).isTrue();
  }

  @Test
  void messagesHaveTheirLengthInFront() {
    ByteBuffer bytes = new EventMessage(8, "17:0 HELLO").encode();
    assertThat(bytes.getInt()).isEqualTo(8);
    assertThat(bytes.getInt()).isEqualTo(10);
    assertThat(StandardCharsets.UTF_8.decode(bytes).toString()).isEqualTo("17:0 HELLO");
  }
}
