package org.jlvm.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Whether a person types what is read. */
  public boolean isFromTerminal() {
    return isTerminal(0);
  }

  /** Whether a person reads what is written. */
  public boolean isToTerminal() {
    return isTerminal(1);
  }

  private boolean isTerminal(int descriptor) {
    if (!(in instanceof FileInputStream)) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
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
