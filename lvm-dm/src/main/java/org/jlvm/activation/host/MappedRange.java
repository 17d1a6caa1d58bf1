package org.jlvm.activation.host;

/**
 * A line of /proc/PID/maps (proc_pid_maps(5)): {@code from-to rwxp offset major:minor inode path}.
 *
 * @param from first address
 * @param to address after the last
 * @param readable whether it may be read
 * @param path the file, or what the kernel calls the memory, or nothing
 */
record MappedRange(long from, long to, boolean readable, String path) {
  private static final int HEX = 16;

  static MappedRange of(String line) {
    int dash = line.indexOf('-');
    int space = line.indexOf(' ');
    int slash = line.indexOf('/');
    return new MappedRange(
        Long.parseUnsignedLong(line.substring(0, dash), HEX),
        Long.parseUnsignedLong(line.substring(dash + 1, space), HEX),
        line.charAt(space + 1) == 'r',
        slash < 0 ? "" : line.substring(slash));
  }

  long length() {
    return to - from;
  }

  boolean isReadableFile() {
    return readable && !path.isEmpty();
  }
}
