package org.jlvm.core.report.table;

/**
 * What to show.
 *
 * @param types bits of the object types that the report is about
 * @param fields names between commas
 * @param sortKeys names between commas, each with {@code +} or {@code -} before it or not
 * @param selection which rows; empty for all
 * @param layout how
 * @param keepsUnselected whether rows stay available for another selection
 */
public record ReportRequest(
    int types,
    String fields,
    String sortKeys,
    String selection,
    Layout layout,
    boolean keepsUnselected) {}
