package org.jlvm.core.config;

import java.util.List;
import org.jlvm.core.config.table.SettingFinding;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigSection;

/** Says in which file and line a finding is. */
public final class ConfigWarnings {
  private ConfigWarnings() {}

  /** The message of a finding with the file and line of its entry, if that came from a file. */
  public static String text(SettingFinding finding, List<ConfigFile> files) {
    for (int i = files.size() - 1; i >= 0; i--) {
      ConfigFile file = files.get(i);
      if (contains(file.document().root(), finding.entry())) {
        return finding.message()
            + " ("
            + file.path()
            + ", line "
            + file.document().line(finding.entry())
            + ")";
      }
    }
    return finding.message();
  }

  private static boolean contains(ConfigSection section, ConfigEntry wanted) {
    for (ConfigEntry entry : section.entries()) {
      // Merging keeps the places of entries even where it makes new sections of several.
      boolean samePlace =
          entry.start() == wanted.start()
              && entry.end() == wanted.end()
              && entry.end() > entry.start()
              && entry.name().equals(wanted.name());
      if (samePlace && (entry.node() == wanted.node() || entry.isSection())) {
        return true;
      }
      if (entry.node() instanceof ConfigSection inner && contains(inner, wanted)) {
        return true;
      }
    }
    return false;
  }
}
