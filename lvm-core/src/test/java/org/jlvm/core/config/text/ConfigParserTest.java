package org.jlvm.core.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jlvm.core.error.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigParserTest {
  @Test
  void readsEveryKindOfValue() {
    ConfigSection root =
        ConfigParser.parseConfig(
                """
                # a comment
                a = 1  b = -2	c = 010 d = +3
                f = 1.5 g = .25 h = -3.
                s = "x \\"y\\" \\\\ \\n" t = 'single \\' u = bare@word
                l = [ "a", 1, 2.5 "b" ] e = [] z = [ 1, ]
                """)
            .root();
    assertThat(root.getLong("a", 0)).isEqualTo(1);
    assertThat(root.getLong("b", 0)).isEqualTo(-2);
    assertThat(root.getLong("c", 0)).isEqualTo(8);
    assertThat(root.getLong("d", 0)).isEqualTo(3);
    assertThat(root.getDouble("f", 0)).isEqualTo(1.5);
    assertThat(root.getDouble("g", 0)).isEqualTo(0.25);
    assertThat(root.getDouble("h", 0)).isEqualTo(-3);
    assertThat(root.findString("s")).contains("x \"y\" \\ \\n");
    assertThat(root.findString("t")).contains("single \\");
    assertThat(root.findString("u")).contains("bare@word");
    assertThat(root.findStrings("l")).contains(List.of("a", "b"));
    assertThat(root.findArray("l").orElseThrow()).hasSize(4);
    assertThat(root.findArray("e")).contains(List.of());
    assertThat(root.findArray("z").orElseThrow()).containsExactly(ConfigValue.integer(1));
  }

  @Test
  void readsSectionsHoweverTheyAreWritten() {
    ConfigSection root =
        ConfigParser.parseConfig("a{b=1}c/d=2 /c/e { f=3 } \"q\" { g=4 } c { d=5 }").root();
    assertThat(root.getLong("a/b", 0)).isEqualTo(1);
    assertThat(root.getLong("c/d", 0)).isEqualTo(5);
    assertThat(root.getLong("c/e/f", 0)).isEqualTo(3);
    assertThat(root.getLong("q/g", 0)).isEqualTo(4);
    assertThat(root.entries()).extracting(ConfigEntry::name).containsExactly("a", "c", "q");
  }

  @Test
  void metadataKeepsDuplicatesAndFindsTheFirst() {
    ConfigDocument document =
        ConfigParser.parseMetadata("a=1 a=2 s{b=1} s{b=2}".getBytes(StandardCharsets.UTF_8));
    assertThat(document.root().entries()).hasSize(4);
    assertThat(document.root().getLong("a", 0)).isEqualTo(1);
    assertThat(document.root().getLong("s/b", 0)).isEqualTo(1);
  }

  @Test
  void settingsWarnOfAReplacedValue() {
    ConfigDocument document = ConfigParser.parseConfig("a=1 a=2");
    assertThat(document.root().getLong("a", 0)).isEqualTo(2);
    assertThat(document.warnings()).containsExactly("WARNING: Ignoring duplicate config value: a");
  }

  @Test
  void creationTimeOutOfRangeIsRepaired() {
    ConfigDocument document = ConfigParser.parseConfig("creation_time = 99999999999999999999");
    assertThat(document.root().getLong("creation_time", 0)).isEqualTo(1527120000L);
    assertThat(document.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void readsTheWholeRangeOfIntegers(long value) {
    assertThat(ConfigParser.parseConfig("a=" + value).root().getLong("a", 42)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a|1:2:unexpected token",
        "a =|1:4:expected a value",
        "a = ]|1:5:expected a value",
        "a = [ 1|1:8:expected a value",
        "a = [[1]]|1:6:expected a value",
        "a = [a, b]|1:9:expected a value",
        "a = 0x1F|1:9:unexpected token",
        "a = 08|1:5:Failed to read int token.",
        "a = 9223372036854775808|1:5:Failed to read int token.",
        "a = -|1:5:Failed to read int token.",
        "a { b = 1|1:10:unexpected token",
        "}|1:1:unexpected token",
        "= 1|1:1:unexpected token",
        "\"\" = 1|1:4:empty section identifier",
        "a = \"x|1:5:string without closing quote",
      })
  void saysWhereAnErrorIs(String text, String expected) {
    String[] parts = expected.split(":", 3);
    assertThatThrownBy(() -> ConfigParser.parseConfig("\n" + text))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("(line 2, column " + parts[1] + "): " + parts[2]);
  }

  @Test
  void refusesDeepNesting() {
    for (String piece : List.of("a{", "a/")) {
      assertThatThrownBy(() -> ConfigParser.parseConfig(piece.repeat(100_000)))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("nested more than 100 levels");
    }
  }

  @Test
  void slicesTheOriginalTextOfAnEntry() {
    byte[] source =
        "x {\n\tk = [ 1,\n 2 ]\t# why\n\tl=1 m { n=\"é\" }\n}\n".getBytes(StandardCharsets.UTF_8);
    ConfigDocument document = ConfigParser.parseMetadata(source);
    List<ConfigEntry> entries = document.root().findSection("x").orElseThrow().entries();
    assertThat(entries)
        .extracting(document::text)
        .containsExactly("k = [ 1,\n 2 ]\t# why", "l=1", "m { n=\"é\" }");
    assertThat(entries).extracting(document::line).containsExactly(2, 4, 4);
  }

  @Test
  void aNulByteEndsTheText() {
    assertThat(ConfigParser.parseConfig("a=1\0}}}").root().entries()).hasSize(1);
  }

  @Test
  void booleansAreNumbersOrWords() {
    ConfigSection root = ConfigParser.parseConfig("a=2 b=0 c=YES d=off e=maybe").root();
    assertThat(root.getBoolean("a", false)).isTrue();
    assertThat(root.getBoolean("b", true)).isFalse();
    assertThat(root.getBoolean("c", false)).isTrue();
    assertThat(root.getBoolean("d", true)).isFalse();
    assertThat(root.getBoolean("e", true)).isTrue();
  }
}
