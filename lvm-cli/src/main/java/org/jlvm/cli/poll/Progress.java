package org.jlvm.cli.poll;

import java.util.Optional;
import org.jlvm.core.units.Sectors;

/**
 * How far an operation has come.
 *
 * @param stage what is to be done next
 * @param measure how much is done; empty if there is nothing to show
 */
public record Progress(Stage stage, Optional<Measure> measure) {
  /** What is to be done next. */
  public enum Stage {
    /** Waiting. */
    UNDER_WAY,
    /** Going on to the next part. */
    PART_DONE,
    /** Ending the operation. */
    ALL_DONE
  }

  /**
   * How much is done.
   *
   * @param percent as it is shown, without the sign
   * @param done at most the total
   * @param total all that is to be done
   */
  public record Measure(String percent, Sectors done, Sectors total) {}

  /** There is nothing to follow any more. */
  public static final Progress NOTHING_LEFT = new Progress(Stage.ALL_DONE, Optional.empty());

  public static Progress of(Stage stage, String percent, Sectors done, Sectors total) {
    return new Progress(stage, Optional.of(new Measure(percent, done, total)));
  }
}
