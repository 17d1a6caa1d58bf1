package org.jlvm.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jlvm.core.device.MemoryBlockDevice;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.UnknownEntries;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power fails at every write of a commit, on each device independently: whatever arrived, a reader
 * finds the group as it was before or as it is after. The area is so small that texts wrap.
 */
class CommitCrashTest {
  private static final int AREA_SIZE = 12 * 1024;
  private static final int DEVICE_SIZE = 64 * 1024;
  private static final int COMMITS = 14;

  @TempDir Path directory;

  private final Random random = new Random(7);

  static MemoryBlockDevice physicalVolume(String name, LvmId id) {
    MemoryBlockDevice device = new MemoryBlockDevice(name, DEVICE_SIZE);
    PvHeader header =
        new PvHeader(
            id.value(),
            Bytes.of(DEVICE_SIZE),
            List.of(DiskArea.of(32 * 1024, 0)),
            List.of(DiskArea.of(4096, AREA_SIZE)),
            Optional.of(PvHeaderExtension.current(false, List.of())));
    PvWriter.initialize(device, PvLabel.at(PvLabel.DEFAULT_SECTOR, header), false, true);
    return device;
  }

  static PhysicalVolume member(LvmId id, String path) {
    return new PhysicalVolume(
        id,
        path,
        Optional.empty(),
        Flags.of(Flags.Owner.PV, Flag.ALLOCATABLE),
        List.of(),
        Sectors.of(DEVICE_SIZE / 512),
        Sectors.of(64),
        4,
        Optional.empty(),
        UnknownEntries.NONE);
  }

  @Test
  void everyCutLeavesTheOldOrTheNewGroup() {
    TestHost host = new TestHost(directory, 1);
    LvmId first = host.environment.ids().next();
    LvmId second = host.environment.ids().next();
    List<MemoryBlockDevice> devices =
        List.of(physicalVolume("/dev/a", first), physicalVolume("/dev/b", second));
    VolumeGroup vg =
        new VolumeGroup.Builder(new VgName("vg"), host.environment.ids().next(), Sectors.of(8))
            .pvs(List.of(member(first, "/dev/a"), member(second, "/dev/b")))
            .build();
    try (Session session = host.session(devices)) {
      Map<LvmId, ScannedPv> found = new HashMap<>();
      for (ScannedPv pv : session.catalog().pvs()) {
        found.put(pv.id(), pv);
      }
      VgState state = session.create(vg, found, AreaUse.UNCHANGED);
      int cuts = 0;
      for (int i = 0; i < COMMITS; i++) {
        devices.forEach(MemoryBlockDevice::forgetEvents);
        VgState next = session.commit(state, retagged(state.vg(), i));
        cuts += check(host, devices, state.vg(), next.vg());
        state = next;
      }
      assertThat(cuts).isGreaterThan(COMMITS * 50);
      assertThat(state.vg().seqno()).isEqualTo(COMMITS + 1);
    }
  }

  /** Texts of changing length, so that they fall on all places of the ring. */
  private VolumeGroup retagged(VolumeGroup vg, int round) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(40); i++) {
      tags.add(new Tag("tag" + round + "." + i));
    }
    return vg.toBuilder().tags(tags).build();
  }

  private int check(
      TestHost host, List<MemoryBlockDevice> devices, VolumeGroup before, VolumeGroup after) {
    int cuts = 0;
    for (MemoryBlockDevice a : states(devices.get(0))) {
      for (MemoryBlockDevice b : states(devices.get(1))) {
        VolumeGroup read =
            host.read(List.of(a, b)).state(VgCatalog.VgIdentity.of(before)).orElseThrow().vg();
        assertThat(read.seqno()).isIn(before.seqno(), after.seqno());
        VolumeGroup expected = read.seqno() == before.seqno() ? before : after;
        assertThat(read.tags()).isEqualTo(expected.tags());
        cuts++;
      }
    }
    return cuts;
  }

  /**
   * What a device may hold: cut after each write, torn inside it, or with unflushed writes lost.
   */
  private List<MemoryBlockDevice> states(MemoryBlockDevice device) {
    List<MemoryBlockDevice> states = new ArrayList<>();
    for (int count = 0; count <= device.events().size(); count++) {
      states.add(device.after(count));
      if (count > 0 && device.events().get(count - 1) instanceof MemoryBlockDevice.Write) {
        states.add(device.tornAfter(count, 1));
        states.add(device.tornAfter(count, 3));
      }
      Set<Integer> lost = new HashSet<>(device.unflushed(count));
      lost.removeIf(index -> random.nextBoolean());
      states.add(device.losing(count, lost));
    }
    return states;
  }

  @Test
  void writeThatFailsLeavesTheOldGroupAndSaysSo() {
    TestHost host = new TestHost(directory, 2);
    LvmId id = host.environment.ids().next();
    MemoryBlockDevice device = physicalVolume("/dev/a", id);
    VolumeGroup vg =
        new VolumeGroup.Builder(new VgName("vg"), host.environment.ids().next(), Sectors.of(8))
            .pvs(List.of(member(id, "/dev/a")))
            .build();
    VgState state;
    int steps;
    try (Session session = host.session(List.of(device))) {
      Map<LvmId, ScannedPv> found = Map.of(id, session.catalog().pvs().get(0));
      state = session.create(vg, found, AreaUse.UNCHANGED);
      device.forgetEvents();
      state = session.commit(state, retagged(state.vg(), 0));
      steps = device.events().size();
    }
    for (int failing = 0; failing < steps - 2; failing++) {
      MemoryBlockDevice broken = device.after(device.events().size());
      try (Session session = host.session(List.of(broken))) {
        VgState now = session.catalog().state(VgCatalog.VgIdentity.of(vg)).orElseThrow();
        broken.failAfter(failing);
        VolumeGroup changed = retagged(now.vg(), failing);
        assertThatThrownBy(() -> session.commit(now, changed))
            .isInstanceOf(DeviceException.class)
            .hasMessageContaining("/dev/a");
      }
      MemoryBlockDevice after = broken.after(broken.events().size());
      VolumeGroup read =
          host.read(List.of(after)).state(VgCatalog.VgIdentity.of(vg)).orElseThrow().vg();
      assertThat(read.seqno()).as("failing at %d", failing).isEqualTo(state.vg().seqno());
    }
  }
}
