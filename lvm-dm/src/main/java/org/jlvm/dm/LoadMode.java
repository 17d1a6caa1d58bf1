package org.jlvm.dm;

/**
 * How a table is loaded.
 *
 * @param readOnly whether the device refuses writes when the table is in use
 * @param secure whether the table holds a secret that is to be wiped from all buffers
 */
public record LoadMode(boolean readOnly, boolean secure) {
  public static final LoadMode READ_WRITE = new LoadMode(false, false);
  public static final LoadMode READ_ONLY = new LoadMode(true, false);
}
