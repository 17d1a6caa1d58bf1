package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What makers of random commands draw from; the same seed draws the same. */
abstract class RandomChoice {
  final Random random;
  final int diskCount;

  /**
   * @param diskCount how many disks there are, from /dev/sda on
   */
  RandomChoice(long seed, int diskCount) {
    random = new Random(seed);
    this.diskCount = diskCount;
  }

  String disk() {
    return "/dev/sd" + (char) ('a' + random.nextInt(diskCount));
  }

  /** Some disks, each once. */
  final String disks(int most) {
    List<String> names = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      String name = disk();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return String.join(" ", names);
  }

  String name(String kind, int count) {
    return kind + random.nextInt(count);
  }

  String maybe(String text, int oneIn) {
    return random.nextInt(oneIn) == 0 ? text : "";
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * A command with a small mistake: a word lost, doubled or misspelt, or a word of one of the lists
   * behind it.
   */
  @SafeVarargs
  final String spoil(String command, List<String>... additions) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    int at = 1 + random.nextInt(Math.max(1, words.size() - 1));
    if (at >= words.size()) {
      return command + " --nonsense";
    }
    int kind = random.nextInt(3 + additions.length);
    switch (kind) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, words.get(at).startsWith("/dev/") ? "--verbose" : words.get(at));
      case 2 -> words.set(at, words.get(at) + pick("x", "0", "-", "%", "/"));
      default -> words.add(pick(additions[kind - 3]));
    }
    return String.join(" ", words);
  }
}
