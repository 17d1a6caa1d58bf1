package org.jlvm.core.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.RealLvm;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random volumes made, extended, reduced and removed by real lvm2; for each command the allocator
 * has to find the same extents in the metadata as it was before, or to fail with the same message.
 *
 * <p>{@code -Djlvm.seed=N} repeats a run, {@code -Djlvm.groups=N} sets its length.
 */
class AllocatorOracleTest {
  private static final int COMMANDS = 25;

  /** What lvm2 and the allocator know devices by. */
  private record Hints(VolumeGroup vg) implements PvOperands.Devices {
    @Override
    public Optional<PhysicalVolume> find(String name) {
      return vg.pvs().stream().filter(pv -> pv.deviceHint().equals(name)).findFirst();
    }

    @Override
    public String nameOf(PhysicalVolume pv) {
      return pv.deviceHint();
    }

    @Override
    public Set<LvmId> missing() {
      return Set.of();
    }
  }

  @TempDir private Path directory;
  private final long seed = Long.getLong("jlvm.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int fulfilled;
  private int refused;

  @Test
  void sameExtentsAsLvm2(TestReporter reporter) throws IOException {
    int groups = Integer.getInteger("jlvm.groups", 12);
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      boolean newest = !lvm.run("version").text().contains("2.03.16");
      List<String> devices = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        devices.add(lvm.loop((8 + random.nextInt(30)) * 1024L * 1024 + random.nextInt(9) * 65536));
      }
      for (int i = 0; i < groups; i++) {
        Collections.shuffle(devices, random);
        new Group(lvm, newest, i).run(devices.subList(0, 2 + random.nextInt(5)));
      }
    }
    reporter.publishEntry(
        "seed " + seed, fulfilled + " requests fulfilled, " + refused + " refused, all alike");
    assertThat(fulfilled).as("requests that both fulfilled").isGreaterThan(refused / 4);
  }

  /** One volume group from its making to its removal. */
  private final class Group {
    private final RealLvm lvm;
    private final boolean newest;
    private final int number;
    private final RandomRequests requests = new RandomRequests(random);
    private final List<String> log = new ArrayList<>();

    Group(RealLvm lvm, boolean newest, int number) {
      this.lvm = lvm;
      this.newest = newest;
      this.number = number;
    }

    void run(List<String> devices) throws IOException {
      List<String> create = new ArrayList<>(List.of("vgcreate", "-y", "vg"));
      create.addAll(List.of("-s", requests.extentSize(), "--alloc", requests.groupPolicy()));
      create.addAll(devices);
      must(create);
      for (String device : devices) {
        if (random.nextBoolean()) {
          must(List.of("pvchange", "--addtag", "t" + random.nextInt(3), device));
        }
        if (random.nextInt(12) == 0) {
          must(List.of("pvchange", "-xn", device));
        }
      }
      for (int i = 0; i < COMMANDS; i++) {
        step();
      }
      must(List.of("vgremove", "-ff", "-y", "vg"));
    }

    private void must(List<String> command) throws IOException {
      RealLvm.Output output = real(command);
      assertThat(output.status()).as("%s: %s", command, output.text()).isZero();
    }

    private RealLvm.Output real(List<String> command) throws IOException {
      List<String> all = new ArrayList<>(command);
      all.add("--config");
      all.add(
          "backup/backup=1 backup/backup_dir=\""
              + directory
              + "/backup\" "
              + requests.configuration());
      log.add(String.join(" ", all));
      return lvm.run(all.toArray(String[]::new));
    }

    private VolumeGroup metadata() throws IOException {
      return VgTextReader.read(Files.readAllBytes(directory.resolve("backup").resolve("vg")));
    }

    private void step() throws IOException {
      VolumeGroup before = metadata();
      List<String> names = before.lvs().stream().map(lv -> lv.name().value()).toList();
      int kind = names.isEmpty() ? 0 : random.nextInt(10);
      if (kind == 9 || (kind >= 6 && names.size() > 8)) {
        must(List.of("lvremove", "-y", "vg/" + names.get(random.nextInt(names.size()))));
        return;
      }
      RandomRequests.Request request =
          kind < 4
              ? requests.create(before)
              : requests.resize(before, names.get(random.nextInt(names.size())), newest);
      RecordedMessages messages = new RecordedMessages();
      Optional<LogicalVolume> mine = Optional.empty();
      String failure = "";
      try {
        mine = request.compute(before, new Hints(before), messages, SizeFormat.DEFAULT);
      } catch (FailedException e) {
        failure = e.getMessage();
      }
      RealLvm.Output output = real(request.command());
      if (!newest && failure.equals("Couldn't allocate areas array.")) {
        // Where no volume may be used at all, 2.03.16 sometimes does nothing and reports success.
        return;
      }
      if (!newest
          && failure.startsWith("Please specify number of stripes")
          && output.status() == 0) {
        // 2.03.16 does not compare the sizes of stripes where it is told to make but one.
        assertThat(request.command()).containsSequence("-i", "1");
        return;
      }
      String context = context(before, output, messages, failure);
      if (newest) {
        for (String line : messages.shown()) {
          assertThat(output.text()).as(context).contains("  " + line + "\n");
        }
      }
      if (output.status() == 0) {
        assertThat(failure).as(context).isEmpty();
        LogicalVolume theirs = metadata().findLv(request.name()).orElseThrow();
        LogicalVolume ours = mine.orElseGet(() -> before.findLv(request.name()).orElseThrow());
        assertThat(text(ours)).as(context).isEqualTo(text(theirs));
        fulfilled++;
      } else {
        assertThat(mine).as(context).isEmpty();
        refused++;
        if (newest) {
          assertThat(output.text()).as(context).contains("  " + failure);
        }
      }
    }

    private String context(
        VolumeGroup before, RealLvm.Output output, RecordedMessages messages, String failure) {
      StringBuilder text = new StringBuilder("seed " + seed + ", group " + number + "\n");
      for (String line : log) {
        text.append("  ").append(line).append('\n');
      }
      Map<String, List<ExtentRange>> free = new LinkedHashMap<>();
      FreeExtents extents = FreeExtents.of(before);
      for (PhysicalVolume pv : before.pvs()) {
        free.put(
            pv.deviceHint() + " " + pv.tags() + " " + pv.isAllocatable(), extents.ranges(pv.id()));
      }
      text.append("free before: ").append(free).append('\n');
      text.append("real: ").append(output).append("\n");
      text.append("ours: ").append(messages.shown()).append(' ').append(failure).append('\n');
      return text.toString();
    }
  }

  /** Linear segments that differ in a stripe size of no meaning are one when lvm2 reads them. */
  private static LogicalVolume asRead(LogicalVolume lv) {
    List<Segment> segments = new ArrayList<>();
    for (Segment segment : lv.segments()) {
      segments.add(
          segment instanceof StripedSegment striped && striped.areas().size() == 1
              ? new StripedSegment(striped.head(), striped.areas(), Sectors.ZERO)
              : segment);
    }
    return lv.withJoinedSegments(segments);
  }

  private static List<String> text(LogicalVolume lv) {
    List<String> all = new ArrayList<>();
    for (Segment segment : asRead(lv).segments()) {
      all.add(
          segment.displayName()
              + " "
              + segment.start()
              + "+"
              + segment.length()
              + " "
              + segment.stripeSize()
              + " "
              + segment.areas());
    }
    return all;
  }
}
