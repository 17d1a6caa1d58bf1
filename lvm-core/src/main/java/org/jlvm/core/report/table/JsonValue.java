package org.jlvm.core.report.table;

/**
 * A named value in a row that is no report's.
 *
 * @param number whether strict JSON shows it without quotes
 */
public record JsonValue(String name, String text, boolean number) {}
