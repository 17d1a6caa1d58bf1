package org.jlvm.cli.monitor;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.OwnProgram;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.table.DeviceNumber;

/** Runs programs; what they print goes to the log. */
final class HostDeeds implements Deeds {
  /** Tells commands not to talk to the daemon that waits for them. */
  private static final String BY_DAEMON = "LVM_RUN_BY_DMEVENTD";

  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

  private final DaemonLog log;

  HostDeeds(DaemonLog log) {
    this.log = log;
  }

  @Override
  public boolean run(List<String> words) {
    Optional<List<String>> program = OwnProgram.commandLine();
    if (program.isEmpty()) {
      log.error("This program cannot be started again from here.");
      return false;
    }
    List<String> all = new ArrayList<>(program.get());
    all.add("lvm");
    all.addAll(words);
    return start(all);
  }

  private boolean start(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put(BY_DAEMON, "1");
    builder.directory(new File("/"));
    builder.redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    try {
      Process process = builder.start();
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
          if (!line.isBlank()) {
            log.info(line.strip());
          }
        }
      }
      return process.waitFor() == 0;
    } catch (IOException e) {
      log.error(String.valueOf(e.getMessage()));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void unmount(DmInfo device) {
    try {
      for (String place : mountPoints(Files.readAllLines(MOUNTS), device.number())) {
        log.error(
            "Unmounting invalid snapshot " + device.name() + " at mount point " + place + '.');
        if (!start(List.of("umount", "-fl", place))) {
          log.error(
              "Failed to umount snapshot " + device.name() + " at mount point " + place + '.');
        }
      }
    } catch (IOException e) {
      log.error("Not umounting " + device.name() + ": " + e.getMessage());
    }
  }

  /**
   * Where a device is mounted, by the kernel's list: {@code ID PARENT MAJOR:MINOR ROOT PLACE …}.
   */
  static List<String> mountPoints(List<String> mounts, DeviceNumber device) {
    List<String> places = new ArrayList<>();
    for (String line : mounts) {
      String[] words = line.split(" ", 6);
      if (words.length > 4 && words[2].equals(device.toString())) {
        places.add(unescaped(words[4]));
      }
    }
    return places;
  }

  /** Blanks and the like are written as a backslash and three octal digits. */
  private static String unescaped(String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '\\' && i + 3 < word.length()) {
        text.append((char) Integer.parseInt(word.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        text.append(word.charAt(i));
      }
    }
    return text.toString();
  }
}
