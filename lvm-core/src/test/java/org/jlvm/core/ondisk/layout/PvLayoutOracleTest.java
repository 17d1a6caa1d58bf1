package org.jlvm.core.ondisk.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.ondisk.RealLvm;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random wishes, laid out by real lvm2's pvcreate and by {@link PvLayout}: the same bytes. */
class PvLayoutOracleTest {
  private static final Bytes PAGE = Bytes.of(4096);
  private static final long DEVICE_SECTORS = 131072;

  private record Wishes(
      long size, long alignment, long offset, int copies, long metadata, long bootloader) {
    static Wishes random(Random random) {
      long[] alignments = {0, 0, 1, 8, 24, 128, 1000, 2048, 4096, 8192, 65536};
      long alignment = alignments[random.nextInt(alignments.length)];
      return new Wishes(
          random.nextBoolean() ? 0 : 4000 + random.nextInt(60000),
          alignment,
          random.nextInt(3) == 0 ? random.nextInt(2100) : 0,
          random.nextInt(3),
          random.nextBoolean() ? 0 : 1 + random.nextInt(random.nextBoolean() ? 300 : 70000),
          random.nextInt(3) == 0 ? 1 + random.nextInt(random.nextBoolean() ? 5000 : 70000) : 0);
    }

    List<String> arguments(String device) {
      List<String> all = new ArrayList<>(List.of("pvcreate", "-ff", "-y"));
      add(all, "--setphysicalvolumesize", size);
      add(all, "--dataalignment", alignment);
      add(all, "--dataalignmentoffset", offset);
      add(all, "--metadatasize", metadata);
      add(all, "--bootloaderareasize", bootloader);
      all.addAll(List.of("--metadatacopies", Integer.toString(copies), device));
      return all;
    }

    private static void add(List<String> all, String option, long sectors) {
      if (sectors != 0) {
        all.addAll(List.of(option, sectors + "s"));
      }
    }

    PvLayout compute(String device, RecordedMessages messages) {
      Sectors align = Sectors.of(alignment);
      Topology topology = new Topology(Sectors.ZERO, Sectors.of(1), Sectors.ZERO, Sectors.ZERO);
      DataAlignment chosen =
          DataAlignment.choose(
              align, Sectors.of(offset), DataAlignment.Settings.DEFAULT, topology, 4096);
      Sectors metadataSize =
          metadata == 0 ? PvLayoutRequest.defaultMetadataSize(PAGE) : Sectors.of(metadata);
      PvLayoutRequest request =
          new PvLayoutRequest(
              device,
              Sectors.of(DEVICE_SECTORS),
              Sectors.of(size),
              PvLayoutRequest.DEFAULT_MINIMUM_SIZE,
              align,
              Sectors.of(offset),
              chosen,
              copies,
              metadataSize,
              Sectors.of(bootloader),
              Optional.empty(),
              PAGE);
      return PvLayout.compute(request, messages, SizeFormat.DEFAULT);
    }
  }

  @Test
  void sameAsPvcreate(@TempDir Path directory) throws IOException {
    long seed = Long.getLong("jlvm.seed", System.nanoTime());
    Random random = new Random(seed);
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String device = lvm.loop(DEVICE_SECTORS * Sectors.BYTES);
      for (int i = 0; i < Integer.getInteger("jlvm.rounds", 30); i++) {
        Wishes wishes = Wishes.random(random);
        String context = "seed " + seed + ", round " + i + ", " + wishes;
        clearLabel(device);
        RealLvm.Output real = lvm.run(wishes.arguments(device).toArray(String[]::new));
        compare(wishes, device, real, context);
      }
    }
  }

  private static void compare(Wishes wishes, String device, RealLvm.Output real, String context)
      throws IOException {
    RecordedMessages messages = new RecordedMessages();
    PvLayout layout;
    try {
      layout = wishes.compute(device, messages);
    } catch (FailedException e) {
      assertThat(real.status()).as("%s: %s", context, e.getMessage()).isNotZero();
      for (String line : messages.shown()) {
        assertThat(real.text()).as(context).contains("  " + line + "\n");
      }
      assertThat(real.text()).as(context).contains("  " + e.getMessage() + "\n");
      return;
    }
    assertThat(real.status()).as("%s: %s", context, real.text()).isZero();
    ByteBuffer sector = read(device, 512, 512);
    String uuid = PvLabel.decode(sector, 1).orElseThrow().pv().uuid();
    assertThat(PvLabel.at(1, layout.header(uuid, false)).encode().array())
        .as("%s: %s, really %s", context, layout, PvLabel.decode(sector, 1))
        .isEqualTo(sector.array());
    for (DiskArea area : layout.metadataAreas()) {
      long start = area.offset().count();
      assertThat(MdaHeader.empty(start, area.size().count()).encode().array())
          .as(context)
          .isEqualTo(read(device, start, 512).array());
    }
  }

  /** A failed pvcreate leaves the old label with cleared metadata areas, which lvm2 stumbles on. */
  private static void clearLabel(String device) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(device, "rw")) {
      file.write(new byte[PvLabel.SCAN_BYTES]);
    }
  }

  private static ByteBuffer read(String device, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (RandomAccessFile file = new RandomAccessFile(device, "r")) {
      file.seek(offset);
      file.readFully(bytes);
    }
    return ByteBuffer.wrap(bytes);
  }
}
