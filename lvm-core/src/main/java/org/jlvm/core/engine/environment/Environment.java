package org.jlvm.core.engine.environment;

import java.time.Clock;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;

/**
 * What a command may know and use of the world; passed everywhere, never static.
 *
 * @param clock time and time zone
 * @param host the machine
 * @param ids makes new ids
 * @param messages takes what the user is told
 * @param prompter asks the user
 * @param programVersion for the first line of metadata, e.g. {@code 2.03.40(2) (2026-03-13)}
 * @param commandLine what the user typed, for descriptions in metadata and backups
 * @param testMode whether {@code --test} was given: nothing may change
 */
public record Environment(
    Clock clock,
    HostInfo host,
    IdSource ids,
    Messages messages,
    Prompter prompter,
    String programVersion,
    String commandLine,
    boolean testMode) {
  /** Seconds since 1970. */
  public long now() {
    return clock.instant().getEpochSecond();
  }
}
