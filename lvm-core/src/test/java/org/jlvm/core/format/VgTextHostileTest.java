package org.jlvm.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.VolumeGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged metadata either make a group, which then can be written and read again, or fail with a
 * typed error; whatever they say, they take neither long nor much memory.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VgTextHostileTest {
  private static final int INPUTS = Integer.getInteger("jlvm.rounds", 100_000);
  private static final String[] NUMBERS = {
    "0",
    "-1",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "99999999999999999999",
    "1.5",
    "08"
  };
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "=",
    ",",
    "#",
    "\\",
    "\0",
    "\n",
    "\u00ff",
    "\u0000\u0001",
    "id = \"\"\n",
    "status = []\n",
    "x {\n",
    "type = \"raid1\"\n",
    "segment_count = 0\n",
    "stripes = []\n",
    "/"
  };

  private final long seed = Long.getLong("jlvm.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void damagedTextsAreReadOrRefused() throws IOException {
    byte[] plain = VgTextRoundTripTest.golden("plain.disk.vg");
    byte[] mix = VgTextRoundTripTest.golden("mix.disk.vg");
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] damaged = damaged(i % 40 == 0 ? mix : plain);
      try {
        VolumeGroup vg = VgTextReader.read(damaged);
        read++;
        byte[] written = write(vg);
        assertThat(text(write(VgTextReader.read(written)))).isEqualTo(text(written));
      } catch (FormatException e) {
        assertThat(e.getMessage()).as("seed %d, input %d", seed, i).isNotBlank();
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ", input " + i + ":\n" + text(damaged), e);
      }
    }
    assertThat(read).as("seed %d", seed).isBetween(INPUTS / 50, INPUTS - INPUTS / 50);
  }

  @Test
  void volumesWhoseSizeIsNoNumberAreRefused() throws IOException {
    String plain =
        text(VgTextRoundTripTest.golden("plain.disk.vg"))
            .replaceFirst("extent_size = [0-9]+", "extent_size = 4294967295");
    String huge = plain.replaceFirst("extent_count = 1024", "extent_count = 4294967295");
    assertThatThrownBy(() -> VgTextReader.read(huge.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(FormatException.class)
        .hasMessage("Logical volume z is too large.");
    assertThat(VgTextReader.read(plain.getBytes(StandardCharsets.ISO_8859_1)).lvs()).isNotEmpty();
  }

  @Test
  void anArrayWithTwoCountsIsRefused() throws IOException {
    String mix = text(VgTextRoundTripTest.golden("mix.disk.vg"));
    String twice = mix.replaceFirst("(?=device_count = 2\n)", "stripe_count = 2\n");
    assertThat(twice).isNotEqualTo(mix);
    assertThatThrownBy(() -> VgTextReader.read(twice.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("only one of device_count and stripe_count is allowed");
  }

  private static byte[] write(VolumeGroup vg) {
    TextHeader header =
        new TextHeader("2", "d", "host", "details", Optional.empty(), 1, ZoneOffset.UTC);
    byte[] written = VgTextWriter.forDisk(vg, header);
    return Arrays.copyOf(written, written.length - 1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private byte[] damaged(byte[] good) {
    StringBuilder text = new StringBuilder(text(good));
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(7)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> replaceNumber(text, at);
        case 3 -> text.delete(lineStart(text, at), lineEnd(text, at));
        case 4 -> copyLine(text, at);
        case 5 -> copyWord(text, at);
        default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
      }
    }
    if (random.nextInt(20) == 0) {
      text.setLength(random.nextInt(text.length() + 1));
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void replaceNumber(StringBuilder text, int near) {
    int from = near;
    while (from < text.length() && !Character.isDigit(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    text.replace(from, to, NUMBERS[random.nextInt(NUMBERS.length)]);
  }

  private void copyLine(StringBuilder text, int at) {
    String line = text.substring(lineStart(text, at), lineEnd(text, at));
    text.insert(lineStart(text, random.nextInt(text.length())), line);
  }

  /** Puts the quoted word of one line where another has its own: names, ids, types. */
  private void copyWord(StringBuilder text, int at) {
    int from = text.indexOf("\"", at);
    int to = from < 0 ? -1 : text.indexOf("\"", from + 1);
    int target = text.indexOf("\"", random.nextInt(text.length()));
    int targetEnd = target < 0 ? -1 : text.indexOf("\"", target + 1);
    if (to > 0 && targetEnd > 0) {
      text.replace(target, targetEnd, text.substring(from, to));
    }
  }

  private static int lineStart(StringBuilder text, int at) {
    return text.lastIndexOf("\n", at) + 1;
  }

  private static int lineEnd(StringBuilder text, int at) {
    int end = text.indexOf("\n", at);
    return end < 0 ? text.length() : end + 1;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a {", "a/", "{", "[", "a = [", "\"", "a = \"x\\", "'", "\0", "\u00ff", "#"})
  void endlessRepetitionIsRefused(String piece) {
    byte[] text = piece.repeat(1_000_000).getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> VgTextReader.read(text)).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags = [", "future = ["})
  void hugeArraysAreReadOrRefused(String start) throws IOException {
    String array = start + "\"t\", ".repeat(500_000) + "\"t\"]\n";
    String text = text(VgTextRoundTripTest.golden("plain.disk.vg"));
    byte[] huge =
        text.replace("max_lv = 0\n", array + "max_lv = 0\n").getBytes(StandardCharsets.UTF_8);
    assertThat(VgTextReader.read(huge).name().value()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"segment_count", "stripe_count", "extent_count", "pe_count", "extent_size"})
  void giantCountsAreRefused(String key) throws IOException {
    String text = text(VgTextRoundTripTest.golden("plain.disk.vg"));
    for (String number :
        new String[] {"4294967295", "9223372036854775807", "1" + "0".repeat(9999)}) {
      byte[] giant =
          text.replaceAll("(?m)^" + key + " = \\d+", key + " = " + number)
              .getBytes(StandardCharsets.UTF_8);
      boolean possible = key.endsWith("e_count") || key.equals("extent_size");
      if (!possible || number.length() > 10) {
        assertThatThrownBy(() -> VgTextReader.read(giant)).isInstanceOf(FormatException.class);
      }
    }
  }

  @Test
  void longNamesAndStringsAreReadOrRefused() throws IOException {
    String text = text(VgTextRoundTripTest.golden("plain.disk.vg"));
    String name = "n".repeat(5_000_000);
    byte[] longName =
        text.replaceFirst("(?m)^pv0 \\{", name + " {").getBytes(StandardCharsets.UTF_8);
    byte[] longHint =
        text.replaceFirst("device = \"[^\"]*\"", "device = \"" + name + '"')
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> VgTextReader.read(longName)).isInstanceOf(FormatException.class);
    assertThat(VgTextReader.read(longHint).pvs().get(0).deviceHint()).hasSize(name.length());
  }
}
