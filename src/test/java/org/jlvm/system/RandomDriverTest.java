package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random command sequences through lvm2 and jlvm. {@code -Djlvm.seeds=FIRST-LAST} and {@code
 * -Djlvm.length=N} choose others than the usual ones; from seed 1000 on more commands are used,
 * from 5000 on all kinds, from 20000 on what each of these leaves out, from 100000 on mirrors and
 * arrays alone. A failing sequence is shrunk and printed as a scenario.
 */
class RandomDriverTest {

  private static final List<String> SETUP = List.of("disks 5 64M");
  private static final int SHRINK_RUNS = 60;

  /** From this seed on commands are made of everything; below, mostly of what can succeed. */
  private static final long FIRST_WIDE = 1000;

  /** From this seed on also of what every command has, of reports, and of damaged disks. */
  private static final long FIRST_FREE = 5000;

  /** From this seed on also conversions, moves, profiles, several operands, lasting settings. */
  private static final long FIRST_BROAD = 20000;

  /** From this seed on of what makes, resizes and converts mirrors and arrays. */
  private static final long FIRST_REDUNDANT = 100_000;

  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));

  @AfterAll
  static void stopWorkers() {
    WORKERS.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> sequencesLeaveTheSame() {
    Optional<String> obstacle = Tools.obstacle();
    if (obstacle.isPresent()) {
      return Tools.skipped(obstacle.get());
    }
    Tools tools = Tools.findOrSkip();
    KnownDifferences known = ScenarioTest.knownDifferences(tools);
    NotYetEqual pending = NotYetEqual.load();
    String[] seeds = System.getProperty("jlvm.seeds", "1-20").split("-");
    int length = Integer.getInteger("jlvm.length", 100);
    List<DynamicTest> tests = new ArrayList<>();
    LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[seeds.length - 1]))
        .forEach(
            seed -> {
              Future<String> run =
                  WORKERS.submit(() -> new RandomRun(tools, known).run(seed, length));
              tests.add(
                  DynamicTest.dynamicTest("seed " + seed, () -> report(pending, seed, run.get())));
            });
    return tests.stream();
  }

  private static void report(NotYetEqual pending, long seed, String failure) {
    pending.judge(
        "random " + seed,
        failure.isEmpty()
            ? ""
            : "seed " + seed + " (again: -Djlvm.seeds=" + seed + ")\n" + failure);
  }

  /** One sequence, and its shrinking if it shows a difference. */
  private record RandomRun(Tools tools, KnownDifferences known) {

    /** Empty if nothing differed, else the differences and the shrunk sequence. */
    String run(long seed, int length) {
      RandomCommands plain = new RandomCommands(seed, 5);
      WideCommands wide = new WideCommands(seed, 5);
      FreeCommands free = new FreeCommands(seed, 5);
      BroadCommands broad = new BroadCommands(seed, 5);
      RedundantCommands redundant = new RedundantCommands(seed, 5);
      List<String> lines = new ArrayList<>(SETUP);
      try (Comparison comparison = new Comparison(tools.newFolder(), tools)) {
        SETUP.forEach(line -> comparison.step(Scenario.parseStep(line)));
        for (int i = 0; i < length; i++) {
          DiskState state = DiskState.of(comparison.expectedMachine().disks().values());
          String line =
              seed < FIRST_WIDE
                  ? plain.next(state)
                  : seed < FIRST_FREE
                      ? wide.next(state)
                      : seed < FIRST_BROAD
                          ? free.next(state)
                          : seed < FIRST_REDUNDANT ? broad.next(state) : redundant.next(state);
          lines.add(line);
          List<Difference> found =
              known.remaining("random", comparison.step(Scenario.parseStep(line)));
          if (!found.isEmpty()) {
            return describe(shrink(lines), found);
          }
        }
      }
      return "";
    }

    /** Leaves out, in ever smaller pieces, what the difference does not need. */
    private List<String> shrink(List<String> failing) {
      List<String> lines = failing;
      int runs = 0;
      for (int piece = lines.size() / 2; piece > 0; piece /= 2) {
        for (int at = SETUP.size(); at + piece < lines.size() && runs < SHRINK_RUNS; runs++) {
          List<String> fewer = new ArrayList<>(lines.subList(0, at));
          fewer.addAll(lines.subList(at + piece, lines.size()));
          if (differsOnlyAtTheEnd(fewer)) {
            lines = fewer;
          } else {
            at += piece;
          }
        }
      }
      return lines;
    }

    private boolean differsOnlyAtTheEnd(List<String> lines) {
      List<Difference> found = Comparison.run(Scenario.parse("random", lines), tools, known);
      return !found.isEmpty() && found.get(0).stepNumber() == lines.size();
    }

    private static String describe(List<String> lines, List<Difference> found) {
      StringBuilder text = new StringBuilder(Difference.describe(found));
      text.append("as a scenario:\n");
      lines.forEach(line -> text.append(line).append('\n'));
      return text.toString();
    }
  }
}
