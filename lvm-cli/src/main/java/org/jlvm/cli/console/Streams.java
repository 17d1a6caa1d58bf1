package org.jlvm.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes; tests put their own.
 *
 * @param in answers, and commands when there is no terminal
 * @param out what was asked for
 * @param err all else
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {
  private static final int BUFFER = 1 << 15;

  /** The process's own. Output is held back until an error is written or the command ends. */
  public static Streams ofProcess() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out, BUFFER),
        stream(FileDescriptor.err, 1 << 10));
  }

  private static PrintStream stream(FileDescriptor descriptor, int buffer) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return new PrintStream(new BufferedOutputStream(file, buffer), false, StandardCharsets.UTF_8);
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
