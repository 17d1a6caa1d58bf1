package org.jlvm.cli.report;

/**
 * What one report shows.
 *
 * @param fields names between commas
 * @param keys sort keys between commas
 * @param selection empty for all
 * @param compact fields to leave out if they are empty
 */
record ReportChoice(String fields, String keys, String selection, String compact) {
  static ReportChoice of(String fields, String keys) {
    return new ReportChoice(fields, keys, "", "");
  }

  ReportChoice withFields(String newFields) {
    return new ReportChoice(newFields, keys, selection, compact);
  }

  ReportChoice withKeys(String newKeys) {
    return new ReportChoice(fields, newKeys, selection, compact);
  }

  ReportChoice withSelection(String newSelection) {
    return new ReportChoice(fields, keys, newSelection, compact);
  }

  ReportChoice withCompact(String newCompact) {
    return new ReportChoice(fields, keys, selection, newCompact);
  }
}
