package org.jlvm.core.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A key's value is only taken for its last one if it is the same to the end. */
class RepeatedValuesTest {
  @Test
  void aLongerValueIsAnother() {
    assertThat(values("a = 1\na = 12\na = 1\na = 1.5\na = 1\t\na = 1"))
        .isEqualTo("[1, 12, 1, 1.5, 1, 1]");
    assertThat(values("a = \"x\"\na = \"x\"\na = \"x\\\"\"\na = \"xy\"\na = \"x\"# x\n"))
        .isEqualTo("[x, x, x\", xy, x]");
    assertThat(values("a = yes\na = yes\na = yesno\na = yes\n"))
        .isEqualTo("[yes, yes, yesno, yes]");
  }

  @Test
  void listsAreComparedToTheirEnd() {
    assertThat(values("a = [1, 2]\na = [1, 2]\na = [1, 2, 3]\na = [1, 2\n]\na = []\na = []\n"))
        .isEqualTo("[[1, 2], [1, 2], [1, 2, 3], [1, 2], [], []]");
  }

  @Test
  void keysOfOneSlotKeepTheirOwnValues() {
    assertThat(values("max_lv = 1\nmax_pv = 2\nmax_lv = 1\nmax_pv = 2\nmax_lv = 2\n"))
        .isEqualTo("[1, 2, 1, 2, 2]");
  }

  @Test
  void whatFollowsIsRead() {
    assertThat(values("a = 1\nb { a = 1\n} a = 1 c = 3")).isEqualTo("[1, [1], 1, 3]");
  }

  private static String values(String text) {
    return values(ConfigParser.parseMetadata(text.getBytes(StandardCharsets.UTF_8)).root());
  }

  private static String values(ConfigSection section) {
    return section.entries().stream().map(entry -> text(entry.node())).toList().toString();
  }

  private static String text(ConfigNode node) {
    if (node instanceof ConfigSection section) {
      return values(section);
    }
    if (node instanceof ConfigValue.ArrayValue array) {
      return array.elements().stream().map(RepeatedValuesTest::text).toList().toString();
    }
    return node instanceof StringValue string
        ? string.value()
        : node instanceof ConfigValue.IntegerValue number
            ? String.valueOf(number.value())
            : String.valueOf(((ConfigValue.FloatValue) node).value());
  }
}
