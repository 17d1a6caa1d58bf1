package org.jlvm.dm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 8 linear 7:0 2048",
        "0 16384 striped 2 128 7:0 2048 7:1 4096",
        "0 8 error",
        "0 8 zero",
        "0 8 snapshot 253:1 253:2 P 8",
        "0 8 snapshot 253:1 253:2 PO 16",
        "0 8 snapshot 253:1 253:2 N 8 2 discard_zeroes_cow discard_passdown_origin",
        "0 8 snapshot-merge 253:1 253:2 P 8",
        "0 8 snapshot-origin 253:1",
        "0 8 mirror core 1 1024 2 7:0 0 7:1 0",
        "0 8 mirror core 2 1024 nosync 2 7:0 0 7:1 0 1 handle_errors",
        "0 8 mirror disk 4 253:0 1024 sync block_on_error 2 7:0 0 7:1 8 2 handle_errors keep_log",
        "0 8 raid raid1 3 0 region_size 1024 2 253:0 253:1 253:2 253:3",
        "0 8 raid raid1 8 0 nosync rebuild 1 region_size 1024 write_mostly 0 2 - - 253:2 253:3",
        "0 8 raid raid10 7 128 raid10_copies 2 raid10_format near delta_disks -1 1 - 253:3",
        "0 8 delay 7:0 0 500",
        "0 8 delay 7:0 0 500 7:1 8 0 7:1 8 20",
        "0 8 flakey 7:0 0 5 3",
        "0 8 flakey 7:0 0 5 3 1 drop_writes",
        "0 8 thin 253:2 7 253:9",
      })
  void tableLinesAreReadAndPrintedAsTheKernelWritesThem(String line) {
    assertThat(TargetLine.parse(line)).hasToString(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 8 linear",
        "0 8 striped 2 7:0 7:1 1 AD",
        "0 8 snapshot 16/4096 16",
        "0 8 snapshot Invalid",
        "0 8 snapshot Overflow",
        "0 8 snapshot-merge Merge failed",
        "0 8 mirror 2 7:0 7:1 400/400 1 AA 1 core",
        "0 8 mirror 2 253:1 253:2 3/400 1 AD 3 disk 253:0 A",
        "0 8 raid raid1 2 Aa 0/8192 recover 0",
        "0 8 raid raid1 2 AA 8192/8192 idle 0 0 -",
        "0 8 raid raid1 3 AA 8192/8192 idle 0 0 -",
        "0 8 delay 0 2 0",
        "0 8 thin-pool 0 1/4 2/8 - rw discard_passdown",
      })
  void statusLinesAreReadAndPrintedAsTheKernelWritesThem(String line) {
    assertThat(StatusLine.parse(line)).hasToString(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 8",
        "0 0 zero",
        "-1 8 zero",
        "0 99999999999999999999 zero",
        "0 8 linear 7:0",
        "0 8 linear 7 0",
        "0 8 linear 7:0 0 0",
        "0 8 linear 70000:0 0",
        "0 8 striped 0 128",
        "0 8 striped 2000000000 128 7:0 0",
        "0 8 striped 1 0 7:0 0",
        "0 8 snapshot 253:1 253:2 X 8",
        "0 8 snapshot 253:1 253:2 P 9",
        "0 8 mirror core 1 1000 2 7:0 0 7:1 0",
        "0 8 mirror disk 1",
        "0 8 mirror core 1 1024 0",
        "0 8 raid raid1 0 1 - -",
        "0 8 raid raid1 2 0 whatever 1 - -",
        "0 8 raid raid1 3 0 rebuild x 1 - -",
        "0 8 flakey 7:0 0 1 1 3 drop_writes",
      })
  void malformedLinesAreRefusedWithTheReason(String line) {
    assertThatExceptionOfType(FormatException.class).isThrownBy(() -> TargetLine.parse(line));
  }

  @Test
  void kernelsWhichTellLessOrMoreBlanksAreUnderstood() {
    assertThat(StatusLine.parse("0 8 snapshot 16/4096")).hasToString("0 8 snapshot 16/4096 0");
    assertThat(StatusLine.parse("0 8 delay 1 2")).hasToString("0 8 delay 1 2 0");
    assertThat(TargetLine.parse("0 8 flakey 7:0 0 5 3 0 ")).hasToString("0 8 flakey 7:0 0 5 3");
  }

  @Test
  void aSnapshotIsMergedWhenOnlyMetadataIsLeft() {
    SnapshotStatus left = SnapshotStatus.active(Sectors.of(24), Sectors.of(64), Sectors.of(16));
    assertThat(left.merged()).isFalse();
    SnapshotStatus done = SnapshotStatus.active(Sectors.of(16), Sectors.of(64), Sectors.of(16));
    assertThat(done.merged()).isTrue();
  }

  @Test
  void aTableHasNoGaps() {
    DmTable table = DmTable.parse("0 8 zero\n8 16 linear 7:0 0\n");
    assertThat(table.size()).isEqualTo(Sectors.of(24));
    assertThat(table.text()).isEqualTo("0 8 zero\n8 16 linear 7:0 0\n");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> DmTable.parse("0 8 zero\n9 16 linear 7:0 0\n"));
  }

  @Test
  void devicesOfATargetAreFound() {
    TargetLine line = TargetLine.parse("0 8 mirror disk 2 253:0 1024 2 7:0 0 7:1 0");
    assertThat(line.params().devices())
        .isEqualTo(
            List.of(new DeviceNumber(253, 0), new DeviceNumber(7, 0), new DeviceNumber(7, 1)));
  }

  @Test
  void deviceNumbersSurviveTheKernelsEncoding() {
    DeviceNumber number = new DeviceNumber(253, 0x12345);
    assertThat(number.encode()).isEqualTo(0x12300000L | 253 << 8 | 0x45);
    assertThat(DeviceNumber.decode(number.encode())).isEqualTo(number);
  }

  /** Words dropped, doubled, swapped or replaced: only ever refused, and never in another way. */
  @Test
  void damagedTextIsReadOrRefused() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> samples =
        List.of(
            "0 8 striped 2 128 7:0 2048 7:1 4096",
            "0 8 snapshot 253:1 253:2 N 8 2 discard_zeroes_cow discard_passdown_origin",
            "0 8 mirror disk 3 253:0 1024 sync 2 7:0 0 7:1 8 2 handle_errors keep_log",
            "0 8 raid raid1 8 0 nosync rebuild 1 region_size 1024 write_mostly 0 2 - - 1:2 1:3",
            "0 8 delay 7:0 0 500 7:1 8 0",
            "0 8 flakey 7:0 0 5 3 1 drop_writes",
            "0 8 striped 2 7:0 7:1 1 AD",
            "0 8 snapshot 16/4096 16",
            "0 8 mirror 2 253:1 253:2 3/400 1 AD 3 disk 253:0 A",
            "0 8 raid raid1 2 Aa 0/8192 recover 0 0 -");
    String[] strange = {"-1", "9223372036854775807", "99999999999999999999", "/", "7:", ":", "x"};
    for (int round = 0; round < 20_000; round++) {
      List<String> words =
          new ArrayList<>(List.of(samples.get(random.nextInt(samples.size())).split(" ")));
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(4)) {
          case 0 -> words.remove(at);
          case 1 -> words.add(at, words.get(random.nextInt(words.size())));
          case 2 -> words.set(at, words.get(random.nextInt(words.size())));
          default -> words.set(at, strange[random.nextInt(strange.length)]);
        }
      }
      String line = String.join(" ", words);
      assertThatCode(() -> readEitherWay(line))
          .as("seed %d: %s", seed, line)
          .doesNotThrowAnyException();
    }
  }

  private static void readEitherWay(String line) {
    try {
      assertThat(DmTable.parse(line).text()).isNotNull();
    } catch (FormatException e) {
      assertThat(e).hasMessageContaining("device");
    }
    try {
      assertThat(StatusLine.parse(line).toString()).isNotNull();
    } catch (FormatException e) {
      assertThat(e).hasMessageContaining("device");
    }
  }
}
