package org.jlvm.cli.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SignedSize;
import org.junit.jupiter.api.Test;

class CommandLineParserTest {
  @Test
  void lettersTakeTheirValuesAttachedOrNot() throws Exception {
    ParsedCommand command = parse("lvcreate -aly -Wy -L 5G -nlv vg /dev/a:0-9");
    assertThat(command.formId()).isEqualTo("lvcreate_linear");
    assertThat(command.size(Opt.SIZE)).contains(new SignedSize(Sign.NONE, Sectors.ofMib(5 * 1024)));
    assertThat(command.string(Opt.ACTIVATE)).contains("ly");
    assertThat(command.yes(Opt.WIPESIGNATURES, false)).isTrue();
    assertThat(command.string(Opt.NAME, "")).isEqualTo("lv");
    assertThat(command.operands()).containsExactly("vg", "/dev/a:0-9");
  }

  @Test
  void lettersComeInClusters() throws Exception {
    ParsedCommand command = parse("vgremove -ffvy vg");
    assertThat(command.force()).isEqualTo(2);
    assertThat(command.count(Opt.VERBOSE)).isEqualTo(1);
    assertThat(command.has(Opt.YES)).isTrue();
  }

  @Test
  void hyphensAbbreviationsAndOtherNamesAreTheSameOption() throws Exception {
    ParsedCommand command = parse("lvchange --avail=y --add-tag @a --addtag b vg/lv");
    assertThat(command.has(Opt.ACTIVATE)).isTrue();
    assertThat(command.has(Opt.AVAILABLE)).isFalse();
    assertThat(command.strings(Opt.ADDTAG)).containsExactly("a", "b");
    assertThat(command.commandLine()).isEqualTo("lvchange --avail=y --addtag @a --addtag b vg/lv");
  }

  @Test
  void extentsStandForSize() throws Exception {
    ParsedCommand command = parse("lvextend -l+100%FREE vg/lv");
    OptionValue extents = command.value(Opt.EXTENTS).orElseThrow();
    assertThat(command.formId()).isEqualTo("lvextend_size");
    assertThat(extents.sign()).isEqualTo(Sign.PLUS);
    assertThat(extents.number()).isEqualTo(100);
    assertThat(extents.percent()).isEqualTo(Percent.FREE);
  }

  @Test
  void ignoredOptionsAreAcceptedAndForgotten() throws Exception {
    ParsedCommand command = parse("lvs --partial --ignoreskippedcluster -a");
    assertThat(command.hasAny(Opt.PARTIAL, Opt.IGNORESKIPPEDCLUSTER)).isFalse();
    assertThat(command.has(Opt.ALL)).isTrue();
  }

  @Test
  void reportsOfFullreportAreGroups() throws Exception {
    ParsedCommand command =
        parse("fullreport --configreport vg -o vg_name --configreport lv -o lv_name -S x=y");
    assertThat(command.groups()).hasSize(2);
    assertThat(command.groups().get(0).value(Opt.OPTIONS).map(OptionValue::text))
        .contains("vg_name");
    assertThat(command.groups().get(1).value(Opt.CONFIGREPORT).map(OptionValue::text))
        .contains("lv");
    assertThat(command.groups().get(1).value(Opt.SELECT).map(OptionValue::text)).contains("x=y");
  }

  @Test
  void operandsMayBeginWithHyphensAfterTwoOfThem() throws Exception {
    assertThat(parse("lvs -a -- -x --y").operands()).containsExactly("-x", "--y");
  }

  @Test
  void aSelectionStandsForOperands() throws Exception {
    assertThat(parse("lvremove -S name=x").operands()).isEmpty();
  }

  private static ParsedCommand parse(String line) throws RejectedException {
    List<String> words = Arrays.asList(line.split(" "));
    CommandTable table = CommandTable.of(words.get(0)).orElseThrow();
    CommandLineParser parser =
        new CommandLineParser(table, words.get(0), words.subList(1, words.size()), false);
    parser.scan();
    return parser.match(false);
  }
}
