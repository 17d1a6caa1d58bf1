package org.jlvm.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jlvm.core.device.MemoryBlockDevice;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgCatalog.VgIdentity;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone with a name and a PV id of its own, but the group id of its original. */
class DuplicateVgIdTest {
  @TempDir Path directory;

  private TestHost host;
  private LvmId id;
  private LvmId onA;
  private LvmId onB;
  private List<MemoryBlockDevice> devices;

  @BeforeEach
  void makeBoth() {
    host = new TestHost(directory, 1);
    id = host.environment.ids().next();
    onA = host.environment.ids().next();
    onB = host.environment.ids().next();
    devices = List.of(make("original", "/dev/a", onA), make("clone", "/dev/b", onB));
  }

  private MemoryBlockDevice make(String name, String path, LvmId pv) {
    MemoryBlockDevice device = CommitCrashTest.physicalVolume(path, pv);
    VolumeGroup vg =
        new VolumeGroup.Builder(new VgName(name), id, Sectors.of(8))
            .pvs(List.of(CommitCrashTest.member(pv, path)))
            .build();
    try (Session session = host.session(List.of(device))) {
      ScannedPv found = session.catalog().device(pv).orElseThrow();
      session.create(vg, Map.of(pv, found), AreaUse.UNCHANGED);
    }
    return device;
  }

  private VgIdentity named(String name) {
    return new VgIdentity(new VgName(name), id);
  }

  private static List<LvmId> pvs(VgCatalog catalog, VgIdentity identity) {
    VgState state = catalog.state(identity).orElseThrow();
    assertThat(state.outdatedPvs()).isEmpty();
    return state.vg().pvs().stream().map(PhysicalVolume::id).toList();
  }

  @Test
  void areTwoGroups() {
    VgCatalog catalog = host.read(devices);
    assertThat(pvs(catalog, named("original"))).containsExactly(onA);
    assertThat(pvs(catalog, named("clone"))).containsExactly(onB);
    assertThat(host.messages.shown)
        .contains(
            "WARNING: Fix duplicate VGID " + id + " for VGs clone and original (see vgchange -u).");
  }

  @Test
  void oneThatIsRenamedIsNotTakenForTheOther() {
    try (Session session = host.session(devices)) {
      VgState clone = session.vg(new VgName("clone"));
      session.commit(clone, clone.vg().toBuilder().name(new VgName("renamed")).build());
      assertThat(pvs(session.catalog(), named("original"))).containsExactly(onA);
      assertThat(pvs(session.catalog(), named("renamed"))).containsExactly(onB);
    }
    VgCatalog later = host.read(devices);
    assertThat(pvs(later, named("renamed"))).containsExactly(onB);
    assertThat(later.state(named("clone"))).as("which of two it was").isEmpty();
  }

  @Test
  void oneGroupThatIsRenamedIsStillFoundByItsId() {
    List<MemoryBlockDevice> alone = devices.subList(0, 1);
    assertThat(pvs(host.read(alone), named("former"))).containsExactly(onA);
  }
}
