package org.jlvm.core.engine.filesystem;

import java.util.List;

/** xfs forgets quotas if it is mounted without them once; the flags are those of xfs_quota(8). */
final class XfsQuota {
  private static final String[] LETTERS = {"u", "g", "p"};
  private static final int[] ACCOUNTING = {0x1, 0x40, 0x8};
  private static final int[] ENFORCED = {0x2, 0x80, 0x200};

  private XfsQuota() {}

  /** The options that keep quotas as they are; empty if there are none. */
  static String mountOptions(FileSystemTools tools, String device) {
    int flags = 0;
    String key = "qflags = ";
    for (String line :
        tools.output(List.of("xfs_db", "-r", device, "-c", "sb 0", "-c", "p qflags"))) {
      if (line.startsWith(key)) {
        try {
          flags = Integer.decode(line.substring(key.length()).trim());
        } catch (NumberFormatException e) {
          tools.complain("xfs_db unexpected output for \"" + device + "\": " + line);
        }
      }
    }
    StringBuilder options = new StringBuilder();
    for (int i = 0; i < LETTERS.length; i++) {
      if ((flags & ACCOUNTING[i]) != 0) {
        options.append(options.length() == 0 ? "" : ",").append(LETTERS[i]);
        options.append((flags & ENFORCED[i]) != 0 ? "quota" : "qnoenforce");
      }
    }
    return options.toString();
  }
}
