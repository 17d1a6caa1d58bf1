package org.jlvm.cli.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jlvm.activation.ActivationConfig;
import org.jlvm.activation.KernelActivation;
import org.jlvm.activation.LazyActivation;
import org.jlvm.activation.VolumeOpener;
import org.jlvm.activation.host.MemoryLock;
import org.jlvm.activation.live.Changes;
import org.jlvm.activation.live.CriticalSection;
import org.jlvm.activation.live.LiveDevices;
import org.jlvm.activation.monitor.DaemonMonitor;
import org.jlvm.activation.monitor.MonitoredActivation;
import org.jlvm.activation.target.MappingSettings;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.DeviceWorld;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Trait;
import org.jlvm.core.config.settings.ActivationSettings;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.ActivationPolicy;
import org.jlvm.core.engine.activation.ImageActivation;
import org.jlvm.core.engine.activation.NoActivation;
import org.jlvm.core.engine.activation.PartialMode;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.UdevFlags;
import org.jlvm.dm.ioctl.DriverSettings;
import org.jlvm.dm.ioctl.IoctlDeviceMapper;
import org.jlvm.dm.jna.Libc;

/** Chooses how a command makes devices of volumes. */
final class LvActivations {
  /** Where udevd listens while it runs. */
  private static final Path UDEV_CONTROL = Path.of("/run/udev/control");

  private static final Path SYS = Path.of("/sys");

  /** 1 where lvm2 from 2.03.36 on works on the same volumes. */
  private static final String MARKED_PARTS = "JLVM_MARKED_PARTS";

  private LvActivations() {}

  static Activation of(
      CommandContext context, ParsedCommand command, LvmSettings settings, boolean images) {
    if (images) {
      return new ImageActivation();
    }
    if (!isWanted(command, settings)) {
      return new NoActivation();
    }
    if (onlyReports(command) || context.process().devices().isPresent()) {
      return new LazyActivation(new Opening(context, command, settings));
    }
    MonitorMode mode = MonitorMode.of(context, command, settings.activation());
    return mode == MonitorMode.IGNORE
        ? new LazyActivation(new Opening(context, command, settings))
        : new MonitoredActivation(
            new Opening(context, command, settings),
            new Watching(context, settings),
            mode == MonitorMode.ON);
  }

  /**
   * Not a lambda: a start-up cache has those that ran in training only, where nothing is watched.
   */
  private record Opening(CommandContext context, ParsedCommand command, LvmSettings settings)
      implements Supplier<Activation> {
    @Override
    public Activation get() {
      return open(context, command, settings);
    }
  }

  /** Who is told of volumes to watch; not a lambda either. */
  private record Watching(CommandContext context, LvmSettings settings)
      implements Function<Activation, DaemonMonitor> {
    @Override
    public DaemonMonitor apply(Activation activation) {
      return Monitors.daemon(context, settings, activation);
    }
  }

  static boolean isWanted(ParsedCommand command, LvmSettings settings) {
    return settings.global().activation() && command.yes(Opt.DRIVERLOADED, true);
  }

  /** They start as fast as they can. */
  private static boolean onlyReports(ParsedCommand command) {
    return command.table().has(Trait.CHECK_DEVS_USED);
  }

  private static Activation open(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    ActivationSettings activation = settings.activation();
    boolean udev =
        activation.udevSync()
            && !command.has(Opt.NOUDEVSYNC)
            && !context.process().variable("DM_DISABLE_UDEV").isPresent()
            && Files.exists(UDEV_CONTROL);
    boolean rules = udev && activation.udevRules();
    boolean verify = activation.verifyUdevOperations();
    Path devices =
        Path.of(context.process().variable("DM_DEV_DIR").orElse(settings.devices().dir()));
    try {
      Optional<DeviceWorld> world = context.process().devices();
      Driver driver =
          world.isPresent() ? Driver.of(world.get()) : kernel(context, devices, udev, activation);
      DeviceMapper mapper = driver.mapper();
      Changes changes =
          new Changes(
              mapper, new LiveDevices(mapper), context.console(), activation.retryDeactivation());
      return new KernelActivation(
          changes,
          new SilentSection(context.console(), driver.section()),
          driver.opener(),
          new ActivationConfig(
              devices,
              driver.sys(),
              policy(context, command, settings),
              mapping(command, activation),
              udevFlags(rules, verify),
              rules,
              !rules || verify,
              activation.retryDeactivation(),
              context.process().variable(MARKED_PARTS).equals(Optional.of("1"))));
    } catch (DmException e) {
      context.console().error(e.getMessage());
      return new NoActivation();
    }
  }

  /** What the command line and the configuration say about who may be activated. */
  static ActivationPolicy policy(
      CommandContext context, ParsedCommand command, LvmSettings settings) {
    return new ActivationPolicy(
        settings.activation(), mode(command, settings.activation()), context.console());
  }

  private static PartialMode mode(ParsedCommand command, ActivationSettings settings) {
    if (command.has(Opt.PARTIAL) || command.has(Opt.REMOVEMISSING)) {
      return PartialMode.PARTIAL;
    }
    return switch (command.string(Opt.ACTIVATIONMODE, settings.activationMode())) {
      case "partial" -> PartialMode.PARTIAL;
      case "complete" -> PartialMode.COMPLETE;
      default -> PartialMode.DEGRADED;
    };
  }

  /** What makes devices, and how to live with it. */
  private record Driver(
      DeviceMapper mapper, CriticalSection section, VolumeOpener opener, Path sys) {
    static Driver of(DeviceWorld world) {
      return new Driver(
          world.driver(),
          CriticalSection.NONE,
          device -> world.contents().apply(device.name()),
          world.sys());
    }
  }

  /**
   * The kernel's driver alone, to ask it.
   *
   * @throws DmException if there is none
   */
  static DeviceMapper driver(CommandContext context, LvmSettings settings) {
    return mapper(context, Path.of(settings.devices().dir()), false, settings.activation());
  }

  private static Driver kernel(
      CommandContext context, Path devices, boolean udev, ActivationSettings activation) {
    DeviceMapper mapper = mapper(context, devices, udev, activation);
    MemoryLock memory =
        new MemoryLock(
            new Libc(),
            mapper,
            context.console(),
            activation.reservedMemory(),
            activation.reservedStack());
    return new Driver(mapper, memory, VolumeOpener.byNode(mapper, SYS), SYS);
  }

  private static DeviceMapper mapper(
      CommandContext context, Path devices, boolean udev, ActivationSettings activation) {
    DriverSettings settings =
        new DriverSettings(
            devices,
            SYS,
            udev,
            activation.verifyUdevOperations(),
            Duration.ofSeconds(180),
            DriverSettings.DEFAULT.modprobe());
    return IoctlDeviceMapper.open(settings, context.process().environment(), context.console());
  }

  private static MappingSettings mapping(ParsedCommand command, ActivationSettings activation) {
    return new MappingSettings(
        activation.useLinearTarget(),
        Sectors.ofKib(activation.raidRegionSize()),
        command.yes(Opt.MONITOR, true),
        false);
  }

  private static UdevFlags udevFlags(boolean rules, boolean verify) {
    if (!rules) {
      return UdevFlags.DISABLE_DM_RULES.with(UdevFlags.DISABLE_SUBSYSTEM_RULES);
    }
    return verify ? UdevFlags.NONE : UdevFlags.DISABLE_LIBRARY_FALLBACK;
  }
}
