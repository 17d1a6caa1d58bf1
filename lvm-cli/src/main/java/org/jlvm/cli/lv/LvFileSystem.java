package org.jlvm.cli.lv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.filesystem.FileSystem;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.filesystem.FileSystemProbe;
import org.jlvm.core.engine.filesystem.FileSystemResizer;
import org.jlvm.core.engine.filesystem.FileSystemState;
import org.jlvm.core.engine.filesystem.ResizeDecision;
import org.jlvm.core.engine.filesystem.ResizeOptions;
import org.jlvm.core.engine.filesystem.ResizeOptions.Care;
import org.jlvm.core.engine.filesystem.ResizeOptions.Mode;
import org.jlvm.core.engine.filesystem.ResizeSteps;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.units.Sectors;

/**
 * The file system on a volume that gets another length: {@link #prepare} before, which cuts it if
 * the volume is to be cut, {@link #follow} after, which lets it grow. Closing deactivates a volume
 * that was activated only to be looked at.
 */
final class LvFileSystem implements AutoCloseable {
  private final CommandSession commandSession;
  private final Session session;
  private final Messages messages;
  private final VgState state;
  private final LogicalVolume lv;
  private final boolean reducing;
  private final long extents;
  private final String name;
  private final HostTools tools;
  private final FileSystemProbe probe;
  private Care care = Care.IGNORE;
  private Optional<Growth> growing = Optional.empty();
  private boolean activated;

  /** What is left to do when the volume has its new length. */
  private record Growth(FileSystemState found, long bytes, FileSystemResizer resizer) {}

  /**
   * @param extents length that the volume will have
   */
  LvFileSystem(
      CommandSession commandSession,
      VgState state,
      LogicalVolume lv,
      boolean reducing,
      long extents) {
    this.commandSession = commandSession;
    this.state = state;
    this.lv = lv;
    this.reducing = reducing;
    this.extents = extents;
    session = commandSession.session();
    messages = session.environment().messages();
    name = state.vg().name() + "/" + lv.name();
    tools = new HostTools(commandSession.context().console());
    Sysfs sysfs = new Sysfs(Path.of("/sys"));
    probe = new FileSystemProbe(sysfs, Path.of("/proc/self/mounts"), tools, messages);
  }

  /**
   * Does what has to be done before the volume changes.
   *
   * @return false if it must not change, which has been told
   * @throws FailedException if it must not change
   */
  boolean prepare(ResizeOptions wanted) {
    ResizeOptions options = wanted.with(applicable(wanted));
    care = options.care();
    LvStatus status = session.activation().status(state, lv);
    if (care != Care.IGNORE && !status.exists()) {
      activateForCheck(options);
      status = session.activation().status(state, lv);
    }
    if (options.resizes() && options.careGiven() && !isWithinReach(device(status))) {
      return false;
    }
    if (care == Care.IGNORE) {
      if (reducing) {
        confirmReduction(status);
      }
      return true;
    }
    if (care == Care.SCRIPT) {
      prepareByScript(options);
      return true;
    }
    Optional<FileSystemState> found = probe.state(device(status), name);
    if (found.isPresent()) {
      change(found.get(), options, status);
    }
    return true;
  }

  /** Growing volumes cannot hurt, and not every type holds a file system. */
  private Care applicable(ResizeOptions options) {
    if (options.care() == Care.IGNORE
        || (options.care() == Care.CHECK_SIZE && (!reducing || commandSession.isOnImages()))) {
      return Care.IGNORE;
    }
    boolean holdsNone =
        LvRelations.of(state.vg()).isCow(lv.id()) || lv.firstSegment() instanceof VirtualSegment;
    if (holdsNone) {
      String type = lv.firstSegment().displayName();
      messages.info("Ignoring fs resizing options for LV type " + type + '.');
      return Care.IGNORE;
    }
    return options.care();
  }

  private void activateForCheck(ResizeOptions options) {
    if (care != Care.CHECK_SIZE) {
      boolean script = options.care() == Care.SCRIPT || !FileSystemProbe.blkidTellsSizes();
      String word = script ? Care.SCRIPT.word() : Care.RESIZE.word();
      throw new FailedException(
          "Logical volume " + name + " must be active for file system " + word + '.');
    }
    if (!options.careGiven()) {
      throw new FailedException("The LV must be active to safely reduce (see --fs options.)");
    }
    session.activation().activate(state, lv.id(), Step.ActivationRequest.PLAIN);
    session.activation().settle();
    activated = true;
  }

  private LinuxDevice device(LvStatus status) {
    if (status.major().isEmpty() || status.minor().isEmpty()) {
      throw new FailedException("Failed to get LV path " + path());
    }
    DeviceNumber number = new DeviceNumber(status.major().getAsInt(), status.minor().getAsInt());
    return new LinuxDevice(List.of(path()), number, probe.sysfs());
  }

  private String path() {
    String directory = commandSession.settings().devices().dir();
    return Path.of(directory, state.vg().name().value(), lv.name().value()).toString();
  }

  /** Whether there is a file system that the tools can find; if not, why is told or thrown. */
  private boolean isWithinReach(LinuxDevice device) {
    FileSystem found =
        probe
            .top(device)
            .orElseThrow(
                () -> new FailedException("File system not found for --resizefs or --fs options."));
    if (found.type().equals(FileSystem.LUKS) && probe.decrypted(device).isEmpty()) {
      throw new FailedException("LUKS dm-crypt device must be active for fs resize.");
    }
    Optional<String> name = probe.sysfs().text(device.deviceNumber(), "dm/name");
    Path node = Path.of(commandSession.settings().devices().dir(), "mapper", name.orElse(""));
    return !probe.isMountedUnderOtherName(device, node.toString(), found);
  }

  /** Nothing is known of a file system's size, so all that can be done is to ask. */
  private void confirmReduction(LvStatus status) {
    if (!status.exists() || !mayHoldData(device(status))) {
      return;
    }
    String size = commandSession.sizes().display(state.vg().extentSize().times(extents));
    messages.warn(
        "WARNING: Reducing active"
            + (status.isOpen() ? " and open" : "")
            + " logical volume to "
            + size
            + '.');
    messages.warn("THIS MAY DESTROY YOUR DATA (filesystem etc.)");
    boolean sure =
        commandSession.command().force() > 0
            || session
                .environment()
                .prompter()
                .confirm("Do you really want to reduce " + name + '?');
    if (!sure) {
      throw new FailedException("Logical volume " + name + " NOT reduced.");
    }
  }

  /** What cannot be looked at is taken to hold some. */
  private boolean mayHoldData(LinuxDevice volume) {
    try {
      return probe.top(volume).isPresent();
    } catch (DeviceException e) {
      messages.error("Failed libblkid probe setup for " + path());
      return true;
    }
  }

  private void change(FileSystemState found, ResizeOptions options, LvStatus status) {
    long volume = state.vg().extentSize().times(extents).toBytes().count();
    long offset = found.crypt().map(FileSystemState.Crypt::offset).orElse(0L);
    if (reducing && found.crypt().isPresent() && offset >= volume) {
      throw new FailedException(
          "Crypt header requires "
              + commandSession.sizes().display(Sectors.of(offset / Sectors.BYTES))
              + ", not enough space left for crypt data.");
    }
    long bytes = volume - offset;
    if (found.crypt().isPresent()) {
      messages.info(
          "File system size " + bytes + "b is adjusted for crypt data offset " + offset + "b.");
    }
    ResizeDecision decision =
        new ResizeDecision(name, found, options, messages, session.environment().prompter());
    if (reducing) {
      ResizeSteps steps = decision.reduction(bytes, commandSession.sizes());
      reduce(found, steps, options, bytes, device(status));
      return;
    }
    ResizeSteps steps = decision.extension();
    if (session.environment().testMode()) {
      tellSkipped(found, steps, "extend");
      return;
    }
    growing = Optional.of(new Growth(found, bytes, resizer(found, steps, options)));
  }

  private FileSystemResizer resizer(
      FileSystemState found, ResizeSteps steps, ResizeOptions options) {
    return new FileSystemResizer(found, steps, options.mode() == Mode.MANAGE, tools);
  }

  private void reduce(
      FileSystemState found,
      ResizeSteps steps,
      ResizeOptions options,
      long bytes,
      LinuxDevice device) {
    if (!steps.resize()) {
      reduceCryptOnly(found, options, bytes);
      return;
    }
    if (session.environment().testMode()) {
      tellSkipped(found, steps, "reduce");
      return;
    }
    messages.info(telling("Reducing", found, bytes));
    if (!unlocked(() -> resizer(found, steps, options).reduce(bytes))) {
      throw new FailedException("Failed to reduce file system with lvresize_fs_helper.");
    }
    messages.info(done("Reduced", found));
    requireUnchangedGroup();
    long end = probe.state(device, name).map(now -> now.fileSystem().end()).orElse(0L);
    if (end > bytes) {
      throw new FailedException(
          "File system last byte " + end + " is greater than new size " + bytes + " bytes.");
    }
  }

  /** The file system is small enough, but the device it is on has to become so. */
  private void reduceCryptOnly(FileSystemState found, ResizeOptions options, long bytes) {
    if (found.crypt().isEmpty()) {
      return;
    }
    long size = found.crypt().get().size();
    if (size <= bytes) {
      messages.info("crypt device is already reduced to " + size + " bytes.");
      return;
    }
    if (options.care() == Care.CHECK_SIZE) {
      throw new FailedException("crypt reduce is required (see --resizefs or cryptsetup resize.)");
    }
    if (!session.environment().testMode()
        && !resizer(found, ResizeSteps.NONE, options).cryptResize(Optional.of(bytes))) {
      throw new FailedException("Failed to resize crypt dev with lvresize_fs_helper.");
    }
  }

  private void tellSkipped(FileSystemState found, ResizeSteps steps, String change) {
    List<String> skipped = new ArrayList<>();
    if (steps.unmount()) {
      skipped.add("unmount");
    }
    if (steps.check()) {
      skipped.add("fsck");
    }
    if (steps.mount()) {
      skipped.add("mount");
    }
    if (found.crypt().isPresent()) {
      skipped.add("cryptsetup");
    }
    skipped.add("fs " + change);
    for (String step : skipped) {
      messages.info("Skip " + step + " in test mode.");
    }
  }

  private String telling(String verb, FileSystemState found, long bytes) {
    return verb
        + " file system "
        + found.fileSystem().type()
        + " to "
        + commandSession.sizes().display(Sectors.of(bytes / Sectors.BYTES))
        + (" (" + bytes + " bytes) on ")
        + place(found)
        + "...";
  }

  private String done(String verb, FileSystemState found) {
    return verb + " file system " + found.fileSystem().type() + " on " + place(found) + '.';
  }

  private String place(FileSystemState found) {
    return found.crypt().isPresent() ? found.device() : name;
  }

  /** Others need not wait for a long check or move of data. */
  private <T> T unlocked(Supplier<T> work) {
    return session.locks().whileReleased(state.vg().name(), work);
  }

  private void requireUnchangedGroup() {
    long now = session.reread(state.vg()).map(found -> found.vg().seqno()).orElse(-1L);
    if (now != state.vg().seqno()) {
      throw new FailedException("VG changed during file system resize, LV not resized.");
    }
  }

  private FsadmScript script() {
    return new FsadmScript(commandSession, state.vg(), path(), tools);
  }

  private void prepareByScript(ResizeOptions options) {
    if (options.check()) {
      if (!script().check()) {
        throw new FailedException("Filesystem check failed.");
      }
    }
    if (reducing && !script().resize(extents)) {
      throw new FailedException("Filesystem resize failed.");
    }
  }

  /** Whether there is something to be done when the volume has its new length. */
  boolean grows() {
    return growing.isPresent() || (care == Care.SCRIPT && !reducing);
  }

  /** Lets the file system grow; false if that does not work. */
  boolean follow() {
    if (care == Care.SCRIPT && !reducing) {
      return script().resize(extents);
    }
    if (growing.isEmpty()) {
      return true;
    }
    session.activation().settle();
    Growth growth = growing.get();
    messages.info(telling("Extending", growth.found(), growth.bytes()));
    if (!unlocked(() -> growth.resizer().extend())) {
      messages.error("Failed to extend file system with lvresize_fs_helper.");
      return false;
    }
    messages.info(done("Extended", growth.found()));
    return true;
  }

  @Override
  public void close() {
    if (activated) {
      session.activation().deactivate(state, lv.id());
    }
  }
}
