package org.jlvm.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of one side's output what cannot be equal on two sides: folders, ids (numbered in order
 * of first appearance, so the same id has the same number everywhere), times, versions, checksums
 * over all these, and complaints about the missing kernel driver.
 */
final class Normalizer {

  private static final Pattern DASHED_ID =
      Pattern.compile("\\b[0-9A-Za-z]{6}(?:-[0-9A-Za-z]{4}){5}-[0-9A-Za-z]{6}\\b");
  private static final Pattern PLAIN_ID =
      Pattern.compile("\\b(?=[0-9A-Za-z]*[a-z])(?=[0-9A-Za-z]*[A-Z])[0-9A-Za-z]{32}\\b");
  private static final Pattern VERSION =
      Pattern.compile("LVM2 version [0-9][^ ]* \\([0-9-]+\\)(?:: [A-Z].{23})?");
  private static final Pattern SECONDS = Pattern.compile("creation_time = [0-9]+(?:\t# .*)?");

  /** Recordings are of another machine. */
  private static final List<String> HOST = hostAsWritten();

  private static final Pattern CHECKSUM = Pattern.compile("(crc|checksum) (0x)?[0-9a-f]+\\b");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} [+-][0-9]{4}");
  private static final Pattern LONG_DATE =
      Pattern.compile("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [0-9]{4}");
  private static final Pattern MINOR =
      Pattern.compile("(/dev/sd[a-z]+)(?: +7 +|([;|#:] ?)7\\2)[0-9]+ *");
  private static final Pattern JSON_MINOR = Pattern.compile("(\"pv_minor\":\"?)[0-9]+");
  private static final Pattern PROCESS = Pattern.compile("\\bpvscan\\[[0-9]+\\]");
  private static final Pattern LOG_ROW = Pattern.compile("\\{\"log_seq_num\":\"?([0-9]+)\"?");
  private static final Pattern SHOWN_LOG_ROW =
      Pattern.compile(" *([0-9]+)( +(?:error|warn|print|status) +(?:processing|shell) .*)");
  private static final Pattern LOG_HEADING = Pattern.compile("^ *Seq +LogType +Context ");
  private static final Pattern ARCHIVE = Pattern.compile("(_[0-9]{5})-[0-9]+\\.vg");

  /** The text has the version of the program in it, and so another length. */
  private static final Pattern TEXT_LENGTH =
      Pattern.compile("(metadata at [0-9]+ length |raw_locn\\[[01]\\]\\.size )[0-9]+");

  private static final Pattern TEXT_SUMMARY =
      Pattern.compile("mda_size [0-9]+ vs [0-9a-f]+ [0-9]+\\.");

  /** What lvmconfig says of settings; each program in its own words. */
  private static final Pattern EXPLANATION = Pattern.compile("^([a-z]+/[a-z0-9_<>/]+) - .*$");

  /** A command line in a usage; around it is its explanation, in each program's own words. */
  private static final Pattern FORM = Pattern.compile("  (?:lv|vg|pv|lvm)[a-z]+(?: .*)?");

  private static final Pattern SENTENCE = Pattern.compile("  [A-Za-z(].*");
  private static final List<String> NO_DRIVER =
      List.of(
          "/mapper/control: open failed:",
          "Failure to communicate with kernel device-mapper driver.",
          "Check that device-mapper is available in the kernel.",
          "Incompatible libdevmapper ",
          "/dev/mapper\"",
          "/dev/mapper/control (",
          "WARNING: Activation disabled. No device-mapper interaction will be attempted.");

  private final String folder;
  private final Map<String, String> ids = new HashMap<>();

  /** The name of this machine in metadata, and the comment that tells its kernel. */
  private static List<String> hostAsWritten() {
    List<String> words = new ArrayList<>();
    for (String word : List.of("ostype", "hostname", "osrelease", "version")) {
      try {
        words.add(Files.readString(Path.of("/proc/sys/kernel", word)).strip());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    String name = words.get(1);
    return List.of(
        "creation_host = \"" + name + '"',
        "# " + String.join(" ", words) + ' ',
        "\"lv_host\":\"" + name + '"');
  }

  Normalizer(String folder) {
    this.folder = folder;
  }

  List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int loggedAndDropped = 0;
    for (String line : text.split("\n", -1)) {
      if (NO_DRIVER.stream().noneMatch(line::contains)) {
        lines.add(line(squeezed(logRow(line, loggedAndDropped), loggedAndDropped)));
      } else if (LOG_ROW.matcher(line).find() || SHOWN_LOG_ROW.matcher(line).matches()) {
        loggedAndDropped++;
      }
    }
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    } else if (!lines.isEmpty()) {
      lines.add("(no newline at the end)");
    }
    return withoutExplanations(lines);
  }

  /** What explains a form, in the paragraph above it or below its line, becomes a single word. */
  private static List<String> withoutExplanations(List<String> lines) {
    List<String> result = new ArrayList<>(lines.size());
    boolean afterForm = false;
    for (String line : lines) {
      boolean form = FORM.matcher(line).matches();
      boolean sentence = !form && SENTENCE.matcher(line).matches();
      if (form) {
        shortenEnd(result);
      }
      if (!afterForm || !sentence) {
        result.add(line);
        afterForm = form;
      }
    }
    return result;
  }

  private static void shortenEnd(List<String> lines) {
    int start = lines.size();
    while (start > 0 && SENTENCE.matcher(lines.get(start - 1)).matches()) {
      start--;
    }
    if (start < lines.size() && start > 0 && lines.get(start - 1).isEmpty()) {
      lines.subList(start, lines.size()).clear();
      lines.add("  (explanation)");
    }
  }

  /** A row of a command's log, numbered as if the dropped ones were not there. */
  private static String logRow(String line, int dropped) {
    Matcher matcher = LOG_ROW.matcher(line);
    if (!matcher.find()) {
      return line;
    }
    int number = Integer.parseInt(matcher.group(1)) - dropped;
    String renumbered = matcher.replaceFirst("{\"log_seq_num\":\"" + number + "\"");
    return renumbered.endsWith(",") ? renumbered.substring(0, renumbered.length() - 1) : renumbered;
  }

  /** The same for a row of a table; its width may come from the dropped ones. */
  private static String squeezed(String line, int dropped) {
    Matcher row = SHOWN_LOG_ROW.matcher(line);
    if (row.matches()) {
      int number = Integer.parseInt(row.group(1)) - dropped;
      return number + row.group(2).replaceAll(" +", " ");
    }
    return LOG_HEADING.matcher(line).find() ? line.replaceAll(" +", " ").strip() : line;
  }

  String line(String line) {
    String result = line.replace(folder + "/dev/", "/dev/").replace(folder, "$T");
    result = numberIds(DASHED_ID, result);
    result = numberIds(PLAIN_ID, result);
    result = VERSION.matcher(result).replaceAll("LVM2 version V");
    result = SECONDS.matcher(result).replaceAll("creation_time = NOW");
    result =
        result
            .replace(HOST.get(0), "creation_host = \"HOST\"")
            .replace(HOST.get(1), "# SYSTEM ")
            .replace(HOST.get(2), "\"lv_host\":\"HOST\"");
    result = CHECKSUM.matcher(result).replaceAll("$1 $2CRC");
    result = DATE.matcher(result).replaceAll("YYYY-MM-DD hh:mm:ss +0000");
    result = LONG_DATE.matcher(result).replaceAll("DATE");
    result = MINOR.matcher(result).replaceAll("$1 7 MINOR ");
    result = JSON_MINOR.matcher(result).replaceAll("$1MINOR");
    result = PROCESS.matcher(result).replaceAll("pvscan[PID]");
    result = TEXT_LENGTH.matcher(result).replaceAll("$1N");
    result = TEXT_SUMMARY.matcher(result).replaceAll("mda_size N vs CRC N.");
    result = EXPLANATION.matcher(result).replaceAll("$1");
    return ARCHIVE.matcher(result).replaceAll("$1-N.vg");
  }

  private String numberIds(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.replaceAll(
        found -> {
          String id = found.group().replace("-", "");
          String number = ids.computeIfAbsent(id, unseen -> "id-%029d".formatted(ids.size() + 1));
          return found.group().length() == 38 ? number + "-------" : number;
        });
  }
}
