package org.jlvm.core.device.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Earlier versions of the devices file: {@code system.devices-YYYYMMDD.HHMMSS.COUNTER}. */
record DevicesFileBackups(Path directory) {
  private static final String PREFIX = DevicesFileStore.DEFAULT_NAME + "-";
  private static final int SHORTEST = 35;
  private static final int LONGEST = 47;
  private static final int COUNTER_AT = 31;
  private static final int DIGITS = 4;
  private static final int MOST = 5000;

  /** Adds a backup, and removes the oldest beyond the limit. */
  void keep(String text, String time, long counter, int limit) throws IOException {
    Files.createDirectories(directory);
    StringBuilder suffix = new StringBuilder(Long.toString(counter));
    while (suffix.length() < DIGITS) {
      suffix.insert(0, '0');
    }
    DevicesFileStore.writeDurably(directory.resolve(PREFIX + time + "." + suffix), text);
    List<String> all = names();
    for (int i = 0; i < all.size() - Math.min(limit, MOST); i++) {
      Files.deleteIfExists(directory.resolve(all.get(i)));
    }
  }

  /** Oldest first. */
  private List<String> names() {
    List<String> found = new ArrayList<>();
    String[] all = directory.toFile().list();
    for (String name : all == null ? new String[0] : all) {
      boolean length = name.length() >= SHORTEST && name.length() <= LONGEST;
      if (length && name.startsWith(PREFIX)) {
        found.add(name);
      }
    }
    found.sort(DevicesFileBackups::compare);
    return found;
  }

  /** By date and time, then by counter, which outgrows its leading zeros. */
  private static int compare(String a, String b) {
    int byTime = a.substring(0, COUNTER_AT).compareTo(b.substring(0, COUNTER_AT));
    int byLength = byTime == 0 ? a.length() - b.length() : byTime;
    return byLength == 0 ? a.compareTo(b) : byLength;
  }
}
