package org.jlvm.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jlvm.core.error.FailedException;
import org.jlvm.core.report.table.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "name=ball -> ball",
        "toy_name = 'ball' -> ball",
        "NAME=\"ball\" -> ball",
        "name!=ball -> kite,top",
        "name=~^[bk] -> ball,kite",
        "name=~(ball|top) -> ball,top",
        "name!~o -> ball,kite",
        "count=2 -> kite",
        "count>=1 -> ball,kite",
        "count<5 -> ball,kite",
        "count=undefined -> top",
        "count!=undefined -> ball,kite",
        "size=1m -> ball",
        "size=2 -> top",
        "size>1.5m -> kite,top",
        "size<=2097152b -> ball,top",
        "full=50 -> ball",
        "full>=50% -> ball,kite",
        "full<100% -> ball",
        "time=2020 -> ball,kite",
        "time=2020-09 -> ball",
        "time=2020-09-13 -> ball",
        "time since 2020-09-13 -> ball",
        "time before 2020-02 -> kite,top",
        "time=@1600000000 -> ball",
        "'time=\"2020-09-13 12:26\"' -> ball",
        "'time=\"2020-09-13 14:26:40 +02:00\"' -> ball",
        "tags=red -> ball,top",
        "tags={red} -> ball,top",
        "tags=[red] -> top",
        "'tags=[red,round]' -> ball",
        "'tags=[round && red]' -> ball",
        "'tags={red || blue}' -> ball,top",
        "'tags=\"\"' -> kite",
        "tags!=red -> kite",
        "tags=~^ro -> ball",
        "flag=yes -> kite",
        "flag=set -> kite",
        "flag=no -> ball,top",
        "'name=ball || name=top' -> ball,top",
        "'name=ball # name=top' -> ball,top",
        "'tags=red && count=1' -> ball",
        "'tags=red, count=1' -> ball",
        "!(name=ball) -> kite,top",
        "'(name=ball || name=kite) && size>2m' -> kite",
        "all -> ball,kite,top",
      })
  void selects(String selection, String names) {
    assertThat(String.join(",", ToyReport.selected(selection))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "name -> Unrecognised comparison operator: ",
        "nosuch=1 -> Unrecognised selection field: nosuch",
        "help=1 -> Selection field is uncomparable: help.",
        "name>1 -> Operator can be used only with number, size, time or percent fields: name>1",
        "size=~1 -> Operator can be used only with string or string list fields: size=~1",
        "count since 1 -> Operator can be used only with time fields: count since 1",
        "count=x -> Failed to parse numeric value for selection field toy_count.",
        "count=1g -> Found size unit specifier but numeric value expected for selection field"
            + " toy_count.",
        "size=1% -> Found percent value but size value expected for selection field toy_size.",
        "time=2020-13 -> Specified month out of range.",
        "time=2020-02-30 -> Specified day out of range.",
        "name=a name=b -> Expecting logical operator",
        "tags=[a -> Invalid operator in selection list.",
        "'tags=[a && b || c]' -> Only one type of logical operator allowed in selection list at a"
            + " time.",
      })
  void explains(String selection, String reason) {
    ToyReport report = new ToyReport();
    assertThatThrownBy(() -> report.run("name", "", selection, Layout.DEFAULT))
        .isInstanceOf(FailedException.class)
        .hasMessage("Use 'help' for selection to get more help.");
    assertThat(report.output().said()).anyMatch(line -> line.strip().equals(reason.strip()));
    assertThat(report.output().said().get(report.output().said().size() - 1))
        .startsWith("Selection syntax error at '");
  }

  @Test
  void parenthesesMustMatch() {
    assertThatThrownBy(() -> ToyReport.selected("(name=ball"))
        .hasMessage("Syntax error: right parenthesis expected at ''");
    assertThatThrownBy(() -> ToyReport.selected("!name=ball"))
        .hasMessage("Syntax error: left parenthesis expected at 'name=ball'");
  }

  @Test
  void helpShowsNoRows() {
    ToyReport report = new ToyReport();
    assertThat(report.run("name", "", "help", Layout.DEFAULT)).isEmpty();
    assertThat(report.output().said())
        .contains(
            "Selection operands", "    before  - Before specified time (same as '<'). [time]");
  }
}
