package org.jlvm.core.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VgTextsTest {
  private static final TextHeader HEADER =
      new TextHeader(
          "2.03.40", "a test", "host", "Linux host", Optional.empty(), 1, ZoneOffset.UTC);

  private final VgTexts texts = new VgTexts();

  /** Whatever changes between two texts, what is copied must be what would have been written. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "mix"})
  void textsOfOneChangeAfterTheOtherAreThoseWrittenAlone(String name) throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] onDisk = VgTextRoundTripTest.golden(name + ".disk.vg");
      VolumeGroup vg = VgTextReader.read(onDisk);
      texts.wasRead(onDisk);
      for (int step = 0; step < 6; step++) {
        String what = "seed " + seed + ", step " + step;
        assertThat(texts.forFile(vg, HEADER)).as(what).isEqualTo(VgTextWriter.forFile(vg, HEADER));
        vg = change(vg, random);
        VgTexts.DiskText disk = texts.forDisk(vg, HEADER);
        byte[] alone = VgTextWriter.forDisk(vg, HEADER);
        assertThat(disk.bytes()).as(what).isEqualTo(alone);
        VolumeGroup whole = VgTextReader.read(Arrays.copyOf(alone, alone.length - 1));
        assertThat(VgTextWriter.forDisk(disk.readBack(), HEADER))
            .as(what)
            .isEqualTo(VgTextWriter.forDisk(whole, HEADER));
        texts.wasRead(disk.bytes());
      }
    }
  }

  private static VolumeGroup change(VolumeGroup vg, Random random) {
    LogicalVolume lv = vg.lvs().get(random.nextInt(vg.lvs().size()));
    return switch (random.nextInt(7)) {
      case 0 -> vg.withLv(lv.toBuilder().tags(List.of(new Tag("t" + random.nextInt(9)))).build());
      case 1 -> vg.withLv(lv.toBuilder().name(renamed(lv, random)).build());
      case 2 -> vg.withNewLv(copy(lv, random));
      case 3 -> unused(vg, lv) ? vg.withoutLvs(Set.of(lv.id())) : vg;
      case 4 -> vg.toBuilder().seqno(vg.seqno() + 1).build();
      case 5 -> vg.toBuilder().pvs(rotated(vg.pvs())).build();
      default -> vg.toBuilder().lvs(rotated(vg.lvs())).build();
    };
  }

  /** What parts of a RAID volume are for is told by their names. */
  private static LvName renamed(LogicalVolume lv, Random random) {
    String part = lv.name().value().contains("_rmeta_") ? "_rmeta_" : "_rimage_";
    return new LvName("renamed" + part + random.nextInt(Integer.MAX_VALUE));
  }

  private static LogicalVolume copy(LogicalVolume lv, Random random) {
    StringBuilder id = new StringBuilder();
    while (id.length() < 32) {
      id.append((char) ('a' + random.nextInt(26)));
    }
    return new LogicalVolume.Builder(
            LvmId.parse(id.toString()), new LvName("new" + random.nextInt(Integer.MAX_VALUE)))
        .flags(lv.flags())
        .segments(lv.segments())
        .build();
  }

  private static boolean unused(VolumeGroup vg, LogicalVolume lv) {
    return vg.lvs().size() > 2
        && LvRelations.of(vg).usersOf(lv.id()).isEmpty()
        && !new String(VgTextWriter.forDisk(vg.withLv(lv), HEADER), UTF_8)
            .contains('"' + lv.name().value() + '"');
  }

  private static <T> List<T> rotated(List<T> list) {
    List<T> rotated = new ArrayList<>(list.subList(1, list.size()));
    rotated.add(list.get(0));
    return rotated;
  }

  @Test
  void whatWasNotReadIsReadBackWhole() throws IOException {
    VolumeGroup vg = VgTextReader.read(VgTextRoundTripTest.golden("plain.disk.vg"));
    byte[] other = VgTextRoundTripTest.golden("mix.disk.vg");
    texts.forFile(vg, HEADER);
    texts.wasRead(other);
    LogicalVolume untouched = vg.lvs().get(0);
    assertThat(texts.forDisk(vg, HEADER).readBack().lv(untouched.id())).isNotSameAs(untouched);
    texts.wasRead(VgTextWriter.forDisk(vg, HEADER));
    VolumeGroup tagged =
        vg.withLv(vg.lvs().get(1).toBuilder().tags(List.of(new Tag("new"))).build());
    assertThat(texts.forDisk(tagged, HEADER).readBack().lv(untouched.id())).isSameAs(untouched);
  }

  @Test
  void versionOfATextIsFoundWithoutReadingIt() throws IOException {
    for (String name : List.of("plain", "mix")) {
      byte[] text = VgTextRoundTripTest.golden(name + ".file.vg");
      VolumeGroup vg = VgTextReader.read(text);
      assertThat(TextVersion.of(text)).contains(new TextVersion(vg.id(), vg.seqno()));
      for (int length = 0; length < text.length - 2; length += 7) {
        assertThat(TextVersion.of(Arrays.copyOf(text, length))).as("cut at " + length).isEmpty();
      }
    }
  }

  @Test
  void versionIsThatOfTheGroupNotOfAVolume() throws IOException {
    VolumeGroup vg = VgTextReader.read(VgTextRoundTripTest.golden("plain.file.vg"));
    PhysicalVolume pv = vg.pvs().get(0);
    VolumeGroup odd = vg.withPv(pv.withDevice("/dev/\"}{# id = ", Optional.empty()));
    assertThat(TextVersion.of(VgTextWriter.forFile(odd, HEADER)))
        .contains(new TextVersion(vg.id(), vg.seqno()));
  }
}
