package org.jlvm.core.config.settings;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.LvmConfig;

/** Section "local" of the configuration, as {@code lvmconfig} documents it. */
public record LocalSettings(LvmConfig config) {
  /** System ID of this host for system_id_source lvmlocal. */
  public Optional<String> systemId() {
    return config.findStringAllowingEmpty("local/system_id");
  }

  /** Key of this host for persistent reservations: up to 16 hexadecimal digits. */
  public Optional<String> prKey() {
    return config.findString("local/pr_key");
  }

  /** System IDs of other hosts whose volume groups this host may use. */
  public Optional<List<String>> extraSystemIds() {
    return config.findStrings("local/extra_system_ids");
  }

  /** Number of this host for sanlock, 1 to 2000. */
  public int hostId() {
    return config.integer("local/host_id", 0);
  }
}
