package org.jlvm.cli.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Opt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random command lines are understood or refused in words; the parser never fails otherwise. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandLineHostileTest {
  private static final int INPUTS = 100_000;
  private static final String[] VALUES = {
    "",
    "-",
    "--",
    "---",
    "=",
    "0",
    "-1",
    "+1",
    "%",
    "100%FREE",
    "+100%VG",
    "-0%PVS",
    "1.5g",
    "1e9",
    "0x10",
    "18446744073709551616",
    "9223372036854775807e",
    "99999999999999999999999999999999999999999",
    "NaN",
    "y",
    "n",
    "ay",
    "vg",
    "vg/lv",
    "/",
    "//",
    "/dev/vg/lv",
    "/dev//",
    "@",
    "@tag",
    "@-",
    ":",
    "/dev/a:0-",
    "/dev/a:-1-5",
    "/dev/a:9-1",
    ",",
    ",,",
    "a,b,,",
    "striped",
    "nosuchtype",
    "\0",
    "\u00ff\u00fe",
    "\ud800",
    " ",
    "\n",
    "*",
    "%s%n",
    "+",
    "++1",
    "--1",
    "..",
    ".",
    "raid1",
    "0:0:0",
    "1,2,3",
    "lv_name=x",
    "=x",
    "x=",
    "(((",
    "all",
    "b",
    "1:",
    "1024.9999999999k",
    "1k1",
    "-L",
    "-vvvvvvvvvvvvvvvvvv"
  };

  private final long seed = Long.getLong("jlvm.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void randomLinesAreUnderstoodOrRefused() {
    List<String> names = CommandTable.names();
    Map<String, CommandTable> tables = new HashMap<>();
    int understood = 0;
    for (int i = 0; i < INPUTS; i++) {
      String name = names.get(random.nextInt(names.size()));
      CommandTable table = tables.computeIfAbsent(name, n -> CommandTable.of(n).orElseThrow());
      List<String> words = words(table);
      try {
        CommandLineParser parser = new CommandLineParser(table, name, words, random.nextBoolean());
        parser.scan();
        assertThat(parser.match(false).commandLine()).startsWith(name);
        understood++;
      } catch (RejectedException e) {
        assertThat(e.complaints()).as("seed %d: %s %s", seed, name, words).isNotNull();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ": " + name + ' ' + words, e);
      }
    }
    assertThat(understood).as("seed %d", seed).isPositive();
  }

  private List<String> words(CommandTable table) {
    List<String> words = new ArrayList<>();
    List<Opt> options = List.copyOf(table.allOptions());
    for (int count = random.nextInt(6); count > 0; count--) {
      String value = VALUES[random.nextInt(VALUES.length)];
      if (random.nextInt(3) == 0 || options.isEmpty()) {
        words.add(value);
        continue;
      }
      String option = options.get(random.nextInt(options.size())).dashed();
      switch (random.nextInt(5)) {
        case 0 -> words.add(option);
        case 1 -> words.add(option + '=' + value);
        case 2 -> words.add(option.substring(0, 1 + random.nextInt(option.length())));
        case 3 -> words.add('-' + option.substring(option.length() - 1) + value);
        default -> {
          words.add(option);
          words.add(value);
        }
      }
    }
    if (random.nextInt(500) == 0) {
      words.add("x".repeat(100_000));
    }
    return words;
  }
}
