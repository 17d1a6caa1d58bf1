package org.jlvm.cli.poll;

import java.time.Duration;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.message.Messages;
import org.jlvm.core.units.Sign;

/**
 * How an operation is followed.
 *
 * @param seconds between two looks; 0 for as often as makes sense
 * @param waitsFirst whether the first look comes after such a time only
 * @param shown whether progress is shown unasked
 * @param hasty whether what the driver tells ends the waiting: not where the user chose the time
 * @param aborting whether the operation is to be taken back
 */
public record PollSettings(
    long seconds, boolean waitsFirst, boolean shown, boolean hasty, boolean aborting) {
  private static final long WATCHED_SECONDS = 2;
  static final Duration SHORTEST = Duration.ofMillis(100);

  /** As {@code --interval} and the configuration say; {@code -i +10} waits first. */
  public static PollSettings of(ParsedCommand command, LvmSettings settings, Messages messages) {
    long seconds = command.number(Opt.INTERVAL, settings.activation().pollingInterval());
    boolean aborting = command.has(Opt.ABORT);
    PollSettings result =
        new PollSettings(
            seconds,
            isAfter(command),
            seconds != 0,
            seconds == 0 || !command.has(Opt.INTERVAL),
            aborting);
    if (seconds != 0 && !aborting) {
      messages.verbose(
          "Checking progress "
              + (result.waitsFirst() ? "after" : "before")
              + " waiting every "
              + seconds
              + " seconds.");
    }
    return result;
  }

  /** For {@code lvpoll}, whose progress someone reads. */
  public static PollSettings ofLvpoll(ParsedCommand command) {
    return new PollSettings(
        command.number(Opt.INTERVAL, 0),
        isAfter(command),
        true,
        command.number(Opt.INTERVAL, 0) == 0,
        command.has(Opt.ABORT));
  }

  /** For the process in the background, which was given an interval if the user had given one. */
  public static PollSettings ofBackground(ParsedCommand command, LvmSettings settings) {
    long seconds = command.number(Opt.INTERVAL, settings.activation().pollingInterval());
    boolean hasty = seconds == 0 || !command.has(Opt.INTERVAL);
    return new PollSettings(seconds, isAfter(command), false, hasty, command.has(Opt.ABORT));
  }

  /** The same for a person who watches: as often as a drawing of it should change. */
  PollSettings often() {
    return new PollSettings(Math.min(seconds, WATCHED_SECONDS), waitsFirst, shown, hasty, aborting);
  }

  static boolean isAfter(ParsedCommand command) {
    return command.value(Opt.INTERVAL).filter(value -> value.sign() == Sign.PLUS).isPresent();
  }

  Duration pause() {
    return seconds == 0 ? SHORTEST : Duration.ofSeconds(seconds);
  }
}
