package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The power fails after each write of a command, within each, and so that of several writes only
 * the last one got to its disk. Whatever is left then is read as it was before or as it was to
 * become, by jlvm and by lvm2; where two groups are changed no volume is lost.
 */
class PowerCutTest {
  private static final int SECTOR = 512;
  private static final List<String> GROUP =
      List.of(
          "vgcreate -s 1m vg /dev/sda /dev/sdb",
          "lvcreate -an -Zn -l 3 -n one vg /dev/sda",
          "lvcreate -an -Zn -l 2 -i 2 -n two vg");
  private static final List<String> TWO_AREAS = List.of("pvcreate --pvmetadatacopies 2 /dev/sda");
  private static final List<String> THREE_DISKS =
      List.of("vgextend vg /dev/sdc", "lvcreate -an -Zn -l 4 -n three vg /dev/sdc");
  private static final List<String> TWO_GROUPS =
      List.of("vgcreate -s 1m vm /dev/sdc", "lvcreate -an -Zn -l 4 -n three vm");
  private static final List<String> VOLUMES =
      List.of("lvs", "--noheadings", "-o", "vg_name,lv_name,seg_pe_ranges");
  private static final List<String> EXTENTS =
      List.of("pvs", "--segments", "--noheadings", "-o", "lv_name,pv_name,seg_pe_ranges");
  private static final List<String> GROUPS =
      List.of("vgs", "--noheadings", "-o", "vg_name,vg_seqno,pv_count,vg_attr");

  /** What must be there after a cut. */
  private enum Expectation {
    /** For lvm2 and for jlvm one of the two states that lie around the command. */
    OLD_OR_NEW,
    /** The same for jlvm; lvm2 sees two halves. */
    OLD_OR_NEW_TO_JLVM,
    /** All volumes, in whichever group. */
    ALL_VOLUMES
  }

  @TestFactory
  Stream<DynamicTest> oldOrNew() {
    return Stream.of(
        test(Expectation.OLD_OR_NEW, "lvcreate -an -Zn -l 2 -n new vg", GROUP),
        test(Expectation.OLD_OR_NEW, "lvcreate -an -Zn -l 2 -n new vg", TWO_AREAS, GROUP),
        test(Expectation.OLD_OR_NEW, "lvextend -l +2 vg/one", GROUP),
        test(Expectation.OLD_OR_NEW, "lvremove -y vg/one", GROUP),
        test(Expectation.OLD_OR_NEW, "vgchange --vgmetadatacopies 1 vg", GROUP),
        test(Expectation.OLD_OR_NEW, "pvchange --metadataignore y /dev/sdb", GROUP),
        test(Expectation.OLD_OR_NEW, "vgcfgrestore vg", GROUP),
        test(Expectation.OLD_OR_NEW_TO_JLVM, "vgrename vg vh", GROUP),
        test(Expectation.ALL_VOLUMES, "vgextend vg /dev/sdc", GROUP),
        test(Expectation.ALL_VOLUMES, "vgsplit -n three vg vn", GROUP, THREE_DISKS),
        test(Expectation.ALL_VOLUMES, "vgmerge vg vm", GROUP, TWO_GROUPS));
  }

  @SafeVarargs
  private static DynamicTest test(Expectation expected, String command, List<String>... setup) {
    List<String> before = Arrays.stream(setup).flatMap(List::stream).toList();
    return DynamicTest.dynamicTest(
        command + (before.containsAll(TWO_AREAS) ? " (two areas)" : ""),
        () -> {
          Tools tools = Tools.findOrSkip();
          assumeTrue(
              LoopDisks.shell("strace -o /dev/null true 2>/dev/null && echo yes || echo no")
                  .equals("yes"),
              "there is no strace here, or it may not be used");
          try (Machine machine = new Machine(tools.newFolder(), tools.jlvm())) {
            machine.addDisks(new Scenario.Disks("", 3, "8M", SECTOR));
            new PowerCut(tools, machine).check(expected, before, command.split(" "));
          }
        });
  }

  /** One command, cut off everywhere. */
  private static final class PowerCut {
    private final Tools tools;
    private final Machine machine;
    private final Map<String, Path> nodes = new TreeMap<>();

    PowerCut(Tools tools, Machine machine) {
      this.tools = tools;
      this.machine = machine;
      for (String disk : machine.disks().keySet()) {
        nodes.put(disk, machine.folder().resolve("dev").resolve(disk));
      }
    }

    void check(Expectation expected, List<String> setup, String[] command) throws Exception {
      for (String line : setup) {
        assertThat(machine.lvm(List.of(line.split(" ")), "").status()).as(line).isZero();
      }
      Map<String, byte[]> before = contents();
      List<String> old = views(expected);
      List<String> volumes = volumes();
      assertThat(volumes).as("volumes before").hasSizeGreaterThanOrEqualTo(3);
      List<WriteTrace.Event> events = trace(command);
      Map<String, byte[]> after = contents();
      List<String> now = views(expected);
      List<Map<String, byte[]>> cuts = cuts(before, events);
      assertThat(differing(cuts.get(cuts.size() - 1), after)).as("what strace missed").isEmpty();
      Map<String, byte[]> present = after;
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < cuts.size(); i++) {
        if (seen.add(hash(cuts.get(i)))) {
          bring(present, cuts.get(i));
          present = cuts.get(i);
          String at = "cut " + i + " of " + cuts.size();
          if (expected == Expectation.ALL_VOLUMES) {
            assertThat(volumes()).as(at).containsAll(volumes);
          } else {
            assertThat(views(expected)).as(at).isIn(old, now);
          }
        }
      }
      assertThat(seen).as("different cuts").hasSizeGreaterThan(4);
    }

    /** What the programs tell of groups and volumes. */
    private List<String> views(Expectation expected) {
      List<String> views = new ArrayList<>();
      List<LvmRunner> programs =
          expected == Expectation.OLD_OR_NEW
              ? List.of(tools.jlvm(), tools.oracle())
              : List.of(tools.jlvm());
      for (LvmRunner program : programs) {
        machine.runner(program);
        for (List<String> report : List.of(GROUPS, VOLUMES)) {
          CommandResult result = machine.lvm(report, "");
          views.add(result.status() + "\n" + result.out().replaceAll(" +", " "));
        }
      }
      machine.runner(tools.jlvm());
      return views;
    }

    /** Volumes and where they are, whichever group they are in, an exported one too. */
    private List<String> volumes() {
      CommandResult result = machine.lvm(EXTENTS, "");
      assertThat(result.status()).as(result.err()).isZero();
      return result
          .out()
          .lines()
          .filter(line -> line.contains(":"))
          .map(line -> line.strip().replaceAll(" +", " "))
          .toList();
    }

    private List<WriteTrace.Event> trace(String[] command) throws IOException {
      Path trace = machine.folder().resolve("trace");
      List<String> strace = new ArrayList<>(WriteTrace.STRACE);
      strace.addAll(List.of("-o", trace.toString()));
      strace.addAll(tools.jlvmProcess().program());
      machine.runner(new ProcessRunner(strace));
      CommandResult result = machine.lvm(List.of(command), "");
      machine.runner(tools.jlvm());
      assertThat(result.status()).as(result.err()).isZero();
      Map<String, String> disks = new HashMap<>();
      nodes.forEach((disk, node) -> disks.put(node.toString(), disk));
      return WriteTrace.read(trace, disks);
    }

    private Map<String, byte[]> contents() throws IOException {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      for (Map.Entry<String, Path> disk : nodes.entrySet()) {
        contents.put(disk.getKey(), Files.readAllBytes(disk.getValue()));
      }
      return contents;
    }

    private void bring(Map<String, byte[]> from, Map<String, byte[]> to) throws IOException {
      for (String disk : differing(from, to)) {
        byte[] bytes = to.get(disk);
        try (FileChannel channel = FileChannel.open(nodes.get(disk), StandardOpenOption.WRITE)) {
          for (int at = 0; at < bytes.length; at += SECTOR) {
            int end = at + SECTOR;
            if (!Arrays.equals(bytes, at, end, from.get(disk), at, end)) {
              channel.write(ByteBuffer.wrap(bytes, at, SECTOR), at);
            }
          }
          channel.force(false);
        }
      }
    }
  }

  /** All that disks may hold after a cut, the last one being what they hold without one. */
  private static List<Map<String, byte[]>> cuts(
      Map<String, byte[]> before, List<WriteTrace.Event> events) {
    List<Map<String, byte[]>> cuts = new ArrayList<>();
    Map<String, byte[]> present = before;
    Map<String, byte[]> safe = before;
    for (WriteTrace.Event event : events) {
      if (event instanceof WriteTrace.Write write) {
        int length = write.bytes().length;
        cuts.add(with(safe, write, 0, length));
        cuts.add(with(present, write, 0, Math.min(SECTOR, length)));
        cuts.add(with(present, write, Math.min(SECTOR, length), length));
        present = with(present, write, 0, length);
        cuts.add(present);
      } else {
        Map<String, byte[]> synced = new LinkedHashMap<>(safe);
        synced.put(event.disk(), present.get(event.disk()));
        safe = synced;
      }
    }
    return cuts;
  }

  private static Map<String, byte[]> with(
      Map<String, byte[]> contents, WriteTrace.Write write, int from, int to) {
    byte[] bytes = contents.get(write.disk()).clone();
    System.arraycopy(write.bytes(), from, bytes, write.offset() + from, to - from);
    Map<String, byte[]> changed = new LinkedHashMap<>(contents);
    changed.put(write.disk(), bytes);
    return changed;
  }

  private static List<String> differing(Map<String, byte[]> one, Map<String, byte[]> other) {
    return one.keySet().stream()
        .filter(disk -> !Arrays.equals(one.get(disk), other.get(disk)))
        .toList();
  }

  private static int hash(Map<String, byte[]> contents) {
    int hash = 0;
    for (byte[] bytes : contents.values()) {
      hash = 31 * hash + Arrays.hashCode(bytes);
    }
    return hash;
  }
}
