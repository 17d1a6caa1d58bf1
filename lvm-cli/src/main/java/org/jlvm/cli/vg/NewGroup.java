package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.parse.OptionValue;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/**
 * The properties of a group that is to be, from the command line, the configuration or the group
 * that it splits off from.
 *
 * @param name its name
 * @param extentSize of its extents
 * @param maxLv 0 for no limit
 * @param maxPv 0 for no limit
 * @param allocation its policy
 * @param copies metadata areas to be in use; 0 for unmanaged
 * @param allCopies whether all are to be used at first
 * @param systemId its owner, if any
 */
public record NewGroup(
    VgName name,
    Sectors extentSize,
    long maxLv,
    long maxPv,
    AllocationPolicy allocation,
    long copies,
    boolean allCopies,
    Optional<String> systemId) {
  /** Largest extent that 32 bits of sectors can say. */
  private static final Sectors MAX_EXTENT_SIZE = Sectors.of(0xFFFFFFFFL);

  /** What applies where the command line says nothing, for a group from nothing. */
  static NewGroup defaults(CommandSession session, VgName name) {
    Messages messages = session.session().environment().messages();
    long extentKib = session.settings().allocation().physicalExtentSize();
    if (extentKib < 0) {
      throw new UsageException("Physical extent size may not be negative.");
    }
    return new NewGroup(
        name,
        Sectors.ofKib(extentKib),
        0,
        0,
        AllocationPolicy.NORMAL,
        session.settings().metadata().vgmetadatacopies(),
        false,
        session.session().environment().host().systemId());
  }

  /**
   * What the command line makes of the defaults.
   *
   * @throws UsageException if it asks for what cannot be
   */
  static NewGroup read(CommandSession session, NewGroup defaults) {
    ParsedCommand command = session.command();
    if (command.has(Opt.CLUSTERED)) {
      throw new UsageException("The clustered option is deprecated, see --shared.");
    }
    requirePositive(command, Opt.PHYSICALEXTENTSIZE, "Physical extent size may not be negative.");
    long extentSize = command.number(Opt.PHYSICALEXTENTSIZE, defaults.extentSize.count());
    if (extentSize > MAX_EXTENT_SIZE.count()) {
      throw new UsageException(
          "Physical extent size must be smaller than "
              + session.sizes().display(MAX_EXTENT_SIZE)
              + ".");
    }
    requirePositive(command, Opt.MAXLOGICALVOLUMES, "Max Logical Volumes may not be negative.");
    requirePositive(command, Opt.MAXPHYSICALVOLUMES, "Max Physical Volumes may not be negative.");
    String copies = command.string(Opt.VGMETADATACOPIES, "");
    boolean all = copies.equalsIgnoreCase("all");
    NewGroup group =
        new NewGroup(
            defaults.name,
            Sectors.of(extentSize),
            command.number(Opt.MAXLOGICALVOLUMES, defaults.maxLv),
            command.number(Opt.MAXPHYSICALVOLUMES, defaults.maxPv),
            command.string(Opt.ALLOC).flatMap(AllocationPolicy::ofText).orElse(defaults.allocation),
            command.number(Opt.VGMETADATACOPIES, defaults.copies),
            all,
            systemId(session, defaults.systemId));
    requireLocalLocking(session);
    return group;
  }

  private static void requirePositive(ParsedCommand command, Opt option, String otherwise) {
    Optional<OptionValue> value = command.value(option);
    if (value.isPresent() && value.get().sign() == Sign.MINUS) {
      throw new UsageException(otherwise);
    }
  }

  private static Optional<String> systemId(CommandSession session, Optional<String> otherwise) {
    Optional<String> given = session.command().string(Opt.SYSTEMID);
    if (given.isEmpty()) {
      return otherwise;
    }
    Messages messages = session.session().environment().messages();
    Optional<String> id = SystemIds.clean(given.get(), messages);
    if (id.isEmpty()) {
      messages.warn("WARNING: A VG without a system ID allows unsafe access from other hosts.");
    }
    Optional<String> local = session.session().environment().host().systemId();
    if (id.isPresent() && local.isPresent() && !id.equals(local)) {
      messages.warn(
          "WARNING: VG with system ID "
              + id.get()
              + " might become inaccessible as local system ID is "
              + local.get());
    }
    return id;
  }

  private static void requireLocalLocking(CommandSession session) {
    ParsedCommand command = session.command();
    String type = command.string(Opt.LOCKTYPE, "none");
    boolean shared = !type.equals("none") && !type.equals("clvm");
    if (command.has(Opt.LOCKTYPE) && command.has(Opt.SHARED) && !shared) {
      throw new UsageException("The --shared option requires lock type sanlock, dlm or idm.");
    }
    if (!command.has(Opt.LOCKTYPE) && command.has(Opt.SHARED)) {
      throw new UsageException(
          "Using a shared lock type requires lvmlockd (lvm.conf use_lvmlockd.)");
    }
    if (type.equals("clvm")) {
      throw new UsageException("lock_type clvm is invalid");
    }
    if (shared) {
      throw new UsageException("Using a shared lock type requires lvmlockd.");
    }
    if (command.has(Opt.SETLOCKARGS)) {
      throw new UsageException("Using setlockargs requires sanlock lock type for shared VG.");
    }
  }

  /** The same with another name. */
  NewGroup named(VgName newName) {
    return new NewGroup(newName, extentSize, maxLv, maxPv, allocation, copies, allCopies, systemId);
  }

  /**
   * Checks what can be told without devices.
   *
   * @throws UsageException if no group can be like that
   */
  void validate() {
    if (allocation == AllocationPolicy.INHERIT) {
      throw new UsageException("Volume Group allocation policy cannot inherit from anything");
    }
    if (extentSize.isZero()) {
      throw new UsageException("Physical extent size may not be zero");
    }
  }

  /** The group without volumes. */
  VolumeGroup build(CommandSession session, LvmId id) {
    ParsedCommand command = session.command();
    VolumeGroup vg =
        new VolumeGroup.Builder(name, id, extentSize)
            .maxLv(maxLv)
            .maxPv(maxPv)
            .allocation(allocation)
            .systemId(systemId)
            .metadataCopies(copies)
            .profile(command.string(Opt.METADATAPROFILE))
            .tags(tags(command))
            .build();
    return vg.withFlag(Flag.NOAUTOACTIVATE, !command.yes(Opt.SETAUTOACTIVATION, true));
  }

  private static List<Tag> tags(ParsedCommand command) {
    List<Tag> tags = new ArrayList<>(0);
    for (String text : command.strings(Opt.ADDTAG)) {
      Tag tag = new Tag(text);
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return tags;
  }
}
