package org.jlvm.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jlvm.core.report.table.Headings;
import org.jlvm.core.report.table.Layout;
import org.jlvm.core.report.table.Report;
import org.jlvm.core.report.table.ReportFormat;
import org.jlvm.core.report.table.ReportGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private final ToyReport report = new ToyReport();

  private static Layout layout(
      boolean aligned, boolean buffered, Headings headings, String separator) {
    return new Layout(aligned, buffered, headings, separator, false, true, false);
  }

  @Test
  void columnsArePaddedAndHeadingsCut() {
    assertThat(report.run("name,count,size,very_long,tags", "name", "", Layout.DEFAULT))
        .containsExactly(
            "Name # Size   A long Tags     ",
            "ball 1  2048S        red,round",
            "kite 2  8192S                 ",
            "top     4096S        red      ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy_name", "TOY_NAME", "toyname", "name", "Name", "na_me"})
  void namesMayBeSpeltFreely(String name) {
    assertThat(report.run(name, "", "", Layout.DEFAULT))
        .containsExactly("Name", "ball", "kite", "top ");
  }

  @Test
  void unknownNameShowsAllFields() {
    assertThatThrownBy(() -> report.run("nosuch", "", "", Layout.DEFAULT))
        .hasMessage("Unrecognised field: nosuch");
    assertThat(report.output().said())
        .startsWith("Toy Fields", "----------", "  toy_all       - All fields in this section.")
        .endsWith("  ?             - Show help.", " ");
  }

  @Test
  void allMeansAllFieldsOfTheType() {
    assertThat(report.run("all", "", "", Layout.DEFAULT).get(0))
        .isEqualTo("Name # Size   Full%  Made        Tags      A long Flag");
  }

  @Test
  void sortsByKeysUndefinedLast() {
    assertThat(report.run("name", "count", "", layout(false, true, Headings.NONE, " ")))
        .containsExactly("ball", "kite", "top");
    assertThat(new ToyReport().run("name", "-count", "", layout(false, true, Headings.NONE, " ")))
        .containsExactly("top", "kite", "ball");
    assertThat(
            new ToyReport().run("name", "-tags,-size", "", layout(false, true, Headings.NONE, " ")))
        .containsExactly("ball", "top", "kite");
  }

  @Test
  void unbufferedLinesAreAsWideAsTheirOwnValues() {
    assertThat(report.run("name,size", "size", "", layout(true, false, Headings.ABBREVIATED, " ")))
        .containsExactly("Name Size  ", "ball  2048S", "kite  8192S", "top   4096S");
  }

  @Test
  void separatorsAndFullHeadings() {
    assertThat(report.run("name,count", "", "", layout(false, true, Headings.FULL, "<>")))
        .containsExactly("toy_name<>toy_count", "ball<>1", "kite<>2", "top<>");
  }

  @Test
  void prefixesQuotesAndRows() {
    Layout prefixed = new Layout(false, true, Headings.NONE, " ", true, true, false);
    assertThat(report.run("name,count", "", "name=ball", prefixed))
        .containsExactly("LVM2_TOY_NAME='ball' LVM2_TOY_COUNT='1'");
    Layout rows = new Layout(true, false, Headings.ABBREVIATED, ":", false, true, true);
    assertThat(new ToyReport().run("name,count", "", "", rows))
        .containsExactly("Name:ball:kite:top", "#:1:2:");
  }

  @Test
  void selectedShowsAllRows() {
    assertThat(report.run("name,selected", "", "name=kite", Layout.DEFAULT))
        .containsExactly("Name Selected", "ball        0", "kite        1", "top         0");
  }

  @Test
  void noRowsNoHeadings() {
    assertThat(report.run("name", "", "name=x", Layout.DEFAULT)).isEmpty();
  }

  @Test
  void emptyColumnsCanBeLeftOut() {
    Report<ToyTable.Toy> compact =
        Report.create(
            new ToyTable(),
            ToyReport.request("very_long,name", "", "", Layout.DEFAULT),
            report.output());
    ToyReport.TOYS.forEach(compact::add);
    compact.compact();
    compact.finish();
    assertThat(report.output().printed()).containsExactly("Name", "ball", "kite", "top ");
  }

  @Test
  void jsonAsLvm2LaysItOut() {
    assertThat(json(ReportFormat.JSON, "name,count,full,tags"))
        .containsExactly(
            "{",
            "    \"report\": [",
            "        {",
            "            \"toy\": [",
            "                {\"toy_name\":\"ball\", \"toy_count\":\"1\", \"toy_full\":\"50.00\","
                + " \"toy_tags\":\"red,round\"},",
            "                {\"toy_name\":\"kite\", \"toy_count\":\"2\", \"toy_full\":\"100.00\","
                + " \"toy_tags\":\"\"},",
            "                {\"toy_name\":\"top\", \"toy_count\":\"\", \"toy_full\":\"\","
                + " \"toy_tags\":\"red\"}",
            "            ]",
            "        }",
            "    ]",
            "}");
  }

  @Test
  void strictJsonHasNumbersNullsAndArrays() {
    assertThat(json(ReportFormat.JSON_STD, "name,count,size,full,tags"))
        .contains(
            "                {\"toy_name\":\"ball\", \"toy_count\":1, \"toy_size\":\"2048S\","
                + " \"toy_full\":50.00, \"toy_tags\":[\"red\",\"round\"]},",
            "                {\"toy_name\":\"top\", \"toy_count\":null, \"toy_size\":\"4096S\","
                + " \"toy_full\":null, \"toy_tags\":[\"red\"]}");
  }

  private List<String> json(ReportFormat format, String fields) {
    ReportGroup group = new ReportGroup(format, false, report.output());
    Report<ToyTable.Toy> table =
        Report.create(
            new ToyTable(), ToyReport.request(fields, "", "", Layout.DEFAULT), report.output());
    group.startSection("report");
    group.start(table, "toy", "Toy");
    ToyReport.TOYS.forEach(table::add);
    group.finish(table);
    group.endSection();
    group.end();
    return report.output().printed();
  }
}
