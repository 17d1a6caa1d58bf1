package org.jlvm.dm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", ".", "..", "control", "a\0b"})
  void namesThatTheDriverRefusesCannotBeMade(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DmName(value));
  }

  @Test
  void lengthIsCountedInBytes() {
    assertThat(DmName.isValid("a".repeat(127))).isTrue();
    assertThat(DmName.isValid("a".repeat(128))).isFalse();
    assertThat(DmName.isValid("é".repeat(64))).isFalse();
  }

  @Test
  void manglingReplacesWhatUdevDoesNotLike() {
    assertThat(NameMangling.mangle("a b\\")).isEqualTo("a\\x20b\\x5c");
    assertThat(NameMangling.mangle("é")).isEqualTo("\\xc3\\xa9");
    assertThat(NameMangling.mangle("vg-lv_0#+.:=@")).isEqualTo("vg-lv_0#+.:=@");
  }

  @Test
  void unmanglingIsItsReverse() {
    for (String name : new String[] {"plain", "a b", "\\", "\\x", "\\x2", "\\xzz", "é\\x20"}) {
      assertThat(NameMangling.unmangle(NameMangling.mangle(name))).isEqualTo(name);
    }
    assertThat(NameMangling.unmangle("a\\x2")).isEqualTo("a\\x2");
  }
}
