package org.jlvm.cli.session;

import org.jlvm.activation.live.CriticalSection;
import org.jlvm.cli.console.Console;

/** Nothing is written while devices are suspended: a log or a terminal's log may lie on them. */
record SilentSection(Console console, CriticalSection section) implements CriticalSection {
  @Override
  public void enter() {
    section.enter();
    console.hold();
  }

  @Override
  public void leave() {
    section.leave();
    console.release();
  }
}
