package org.jlvm.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes a machine with lvm2 and one with jlvm through the same steps and tells where they part. */
final class Comparison implements AutoCloseable {

  private final Path folder;
  private final Tools tools;
  private final Machine expected;
  private final Machine actual;
  private final Normalizer expectedText;
  private final Normalizer actualText;
  private final Map<String, List<String>> carriedOver = new HashMap<>();
  private int stepNumber;

  Comparison(Path folder, Tools tools) {
    this.folder = folder;
    this.tools = tools;
    this.expected = new Machine(folder.resolve("o"), tools.oracle());
    this.actual = new Machine(folder.resolve("j"), tools.jlvm());
    this.expectedText = new Normalizer(expected.folder().toString());
    this.actualText = new Normalizer(actual.folder().toString());
  }

  /**
   * The unaccepted differences of a scenario, in order; it ends where the disks differ and the next
   * step does not mend that, since everything after would differ too.
   */
  static List<Difference> run(Scenario scenario, Tools tools, KnownDifferences known) {
    Recording recording = Recording.of(scenario.name());
    List<Difference> all = new ArrayList<>();
    boolean apart = false;
    try (Comparison comparison = new Comparison(tools.newFolder(), tools)) {
      for (Scenario.Step step : scenario.steps()) {
        List<Difference> found =
            known.remaining(scenario.name(), comparison.step(step)).stream()
                .filter(difference -> !recording.has(difference))
                .toList();
        if (apart && comparison.disksDiffer()) {
          break;
        }
        all.addAll(found);
        apart = found.stream().anyMatch(Difference::inMetadata);
      }
    }
    return all;
  }

  /** Every difference, accepted or not. */
  static List<Difference> allDifferences(Scenario scenario, Tools tools) {
    List<Difference> all = new ArrayList<>();
    try (Comparison comparison = new Comparison(tools.newFolder(), tools)) {
      scenario.steps().forEach(step -> all.addAll(comparison.step(step)));
    }
    return all;
  }

  /** Does one step on both sides and compares everything; files that still differ are not told. */
  List<Difference> step(Scenario.Step step) {
    stepNumber++;
    CommandResult left = perform(expected, step);
    if (step instanceof Scenario.ByProcess) {
      actual.runner(tools.jlvmProcess());
    }
    CommandResult right = perform(actual, step);
    Map<String, List<String>> wanted = observe(expected, expectedText, left);
    Map<String, List<String>> found = observe(actual, actualText, right);
    List<Difference> differences = new ArrayList<>();
    TreeSet<String> channels = new TreeSet<>(wanted.keySet());
    channels.addAll(found.keySet());
    for (String channel : channels) {
      List<String> now = found.getOrDefault(channel, List.of());
      List<String> lines = LineDiff.of(wanted.getOrDefault(channel, List.of()), now);
      boolean asBefore = channel.contains(" ") && lines.equals(carriedOver.get(channel));
      carriedOver.put(channel, lines);
      if (!lines.isEmpty() && !asBefore) {
        differences.add(new Difference(stepNumber, step.text(), channel, lines, now));
      }
    }
    return differences;
  }

  private boolean disksDiffer() {
    return carriedOver.entrySet().stream()
        .anyMatch(entry -> entry.getKey().startsWith("disk ") && !entry.getValue().isEmpty());
  }

  /** The real lvm2's side, whose state decides what a generator may ask for next. */
  Machine expectedMachine() {
    return expected;
  }

  private static CommandResult perform(Machine machine, Scenario.Step step) {
    CommandResult nothing = new CommandResult(0, "", "");
    if (step instanceof Scenario.Command command) {
      return machine.lvm(command.arguments(), command.answers());
    } else if (step instanceof Scenario.Shell shell) {
      return machine.shell(shell.command());
    } else if (step instanceof Scenario.Disks disks) {
      machine.addDisks(disks);
    } else if (step instanceof Scenario.Configure configure) {
      machine.configure(configure.line());
    } else if (step instanceof Scenario.Environment environment) {
      machine.environment(environment.name(), environment.value());
    } else if (step instanceof Scenario.Detach detach) {
      machine.detach(detach.disk());
    } else if (step instanceof Scenario.Attach attach) {
      machine.attach(attach.disk());
    }
    return nothing;
  }

  private static Map<String, List<String>> observe(
      Machine machine, Normalizer normalizer, CommandResult result) {
    Map<String, List<String>> channels = new LinkedHashMap<>();
    channels.put("status", List.of(Integer.toString(result.status())));
    channels.put("stdout", normalizer.lines(result.out()));
    channels.put("stderr", normalizer.lines(result.err()));
    machine
        .disks()
        .forEach(
            (name, disk) ->
                channels.put(
                    "disk " + name,
                    DiskDump.of(disk.image()).stream().map(normalizer::line).toList()));
    files(machine.folder().resolve("backup"), "backup ", normalizer, channels);
    channels.put("archives of vg", archives(machine.folder().resolve("archive"), normalizer));
    return channels;
  }

  private static void files(
      Path folder, String kind, Normalizer normalizer, Map<String, List<String>> channels) {
    if (!Files.isDirectory(folder)) {
      channels.put(kind + "folder", List.of("absent"));
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        channels.put(
            normalizer.line(kind + file.getFileName()), normalizer.lines(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + folder, e);
    }
  }

  /** A line each: what it was made before, and a number that stands for all of its text. */
  private static List<String> archives(Path folder, Normalizer normalizer) {
    List<String> archives = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return List.of("no folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        List<String> text = normalizer.lines(Files.readString(file));
        String name = file.getFileName().toString().replaceFirst("_[0-9]{5}-[0-9]+", "");
        text.stream()
            .filter(line -> line.startsWith("description"))
            .forEach(line -> archives.add("%s %s (%08x)".formatted(name, line, text.hashCode())));
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + folder, e);
    }
    return archives;
  }

  @Override
  public void close() {
    expected.close();
    actual.close();
    LoopDisks.shell("rmdir '" + folder + "'");
  }
}
