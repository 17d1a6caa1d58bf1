package org.jlvm.core.config;

/** Where a layer of the configuration comes from; the first wins. */
public enum ConfigSource {
  /** The option {@code --config}. */
  STRING,
  COMMAND_PROFILE,
  METADATA_PROFILE,
  /** lvm.conf, lvmlocal.conf and lvm_TAG.conf, merged. */
  FILES
}
