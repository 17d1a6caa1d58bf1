package org.jlvm.core.device.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids that multipath claims: its wwids file, less what its configuration blacklists. An id is
 * kept without the character in front that tells its type (3 naa, 2 eui, 1 t10).
 */
public final class MultipathWwids {
  private static final int SHORTEST = 8;

  private final Set<String> blacklist = new HashSet<>();
  private final Set<String> exceptions = new HashSet<>();

  private MultipathWwids() {}

  /**
   * @param wwidsFile usually {@code /etc/multipath/wwids}
   * @param etc usually {@code /etc}, where multipath.conf and multipath/conf.d are
   */
  public static Set<String> read(Path wwidsFile, Path etc) {
    Set<String> claimed = new HashSet<>();
    for (String line : lines(wwidsFile)) {
      if (!line.startsWith("#") && !line.isEmpty()) {
        claimed.add(withoutType(claim(line)));
      }
    }
    if (!claimed.isEmpty()) {
      claimed.removeAll(readBlacklist(etc));
    }
    return claimed;
  }

  private static String claim(String line) {
    String id = line.startsWith("/") ? line.substring(1) : line;
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  private static String withoutType(String id) {
    boolean typed = !id.isEmpty() && "123".indexOf(id.charAt(0)) >= 0;
    return typed ? id.substring(1) : id;
  }

  private static Set<String> readBlacklist(Path etc) {
    MultipathWwids found = new MultipathWwids();
    found.readConfiguration(etc.resolve("multipath.conf"));
    Path more = etc.resolve("multipath/conf.d");
    if (Files.isDirectory(more)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(more, "[!.]*")) {
        files.forEach(found::readConfiguration);
      } catch (IOException e) {
        return found.blacklist;
      }
    }
    found.blacklist.removeAll(found.exceptions);
    return found.blacklist;
  }

  private void readConfiguration(Path file) {
    Set<String> section = new HashSet<>();
    for (String line : lines(file)) {
      String text = line.strip();
      if (text.startsWith("#")) {
        continue;
      }
      if (text.contains("{")) {
        section = section(text);
      } else if (text.contains("}")) {
        section = new HashSet<>();
      } else if (text.startsWith("wwid")) {
        addId(text.substring("wwid".length()).strip(), section);
      }
    }
  }

  private Set<String> section(String start) {
    if (start.startsWith("blacklist_exceptions")) {
      return exceptions;
    }
    return start.startsWith("blacklist") ? blacklist : new HashSet<>();
  }

  private static void addId(String text, Set<String> section) {
    boolean quoted = text.startsWith("\"");
    String id = quoted ? text.substring(1) : text;
    int end = 0;
    while (end < id.length() && id.charAt(end) != '"' && !Character.isWhitespace(id.charAt(end))) {
      end++;
    }
    String plain = withoutType(id.substring(0, end));
    if (plain.length() >= SHORTEST) {
      section.add(plain);
    }
  }

  private static List<String> lines(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return List.of(text.split("\n", -1));
    } catch (IOException e) {
      return new ArrayList<>();
    }
  }
}
