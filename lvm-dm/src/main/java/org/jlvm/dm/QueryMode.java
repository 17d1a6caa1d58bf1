package org.jlvm.dm;

/**
 * What a question about a table is about.
 *
 * @param inactive whether it is about the table that is loaded but not in use
 * @param noFlush whether targets may answer without writing out what they hold first
 */
public record QueryMode(boolean inactive, boolean noFlush) {
  public static final QueryMode ACTIVE = new QueryMode(false, false);
  public static final QueryMode ACTIVE_NO_FLUSH = new QueryMode(false, true);
  public static final QueryMode INACTIVE = new QueryMode(true, false);
}
