package org.jlvm.dm.table;

/** Requests that wait in a delay target: {@code reads writes flushes}; older kernels give two. */
public record DelayStatus(long reads, long writes, long flushes) implements TargetStatus {
  static DelayStatus parse(String text) {
    Words words = new Words("delay status", text);
    long reads = words.number();
    long writes = words.number();
    long flushes = words.hasNext() ? words.number() : 0;
    words.end();
    return new DelayStatus(reads, writes, flushes);
  }

  @Override
  public String text() {
    return reads + " " + writes + " " + flushes;
  }
}
