package org.jlvm.cli.verb;

import org.jlvm.cli.console.Console;

/** What {@code lvm version} and {@code --version} print. */
public final class Versions {
  /** The release of lvm2 whose behaviour this is; programs compare it. */
  public static final String LVM = "2.03.40(2) (2026-03-13)";

  private static final String LIBRARY = "1.02.214 (2026-03-13)";

  private Versions() {}

  public static void show(Console console) {
    console.print("LVM version:     " + LVM);
    console.print("Library version: " + LIBRARY);
    console.print("Configuration:   jlvm");
  }
}
