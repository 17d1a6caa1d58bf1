package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.pv.ExtentSizes;
import org.jlvm.core.plan.vg.ExtentSizeChange;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.units.Sectors;

/** What {@code vgchange}'s options make of a group, in the order in which lvm2 looks at them. */
final class VgProperties {
  private static final long MAX_EXTENT_SIZE = 0xFFFFFFFFL;

  private final CommandSession session;
  private final ParsedCommand command;
  private final Messages messages;
  private final VgState state;
  private VolumeGroup vg;
  private boolean allAreas;

  /**
   * A changed group.
   *
   * @param vg its metadata
   * @param allAreas whether all metadata areas come into use
   */
  record Change(VolumeGroup vg, boolean allAreas) {}

  VgProperties(CommandSession session, VgState state) {
    this.session = session;
    this.state = state;
    command = session.command();
    messages = session.session().environment().messages();
    vg = state.vg();
  }

  /**
   * @throws FailedException if one option asks for what cannot be; nothing is changed then
   */
  Change change() {
    limits();
    flag(Opt.RESIZEABLE, Flag.RESIZEABLE, true);
    flag(Opt.SETAUTOACTIVATION, Flag.NOAUTOACTIVATE, false);
    tags();
    extentSize();
    id();
    allocation();
    copies();
    profile();
    return new Change(vg, allAreas);
  }

  private void limits() {
    if (command.has(Opt.LOGICALVOLUME)) {
      long max = command.number(Opt.LOGICALVOLUME, 0);
      requireResizeable("MaxLogicalVolume");
      int visible = visibleLvs();
      if (max != 0 && max < visible) {
        throw new FailedException(
            "MaxLogicalVolume is less than the current number "
                + visible
                + " of LVs for "
                + vg.name());
      }
      vg = vg.toBuilder().maxLv(max).build();
    }
    if (command.has(Opt.MAXPHYSICALVOLUMES)) {
      long max = command.number(Opt.MAXPHYSICALVOLUMES, 0);
      requireResizeable("MaxPhysicalVolumes");
      if (max != 0 && max < vg.pvs().size()) {
        throw new FailedException(
            "MaxPhysicalVolumes is less than the current number "
                + vg.pvs().size()
                + " of PVs for \""
                + vg.name()
                + '"');
      }
      vg = vg.toBuilder().maxPv(max).build();
    }
  }

  private void requireResizeable(String what) {
    if (!vg.isResizeable()) {
      throw new FailedException(
          "Volume group \"" + vg.name() + "\" must be resizeable to change " + what);
    }
  }

  private int visibleLvs() {
    LvRelations relations = LvRelations.of(vg);
    int visible = 0;
    for (LogicalVolume lv : vg.lvs()) {
      visible += relations.isVisible(lv) ? 1 : 0;
    }
    return visible;
  }

  private void flag(Opt option, Flag flag, boolean setByYes) {
    if (!command.has(option)) {
      return;
    }
    boolean yes = command.yes(option, false);
    boolean set = yes == setByYes;
    if (vg.flags().has(flag) == set) {
      throw new FailedException(
          option == Opt.RESIZEABLE
              ? "Volume group \""
                  + vg.name()
                  + "\" is already "
                  + (yes ? "resizeable" : "not resizeable")
              : "Volume group autoactivation is already " + (yes ? "yes." : "no."));
    }
    vg = vg.withFlag(flag, set);
  }

  private void tags() {
    List<Tag> tags = new ArrayList<>(vg.tags());
    for (String text : command.strings(Opt.DELTAG)) {
      tags.remove(new Tag(text));
    }
    for (String text : command.strings(Opt.ADDTAG)) {
      Tag tag = new Tag(text);
      tags.remove(tag);
      tags.add(tag);
    }
    vg = vg.toBuilder().tags(tags).build();
  }

  private void extentSize() {
    if (!command.has(Opt.PHYSICALEXTENTSIZE)) {
      return;
    }
    long size = command.number(Opt.PHYSICALEXTENTSIZE, 0);
    if (size > MAX_EXTENT_SIZE) {
      messages.warn(
          "WARNING: Physical extent size cannot be larger than "
              + session.sizes().display(Sectors.of(MAX_EXTENT_SIZE))
              + '.');
      return;
    }
    if (size == vg.extentSize().count()) {
      messages.warn(
          "WARNING: Physical extent size of VG "
              + vg.name()
              + " is already "
              + session.sizes().display(vg.extentSize())
              + '.');
      return;
    }
    requireResizeable("PE size");
    ExtentSizes.require(Sectors.of(size), session.sizes());
    Map<LvmId, String> names = new HashMap<>();
    for (PhysicalVolume pv : vg.pvs()) {
      names.put(pv.id(), state.pvName(pv));
    }
    vg = ExtentSizeChange.apply(vg, Sectors.of(size), names);
  }

  private void id() {
    if (!command.has(Opt.UUID)) {
      return;
    }
    if (new VgActivation(session).activeCount(state) > 0) {
      throw new FailedException("Volume group has active logical volumes.");
    }
    vg = vg.toBuilder().id(session.session().environment().ids().next()).build();
  }

  private void allocation() {
    Optional<AllocationPolicy> policy = command.string(Opt.ALLOC).flatMap(AllocationPolicy::ofText);
    if (policy.isEmpty()) {
      return;
    }
    if (policy.get() == vg.allocation()) {
      throw new FailedException(
          "Volume group allocation policy is already " + command.string(Opt.ALLOC, ""));
    }
    if (policy.get() == AllocationPolicy.INHERIT) {
      throw new FailedException("Volume Group allocation policy cannot inherit from anything");
    }
    vg = vg.toBuilder().allocation(policy.get()).build();
  }

  private void copies() {
    if (!command.has(Opt.VGMETADATACOPIES)) {
      return;
    }
    if (command.string(Opt.VGMETADATACOPIES, "").equalsIgnoreCase("all")) {
      allAreas = true;
      vg = vg.toBuilder().metadataCopies(0).build();
      return;
    }
    long copies = command.number(Opt.VGMETADATACOPIES, 0);
    if (copies == vg.metadataCopies()) {
      messages.warn(
          "WARNING: Number of metadata copies for VG "
              + vg.name()
              + " is already "
              + (copies == 0 ? "unmanaged" : Long.toString(copies))
              + '.');
    }
    vg = vg.toBuilder().metadataCopies(copies).build();
  }

  private void profile() {
    if (!command.hasAny(Opt.METADATAPROFILE, Opt.PROFILE, Opt.DETACHPROFILE)) {
      return;
    }
    Optional<String> profile =
        command.has(Opt.DETACHPROFILE)
            ? Optional.empty()
            : command.string(Opt.METADATAPROFILE).or(() -> command.string(Opt.PROFILE));
    messages.verbose(
        "Changing configuration profile for VG "
            + vg.name()
            + ": "
            + vg.profile().orElse("(no profile)")
            + " -> "
            + profile.orElse("(no profile)")
            + '.');
    vg = vg.toBuilder().profile(profile).build();
  }
}
