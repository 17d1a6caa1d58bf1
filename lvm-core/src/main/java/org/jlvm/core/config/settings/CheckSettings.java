package org.jlvm.core.config.settings;

import org.jlvm.core.config.LvmConfig;

/** Section "config" of the configuration, as {@code lvmconfig} documents it. */
public record CheckSettings(LvmConfig config) {
  /** Warn of unknown settings and of values of the wrong kind. */
  public boolean checks() {
    return config.bool("config/checks", true);
  }

  /** How thoroughly metadata is checked before it is written. */
  public String validateMetadata() {
    return config.string("config/validate_metadata", "full");
  }

  /** Refuse to run when the check of the configuration finds anything. */
  public boolean abortOnErrors() {
    return config.bool("config/abort_on_errors", false);
  }

  /** Directory of the profiles, NAME.profile. */
  public String profileDir() {
    return config.string("config/profile_dir", config.systemDir() + "/profile");
  }
}
