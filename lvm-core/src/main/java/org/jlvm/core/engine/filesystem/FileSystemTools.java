package org.jlvm.core.engine.filesystem;

import java.util.List;

/** Runs the distribution's programs. */
public interface FileSystemTools {
  /** Runs a program on the user's terminal; gives its exit status, 127 if it is not there. */
  int run(List<String> command);

  /** What a program prints; no lines if it fails. */
  List<String> output(List<String> command);

  /** Shows a line that stands among those of the programs. */
  void say(String line);

  /** As {@link #say}, on standard error. */
  void complain(String line);
}
