package org.jlvm.core.report.field;

/**
 * A stretch of time.
 *
 * @param first its first second since 1970
 * @param last its last second
 */
public record TimeSpan(long first, long last) {}
