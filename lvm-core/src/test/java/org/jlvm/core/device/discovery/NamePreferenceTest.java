package org.jlvm.core.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jlvm.core.RecordedMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePreferenceTest {
  @ParameterizedTest
  @CsvSource({
    "/dev/mapper/crypt, /dev/dm-0",
    "/dev/disk/by-id/crypt, /dev/dm-0",
    "/dev/dm-0, /dev/block/254:0",
    "/dev/vg/lv, /dev/mapper/vg-lv",
    "/dev/mapper/crypt, /dev/disk/by-id/crypt",
    "/dev/sda, /dev/some/disk"
  })
  void placesThatAreMeantForUsersAreBetter(String better, String worse) {
    NamePreference preference = new NamePreference("/dev", List.of(), new RecordedMessages());
    assertThat(preference.prefers(better, worse)).isTrue();
    assertThat(preference.prefers(worse, better)).isFalse();
  }

  @Test
  void placesDoNotCountIfTheDirectoryIsGivenWithASlash() {
    NamePreference preference = new NamePreference("/tmp/dev/", List.of(), new RecordedMessages());
    assertThat(preference.prefers("/tmp/dev/mapper/crypt", "/tmp/dev/dm-0")).isFalse();
  }

  @Test
  void theFirstPatternThatMatchesCounts() {
    NamePreference preference =
        new NamePreference("/dev", List.of("^/dev/b", "^/dev/[a-c]"), new RecordedMessages());
    assertThat(preference.prefers("/dev/b/long/name", "/dev/a")).isTrue();
    assertThat(preference.prefers("/dev/a", "/dev/b/long/name")).isFalse();
    assertThat(preference.prefers("/dev/c", "/dev/x")).isTrue();
    // The same pattern for both leaves it to what else counts.
    assertThat(preference.prefers("/dev/a", "/dev/c/long")).isTrue();
  }
}
