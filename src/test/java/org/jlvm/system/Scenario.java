package org.jlvm.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of commands to run on both sides, read from a text file, one step a line:
 *
 * <pre>
 * # a comment
 * disks N SIZE [sector=4096]   N more disks of that size: /dev/sda, /dev/sdb, ...
 * conf TEXT                    a line added to lvm.conf
 * env NAME=VALUE               for all later commands
 * detach NAME | attach NAME    the node /dev/NAME goes away, comes back
 * sh COMMAND                   shell command on each side
 * byprocess                    jlvm runs as a process of its own in this scenario
 * anything else                an lvm command, with or without {@code lvm} before it; {@code <<< y
 *                              n} at the end answers its prompts
 * </pre>
 *
 * {@code /dev/} stands for the side's own device directory and {@code $T} for its own folder.
 */
record Scenario(String name, List<Step> steps) {

  /** One line of the file; {@code text} is the line itself. */
  sealed interface Step {
    String text();
  }

  record Disks(String text, int count, String size, int sectorSize) implements Step {}

  record Configure(String text, String line) implements Step {}

  record Environment(String text, String name, String value) implements Step {}

  record Detach(String text, String disk) implements Step {}

  record Attach(String text, String disk) implements Step {}

  record Shell(String text, String command) implements Step {}

  record ByProcess(String text) implements Step {}

  /** An lvm command; the answers are fed to its standard input, a line each. */
  record Command(String text, List<String> arguments, String answers) implements Step {}

  static Scenario read(Path file) {
    try {
      String name = file.getFileName().toString().replaceFirst("\\.scenario$", "");
      return parse(name, Files.readAllLines(file));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  static Scenario parse(String name, List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        steps.add(parseStep(line.strip()));
      }
    }
    return new Scenario(name, List.copyOf(steps));
  }

  static Step parseStep(String line) {
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    return switch (word) {
      case "disks" -> disks(line, rest.split(" +"));
      case "conf" -> new Configure(line, rest);
      case "env" -> new Environment(line, before(rest, "="), after(rest, "="));
      case "detach" -> new Detach(line, rest);
      case "attach" -> new Attach(line, rest);
      case "sh" -> new Shell(line, rest);
      case "byprocess" -> new ByProcess(line);
      default -> command(line);
    };
  }

  private static Disks disks(String line, String[] words) {
    int sectorSize = 512;
    if (words.length > 2) {
      sectorSize = Integer.parseInt(after(words[2], "sector="));
    }
    return new Disks(line, Integer.parseInt(words[0]), words[1], sectorSize);
  }

  private static Command command(String line) {
    int answers = line.indexOf(" <<<");
    String input = "";
    if (answers >= 0) {
      input = line.substring(answers + 4).strip().replace(' ', '\n') + "\n";
    }
    List<String> words = Words.split(answers < 0 ? line : line.substring(0, answers));
    List<String> arguments = words.get(0).equals("lvm") ? words.subList(1, words.size()) : words;
    return new Command(line, List.copyOf(arguments), input);
  }

  private static String before(String text, String mark) {
    return text.substring(0, text.indexOf(mark));
  }

  private static String after(String text, String mark) {
    return text.substring(text.indexOf(mark) + mark.length());
  }
}
