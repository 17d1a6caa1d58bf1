package org.jlvm.core.config;

import java.io.IOException;

/** The file system as the configuration sees it. */
public interface ConfigFiles {
  /** What is at a path. */
  enum Kind {
    MISSING,
    REGULAR,
    OTHER
  }

  /**
   * @throws IOException if it cannot be found out; the message is the reason alone
   */
  Kind kind(String path) throws IOException;

  /**
   * @throws IOException with the reason alone as message
   */
  byte[] read(String path) throws IOException;

  /**
   * Creates a directory and those above it, unless they exist.
   *
   * @throws IOException with the reason alone as message
   */
  void createDirectories(String path) throws IOException;
}
