package org.jlvm.core.config.settings;

import org.jlvm.core.config.LvmConfig;

/** Section "shell" of the configuration, as {@code lvmconfig} documents it. */
public record ShellSettings(LvmConfig config) {
  /** Lines that the shell keeps in ~/.lvm_history. */
  public int historySize() {
    return config.integer("shell/history_size", 100);
  }
}
