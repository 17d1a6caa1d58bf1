package org.jlvm.core.config.settings;

import org.jlvm.core.config.ConfigSource;
import org.jlvm.core.config.LvmConfig;

/**
 * The settings by section, with their defaults in code, so that ordinary commands need not read the
 * table of settings. A test compares both.
 */
public record LvmSettings(LvmConfig config) {
  /** As the files have them: a few settings are looked at before {@code --config} counts. */
  public LvmSettings withoutCommandLine() {
    return new LvmSettings(config.without(ConfigSource.STRING));
  }

  public CheckSettings check() {
    return new CheckSettings(config);
  }

  public DevicesSettings devices() {
    return new DevicesSettings(config);
  }

  public AllocationSettings allocation() {
    return new AllocationSettings(config);
  }

  public LogSettings log() {
    return new LogSettings(config);
  }

  public BackupSettings backup() {
    return new BackupSettings(config);
  }

  public ShellSettings shell() {
    return new ShellSettings(config);
  }

  public GlobalSettings global() {
    return new GlobalSettings(config);
  }

  public ActivationSettings activation() {
    return new ActivationSettings(config);
  }

  public MetadataSettings metadata() {
    return new MetadataSettings(config);
  }

  public ReportSettings report() {
    return new ReportSettings(config);
  }

  public DmeventdSettings dmeventd() {
    return new DmeventdSettings(config);
  }

  public LocalSettings local() {
    return new LocalSettings(config);
  }
}
