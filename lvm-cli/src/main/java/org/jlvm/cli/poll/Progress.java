package org.jlvm.cli.poll;

import java.util.Optional;

/**
 * How far an operation has come.
 *
 * @param stage what is to be done next
 * @param percent as it is shown, without the sign; empty if there is nothing to show
 */
public record Progress(Stage stage, Optional<String> percent) {
  /** What is to be done next. */
  public enum Stage {
    /** Waiting. */
    UNDER_WAY,
    /** Going on to the next part. */
    PART_DONE,
    /** Ending the operation. */
    ALL_DONE
  }

  /** There is nothing to follow any more. */
  public static final Progress NOTHING_LEFT = new Progress(Stage.ALL_DONE, Optional.empty());
}
