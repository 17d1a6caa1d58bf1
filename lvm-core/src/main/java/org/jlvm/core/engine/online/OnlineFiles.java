package org.jlvm.core.engine.online;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;

/**
 * The files by which {@code pvscan --cache} commands that run at the same time, of lvm2 or of this
 * program, find out when a group is complete, and which of them activates it:
 *
 * <pre>
 * pvs_online/PVID   MAJOR:MINOR, "vg:NAME" if known, "dev:NAME", a line each
 * pvs_lookup/VG     the ids of all PVs of a group, a line each, for PVs without metadata
 * vgs_online/VG     empty: somebody has begun to activate the group
 * </pre>
 *
 * They vanish with the next start of the machine. A file is made only where there is none, so that
 * one command alone makes it.
 */
public final class OnlineFiles {
  /** lvm2's; not configurable there either. */
  public static final Path RUN_DIRECTORY = Path.of("/run/lvm");

  private static final int ID_LENGTH = 32;
  private static final String DEVICES = "/dev/";

  private final Path pvs;
  private final Path vgs;
  private final Path lookup;
  private final Messages messages;

  public OnlineFiles(Path runDirectory, Messages messages) {
    pvs = runDirectory.resolve("pvs_online");
    vgs = runDirectory.resolve("vgs_online");
    lookup = runDirectory.resolve("pvs_lookup");
    this.messages = messages;
  }

  /** Makes the directories; that this fails shows when a file cannot be made. */
  public void setUp() {
    for (Path directory : List.of(pvs, vgs, lookup)) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        messages.debug("Cannot make " + directory + ": " + e.getMessage());
      }
    }
  }

  /** Whether there are directories to look into. */
  public boolean isSetUp() {
    return Files.isDirectory(pvs);
  }

  /** Forgets everything. */
  public void clear() {
    for (Path directory : List.of(pvs, vgs, lookup)) {
      for (String name : names(directory)) {
        remove(directory.resolve(name));
      }
    }
  }

  /** What came of noting a volume: nothing to say, or why it did not work. */
  public record Noted(List<String> errors) {
    public boolean isGood() {
      return errors.isEmpty();
    }
  }

  /** Notes that a volume is there. It is an error if it is known to be on another device. */
  public Noted note(OnlinePv pv) {
    Path file = pvs.resolve(pv.pvid());
    StringBuilder text = new StringBuilder().append(pv.number()).append('\n');
    pv.vg().ifPresent(name -> text.append("vg:").append(name).append('\n'));
    pv.deviceName().ifPresent(name -> text.append("dev:").append(name).append('\n'));
    try {
      create(file, text.toString());
      return new Noted(List.of());
    } catch (FileAlreadyExistsException e) {
      return compare(pv, read(pv.pvid()));
    } catch (IOException e) {
      String device = pv.deviceName().orElse("");
      return new Noted(
          List.of(
              "Failed to create online file for "
                  + device
                  + " path "
                  + file
                  + " error "
                  + e.getMessage()));
    }
  }

  private static Noted compare(OnlinePv pv, Optional<OnlinePv> found) {
    DeviceNumber number = found.map(OnlinePv::number).orElse(new DeviceNumber(0, 0));
    if (number.equals(pv.number())) {
      return new Noted(List.of());
    }
    List<String> errors = new ArrayList<>(2);
    String device = "PV " + pv.deviceName().orElse("");
    String other = found.flatMap(OnlinePv::deviceName).orElse("");
    errors.add(
        device
            + (" " + pv.number() + " is duplicate for PVID " + pv.pvid())
            + (" on " + number + ' ' + other + '.'));
    Optional<String> group = found.flatMap(OnlinePv::vg);
    if (group.isPresent() && pv.vg().isPresent() && !group.equals(pv.vg())) {
      errors.add(device + " has unexpected VG " + pv.vg().get() + " vs " + group.get() + '.');
    }
    return new Noted(errors);
  }

  public boolean isOnline(LvmId pv) {
    return Files.exists(pvs.resolve(pv.value()));
  }

  /** What was noted of a volume; empty if nothing, or nothing that makes sense. */
  public Optional<OnlinePv> read(String pvid) {
    Path file = pvs.resolve(pvid);
    List<String> lines;
    try {
      lines = Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\n", -1));
    } catch (IOException e) {
      messages.warn("WARNING: Failed to open " + file + '.');
      return Optional.empty();
    }
    if (lines.size() == 1 && lines.get(0).isEmpty()) {
      messages.warn("WARNING: No info in " + file + '.');
      return Optional.empty();
    }
    Optional<DeviceNumber> number = DeviceNumber.parse(lines.get(0));
    if (number.isEmpty()) {
      messages.warn("WARNING: No device numbers in " + file + '.');
      return Optional.empty();
    }
    return Optional.of(
        new OnlinePv(pvid, number.get(), vgName(file, lines), deviceName(file, lines)));
  }

  private Optional<String> vgName(Path file, List<String> lines) {
    Optional<String> name = field(lines, "vg:");
    if (name.isPresent() && !VgName.isValid(name.get())) {
      messages.warn("WARNING: Ignoring invalid vgname in " + file + " (" + name.get() + ").");
      return Optional.empty();
    }
    return name;
  }

  private Optional<String> deviceName(Path file, List<String> lines) {
    Optional<String> name = field(lines, "dev:");
    if (name.isPresent() && !name.get().startsWith(DEVICES)) {
      messages.warn("WARNING: Ignoring invalid devname in " + file + " (" + name.get() + ").");
      return Optional.empty();
    }
    return name;
  }

  private static Optional<String> field(List<String> lines, String key) {
    for (String line : lines) {
      if (line.startsWith(key)) {
        return Optional.of(line.substring(key.length()));
      }
    }
    return Optional.empty();
  }

  /** All volumes that were seen, or those whose metadata name a group. */
  public List<OnlinePv> volumes(Optional<String> vg) {
    List<OnlinePv> found = new ArrayList<>();
    for (String name : names(pvs)) {
      if (name.length() == ID_LENGTH) {
        read(name).filter(pv -> vg.isEmpty() || pv.vg().equals(vg)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A device is gone: its volume, and that its group was complete. */
  public void forget(DeviceNumber number) {
    for (String name : names(pvs)) {
      Optional<OnlinePv> pv = read(name);
      if (pv.isPresent() && pv.get().number().equals(number)) {
        remove(pvs.resolve(name));
        pv.get()
            .vg()
            .ifPresent(
                vg -> {
                  remove(vgs.resolve(vg));
                  remove(lookup.resolve(vg));
                });
      }
    }
  }

  /** A group is gone. */
  public void forget(VolumeGroup vg) {
    remove(vgs.resolve(vg.name().value()));
    remove(lookup.resolve(vg.name().value()));
    for (PhysicalVolume pv : vg.pvs()) {
      remove(pvs.resolve(pv.id().value()));
    }
  }

  /** A group is going to be activated; false if another command is at it, or has done it. */
  public boolean claim(String vg) {
    try {
      create(vgs.resolve(vg), "");
      return true;
    } catch (IOException e) {
      messages.debug("Failed to create " + vgs.resolve(vg) + ": " + e.getMessage());
      return false;
    }
  }

  /** The group may be activated again when its volumes come again. */
  public void release(VgName vg) {
    remove(vgs.resolve(vg.value()));
  }

  /** Lists the volumes of a group for those without metadata; false if there is a list already. */
  public boolean list(VolumeGroup vg) {
    StringBuilder text = new StringBuilder();
    for (PhysicalVolume pv : vg.pvs()) {
      text.append(pv.id().value()).append('\n');
    }
    try {
      create(lookup.resolve(vg.name().value()), text.toString());
      return true;
    } catch (IOException e) {
      messages.debug("Did not create " + lookup.resolve(vg.name().value()) + '.');
      return false;
    }
  }

  /** The ids that are listed for a group; empty if there is no list. */
  public Optional<List<String>> listed(String vg) {
    Path file = lookup.resolve(vg);
    try {
      List<String> ids = new ArrayList<>();
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.length() == ID_LENGTH) {
          ids.add(line);
        }
      }
      return Optional.of(ids);
    } catch (IOException e) {
      messages.debug("No list in " + file + '.');
      return Optional.empty();
    }
  }

  /** The group whose list names a volume. */
  public Optional<String> groupOf(LvmId pv) {
    for (String name : names(lookup)) {
      if (listed(name).orElse(List.of()).contains(pv.value())) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static List<String> names(Path directory) {
    String[] names = directory.toFile().list();
    List<String> found = new ArrayList<>();
    for (String name : names == null ? new String[0] : names) {
      if (!name.startsWith(".")) {
        found.add(name);
      }
    }
    return found;
  }

  private static void create(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      messages.debug("Cannot remove " + file + ": " + e.getMessage());
    }
  }
}
