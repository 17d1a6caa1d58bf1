package org.jlvm.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmName;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.StatusLine;
import org.junit.jupiter.api.Test;

class RaidWatchTest {
  private static final DmInfo DEVICE =
      new DmInfo(
          new DmName("v-r"),
          Optional.empty(),
          new DeviceNumber(254, 1),
          0,
          0,
          1,
          false,
          false,
          true,
          false,
          false,
          false);

  private final DeviceWatch watch =
      DeviceWatch.of("libdevmapper-event-lvm2raid.so", DEVICE.name()).orElseThrow();

  /** What is done, commands by their words. */
  private List<String> look(String status) {
    List<String> done = new ArrayList<>();
    StatusLine line = StatusLine.parse("0 8192 raid " + status);
    for (Reaction reaction : watch.look(new StatusReport(DEVICE, List.of(line)))) {
      if (reaction instanceof Reaction.Say say) {
        done.add(say.text());
      } else if (reaction instanceof Reaction.Run run) {
        done.add(String.join(" ", run.words()));
      }
    }
    return done;
  }

  @Test
  void repairsOnceForEachFailure() {
    String repair = "lvconvert --repair --use-policies v/r";
    assertThat(look("raid1 2 AA 8192/8192 idle 0"))
        .containsExactly("raid1 array, v-r, is now in-sync.");
    assertThat(look("raid1 2 AD 8192/8192 idle 0"))
        .containsExactly("WARNING: Device #1 of raid1 array, v-r, has failed.", repair);
    assertThat(look("raid1 2 AD 8192/8192 idle 0")).isEmpty();
    assertThat(look("raid1 2 Aa 100/8192 recover 0"))
        .containsExactly("raid1 array, v-r, is not in-sync.");
    assertThat(look("raid1 2 AA 8192/8192 idle 0")).hasSize(1);
    assertThat(look("raid1 2 DA 8192/8192 idle 0")).contains(repair);
  }

  @Test
  void tellsThatItWaitsForTheResync() {
    assertThat(look("raid1 3 AaD 100/8192 recover 0"))
        .containsExactly(
            "WARNING: Device #2 of raid1 array, v-r, has failed.",
            "WARNING: Waiting for resynchronization to finish before initiating repair on RAID"
                + " device v-r.",
            "lvconvert --repair --use-policies v/r");
  }

  @Test
  void noticesThatTheSourcesAreLost() {
    assertThat(look("raid1 2 aA 100/8192 idle 0"))
        .contains("Primary sources for new RAID, v-r, have failed.");
  }
}
