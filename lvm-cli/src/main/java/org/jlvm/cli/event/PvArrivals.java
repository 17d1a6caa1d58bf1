package org.jlvm.cli.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.FewDevices;
import org.jlvm.cli.session.SystemId;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.online.OnlinePv;
import org.jlvm.core.engine.scan.MetadataText;
import org.jlvm.core.engine.scan.Scan;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;

/** Takes note of physical volumes as they come, and tells what it means for their groups. */
final class PvArrivals {
  private final CommandContext context;
  private final ParsedCommand command;
  private final EventMessages messages;
  private final OnlineFiles online;
  private final boolean lists;
  private final Set<String> complete = new LinkedHashSet<>();
  private Optional<VolumeGroup> lastComplete = Optional.empty();
  private int count;
  private boolean good = true;

  PvArrivals(
      CommandContext context, ParsedCommand command, EventMessages messages, OnlineFiles online) {
    this.context = context;
    this.command = command;
    this.messages = messages;
    this.online = online;
    lists = command.hasAny(Opt.LISTVG, Opt.LISTLVS);
  }

  /** How many were physical volumes of this machine. */
  int count() {
    return count;
  }

  /** Whether all could be noted. */
  boolean isGood() {
    return good;
  }

  /** The names of groups all volumes of which have come. */
  List<String> completeGroups() {
    return List.copyOf(complete);
  }

  /** The last one of them, as the volume that completed it describes it. */
  Optional<VolumeGroup> lastComplete() {
    return lastComplete;
  }

  /** A volume has come. */
  void add(ScannedPv pv, Scan scan) {
    String name = pv.device().name();
    if (isUnused(pv.label().pv())) {
      messages.say("PV " + name + " not used.");
      count++;
      return;
    }
    Optional<VolumeGroup> vg = group(pv, scan);
    if (vg.isEmpty()) {
      messages.say("PV " + name + " has no VG metadata.");
    } else {
      Optional<String> refusal = refusal(pv, vg.get());
      if (refusal.isPresent()) {
        messages.say(refusal.get());
        return;
      }
    }
    count++;
    if (!note(pv, vg)) {
      return;
    }
    if (!command.has(Opt.ACTIVATE) && !lists) {
      messages.say("PV " + name + " online.");
      return;
    }
    tell(pv, vg);
  }

  private static boolean isUnused(PvHeader header) {
    Optional<PvHeaderExtension> extension = header.extension();
    return extension.isPresent()
        && Integer.compareUnsigned(extension.get().version(), PvHeaderExtension.VERSION) >= 0
        && !extension.get().isUsed();
  }

  /** The group by the volume's own metadata. */
  private Optional<VolumeGroup> group(ScannedPv pv, Scan scan) {
    for (ScannedArea area : pv.areas()) {
      Optional<MetadataText> text = scan.textOf(area);
      if (text.isPresent()) {
        try {
          return Optional.of(VgTextReader.read(text.get().bytes()));
        } catch (FormatException e) {
          context.console().warn("WARNING: " + pv.device().name() + ": " + e.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  /** Why a volume does not count. */
  private Optional<String> refusal(ScannedPv pv, VolumeGroup vg) {
    String name = pv.device().name();
    Optional<PhysicalVolume> listed = vg.findPv(pv.id());
    if (listed.isEmpty()) {
      return Optional.of("PV " + name + " not found in VG " + vg.name() + '.');
    }
    if (isArrayComponent(pv, listed.get())) {
      return Optional.of("ignore md component " + name + '.');
    }
    String lockType = vg.lockType().orElse("none");
    if (!lockType.isEmpty() && !lockType.equals("none")) {
      return Optional.of("PV " + name + " ignore shared VG.");
    }
    if (isForeign(vg)) {
      return Optional.of("PV " + name + " ignore foreign VG.");
    }
    return vg.isExported() ? Optional.of("PV " + name + " ignore exported VG.") : Optional.empty();
  }

  /** An array's superblock may be at the end, which is looked at only if sizes differ. */
  private boolean isArrayComponent(ScannedPv pv, PhysicalVolume listed) {
    long size = pv.device().size().toSectorsDown().count();
    boolean suspicious =
        (size != 0 && size != listed.deviceSize().count())
            || listed.deviceHint().startsWith("/dev/md");
    return suspicious
        && pv.device() instanceof LinuxDevice device
        && new FewDevices(context, command).isArrayComponent(device);
  }

  private boolean isForeign(VolumeGroup vg) {
    Optional<String> local = SystemId.of(context);
    Optional<String> owner = vg.systemId().filter(id -> !id.isEmpty());
    return local.isPresent()
        && owner.isPresent()
        && !owner.equals(local)
        && !context
            .settings()
            .config()
            .findStrings("local/extra_system_ids")
            .orElse(List.of())
            .contains(owner.get());
  }

  private boolean note(ScannedPv pv, Optional<VolumeGroup> vg) {
    if (!command.has(Opt.CACHE) || pv.device().number().isEmpty()) {
      return true;
    }
    OnlineFiles.Noted noted =
        online.note(
            new OnlinePv(
                pv.id().value(),
                pv.device().number().get(),
                vg.map(group -> group.name().value()),
                Optional.of(pv.device().name())));
    if (noted.isGood()) {
      return true;
    }
    for (String error : noted.errors()) {
      messages.error(error);
    }
    messages.error("PV " + pv.device().name() + " failed to create online file.");
    good = false;
    return false;
  }

  private void tell(ScannedPv pv, Optional<VolumeGroup> vg) {
    Optional<String> name = vg.map(group -> group.name().value());
    boolean whole = false;
    if (command.hasAny(Opt.ACTIVATE, Opt.CHECKCOMPLETE)) {
      if (vg.isEmpty()) {
        name = online.groupOf(pv.id());
      }
      whole = isWhole(pv, vg, name);
      if (whole) {
        name.ifPresent(complete::add);
        lastComplete = vg;
      }
    }
    if (lists) {
      tellOfGroup(name, whole);
    }
    if (command.has(Opt.LISTLVS)) {
      if (vg.isPresent()) {
        tellOfVolumes(pv, vg.get(), whole);
      } else {
        messages.say("Cannot list LVs from device without metadata.");
      }
    }
  }

  private boolean isWhole(ScannedPv pv, Optional<VolumeGroup> vg, Optional<String> name) {
    String comes = "PV " + pv.device().name() + " online, VG ";
    if (name.isEmpty()) {
      messages.say(comes + "unknown.");
      return false;
    }
    int missing = missing(vg.map(PvArrivals::ids).orElseGet(() -> listedIds(name.get())));
    // A list is for volumes without metadata. One that came before there was a list did not find
    // it, so whoever makes the list must look again.
    if (vg.isPresent() && vg.get().pvs().size() > 1 && online.list(vg.get()) && missing > 0) {
      missing = missing(ids(vg.get()));
      if (missing == 0) {
        messages.say("VG " + name.get() + " complete after recheck.");
      }
    }
    messages.say(
        comes
            + name.get()
            + (missing > 0 ? " incomplete (need " + missing + ")." : " is complete."));
    return missing == 0;
  }

  private List<LvmId> listedIds(String vg) {
    List<LvmId> ids = new ArrayList<>();
    for (String id : online.listed(vg).orElse(List.of())) {
      ids.add(new LvmId(id));
    }
    return ids;
  }

  private static List<LvmId> ids(VolumeGroup vg) {
    List<LvmId> ids = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      ids.add(pv.id());
    }
    return ids;
  }

  private int missing(List<LvmId> pvs) {
    int missing = 0;
    for (LvmId pv : pvs) {
      missing += online.isOnline(pv) ? 0 : 1;
    }
    return missing;
  }

  private void tellOfGroup(Optional<String> name, boolean whole) {
    Console console = context.console();
    if (name.isEmpty()) {
      console.print("VG unknown");
    } else if (!command.has(Opt.CHECKCOMPLETE)) {
      console.print("VG " + name.get());
    } else if (whole && command.has(Opt.VGONLINE) && !online.claim(name.get())) {
      console.print("VG " + name.get() + " finished");
    } else if (command.has(Opt.UDEVOUTPUT)) {
      // udev takes properties from standard output, and nothing else must be there.
      String property = whole ? "LVM_VG_NAME_COMPLETE='" : "LVM_VG_NAME_INCOMPLETE='";
      console.output(property + name.get() + "'\n");
    } else {
      console.print("VG " + name.get() + (whole ? " complete" : " incomplete"));
    }
  }

  private void tellOfVolumes(ScannedPv pv, VolumeGroup vg, boolean whole) {
    VolumesOnPvs volumes = new VolumesOnPvs(vg);
    Predicate<LvmId> lost = id -> vg.pv(id).isMarkedMissing() || !online.isOnline(id);
    for (LogicalVolume lv : volumes.visibleOn(pv.id())) {
      String state =
          !command.has(Opt.CHECKCOMPLETE)
              ? ""
              : whole || !volumes.liesOn(lv, lost) ? " complete" : " incomplete";
      context.console().print("LV " + vg.name() + '/' + lv.name() + state);
    }
  }
}
