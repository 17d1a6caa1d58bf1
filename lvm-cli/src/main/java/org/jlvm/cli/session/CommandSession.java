package org.jlvm.cli.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.host.FlockFileLocker;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.DeviceWorld;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.verb.Versions;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.device.Hints;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.device.inventory.ImageInventory;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.engine.DeviceIdentification;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.ActivationPolicy;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.engine.environment.IdSource;
import org.jlvm.core.engine.lock.ChannelFileLocker;
import org.jlvm.core.engine.lock.FileLocker;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.LockPolicy;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.online.OnlineFiles;
import org.jlvm.core.engine.store.BackupSettings;
import org.jlvm.core.engine.store.Backups;
import org.jlvm.core.message.Messages;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;
import org.jlvm.dm.jna.Libc;
import org.jspecify.annotations.Nullable;

/**
 * The engine as one command uses it, set up from the command line, the environment and the
 * configuration. Closing gives back all locks.
 */
public final class CommandSession implements AutoCloseable {
  private final CommandContext context;
  private final ParsedCommand command;
  private final LvmSettings settings;
  private final Session session;
  private final boolean images;
  private final Optional<HintsReset> hints;
  private final List<Runnable> afterwards = new ArrayList<>(0);
  private @Nullable VolumeMonitor monitor;

  private CommandSession(
      CommandContext context,
      ParsedCommand command,
      LvmSettings settings,
      Session session,
      boolean images,
      Optional<HintsReset> hints) {
    this.context = context;
    this.command = command;
    this.settings = settings;
    this.session = session;
    this.images = images;
    this.hints = hints;
  }

  /**
   * Sets the engine up; devices are looked at later.
   *
   * @throws org.jlvm.core.error.LvmException if the configuration or the locking directory is not
   *     usable
   */
  public static CommandSession open(CommandContext context, ParsedCommand command) {
    return open(context, command, Optional.empty());
  }

  /** As the other, for a command that looks at certain devices only. */
  public static CommandSession open(
      CommandContext context, ParsedCommand command, DeviceInventory devices) {
    return open(context, command, Optional.of(devices));
  }

  private static CommandSession open(
      CommandContext context, ParsedCommand command, Optional<DeviceInventory> chosen) {
    HostProcess process = context.process();
    List<String> images = ImagePaths.of(process, command);
    LvmSettings settings = context.settings();
    Environment environment = environment(context, command, settings);
    Locks locks =
        new Locks(
            lockDirectory(process, settings, !images.isEmpty()),
            new GatedLocker(
                images.isEmpty() ? new LazyFlock() : new ChannelFileLocker(),
                process.gate(),
                environment.messages()),
            lockPolicy(command, settings),
            environment.messages());
    Backups backups =
        new Backups(environment, backups(process, command, settings, !images.isEmpty()));
    DeviceInventory devices =
        process
            .devices()
            .map(DeviceWorld::disks)
            .or(() -> chosen)
            .orElseGet(
                () ->
                    images.isEmpty()
                        ? LinuxDevices.inventory(context, command, settings)
                        : ImageInventory.of(process.directory(), images, minimumSize(settings)));
    Session session =
        new Session(
            environment,
            locks,
            backups,
            LvActivations.of(context, command, settings, !images.isEmpty()),
            devices,
            new ReportedPreference(
                environment.messages(), settings.devices().allowChangesWithDuplicatePvs()),
            images.isEmpty() && process.devices().isEmpty()
                ? new ListedDevices(context, command, settings)
                : DeviceIdentification.KEPT);
    Optional<HintsReset> hints =
        images.isEmpty() ? hints(context, command, settings) : Optional.empty();
    hints.ifPresent(locks::whenGlobalIsExclusive);
    return new CommandSession(context, command, settings, session, !images.isEmpty(), hints);
  }

  /** Which volumes this command may activate, and how. */
  public ActivationPolicy activationPolicy() {
    return LvActivations.policy(context, command, settings);
  }

  private static Optional<HintsReset> hints(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    if (!HintsReset.concerns(command) || settings.devices().hints().equals("none")) {
      return Optional.empty();
    }
    return Optional.of(
        new HintsReset(
            new Hints(Path.of("/run/lvm")),
            !command.has(Opt.NOLOCKING),
            command.name(),
            context.process().clock(),
            context.console()));
  }

  private static Sectors minimumSize(LvmSettings settings) {
    return Sectors.ofKib(settings.devices().pvMinSize());
  }

  private static Environment environment(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    return new Environment(
        context.process().clock(),
        HostFacts.host(SystemId.of(context)),
        IdSource.of(new SystemRandom(Path.of("/dev/urandom"))),
        context.console(),
        context.prompter(),
        Versions.LVM,
        command.commandLine(),
        isTest(command, settings));
  }

  private static Path lockDirectory(HostProcess process, LvmSettings settings, boolean images) {
    boolean configured = settings.config().find("global/locking_dir").isPresent();
    return images && !configured
        ? ImagePaths.locks(process)
        : Path.of(settings.global().lockingDir());
  }

  /** Says what holds for the command that one might not expect of it, as lvm2 does first. */
  public static void announce(ParsedCommand command, LvmSettings settings, Messages messages) {
    if (isTest(command, settings)) {
      messages.warn(
          "TEST MODE: Metadata will NOT be updated and volumes will not be (de)activated.");
    }
    int type = lockingType(settings);
    if (type == 3) {
      messages.warn("WARNING: See lvmlockd(8) for information on using cluster/clvm VGs.");
    }
    if (type != 1) {
      String instead =
          type == 0 || type == 5
              ? "--nolocking"
              : type == 4 ? "--sysinit --readonly" : "file locking";
      messages.warn("WARNING: locking_type (" + type + ") is deprecated, using " + instead + '.');
    }
  }

  private static boolean isTest(ParsedCommand command, LvmSettings settings) {
    return command.has(Opt.TEST) || settings.global().test();
  }

  private static int lockingType(LvmSettings settings) {
    return settings.config().integer("global/locking_type", 1);
  }

  /** Old values of global/locking_type stand for what options do today. */
  private static LockPolicy lockPolicy(ParsedCommand command, LvmSettings settings) {
    int type = lockingType(settings);
    boolean none = type == 0 || type == 5;
    boolean readOnly = type == 4;
    return new LockPolicy(
        none || command.has(Opt.NOLOCKING),
        readOnly || command.has(Opt.READONLY),
        command.has(Opt.IGNORELOCKINGFAILURE),
        readOnly || command.has(Opt.SYSINIT),
        settings.withoutCommandLine().global().metadataReadOnly(),
        settings.global().waitForLocks(),
        settings.global().prioritiseWriteLocks());
  }

  private static BackupSettings backups(
      HostProcess process, ParsedCommand command, LvmSettings settings, boolean images) {
    boolean configured = settings.config().find("backup/backup_dir").isPresent();
    boolean archiveConfigured = settings.config().find("backup/archive_dir").isPresent();
    Path state = ImagePaths.state(process);
    Path backup =
        images && !configured ? state.resolve("backup") : Path.of(settings.backup().backupDir());
    Path archive =
        images && !archiveConfigured
            ? state.resolve("archive")
            : Path.of(settings.backup().archiveDir());
    boolean wanted = command.yes(Opt.AUTOBACKUP, true);
    return new BackupSettings(
        wanted && settings.backup().backup(),
        backup,
        wanted && settings.backup().archive(),
        archive,
        settings.backup().retainMin(),
        settings.backup().retainDays());
  }

  public CommandContext context() {
    return context;
  }

  public ParsedCommand command() {
    return command;
  }

  public LvmSettings settings() {
    return settings;
  }

  public Session session() {
    return session;
  }

  /** Who has the devices of volumes watched, if they are to be. */
  public VolumeMonitor monitor() {
    VolumeMonitor current = monitor;
    if (current == null) {
      current = Monitors.of(context, settings, session.activation());
      monitor = current;
    }
    return current;
  }

  public MonitorMode monitorMode() {
    return MonitorMode.of(context, command, settings.activation());
  }

  /** What the command works on. */
  public WorkLog log() {
    return context.log();
  }

  public boolean isOnImages() {
    return images;
  }

  /** The major number of mapped devices; 0 without the driver, and for image files. */
  public int mapperMajor() {
    return images
        ? 0
        : DeviceTypes.read(Machine.here(context.console()).proc(), List.of())
            .major("device-mapper")
            .orElse(0);
  }

  /**
   * Whether the user wants no driver: volumes are inactive, and what is recorded takes effect
   * later.
   */
  public boolean isWithoutDriver() {
    return !images && !LvActivations.isWanted(command, settings);
  }

  /** What was noted of devices as they came; empty if that does not concern the command. */
  public Optional<OnlineFiles> online() {
    return images || !settings.global().eventActivation()
        ? Optional.empty()
        : Optional.of(new OnlineFiles(OnlineFiles.RUN_DIRECTORY, context.console()));
  }

  /** Makes lvm2 forget its hints, where the command changes them without the global lock. */
  public void resetHints() {
    hints.ifPresent(HintsReset::run);
  }

  /** How messages show sizes. */
  public SizeFormat sizes() {
    return context.sizes();
  }

  /** Has something done when all locks are given back. */
  public void afterwards(Runnable work) {
    afterwards.add(work);
  }

  @Override
  public void close() {
    hints.ifPresent(HintsReset::close);
    session.close();
    afterwards.forEach(Runnable::run);
    afterwards.clear();
  }

  /** Loads native code only when the first lock is taken. */
  private static final class LazyFlock implements FileLocker {
    @Override
    public Optional<Held> lock(Path file, LockMode mode, boolean wait) {
      return new FlockFileLocker(new Libc()).lock(file, mode, wait);
    }
  }
}
