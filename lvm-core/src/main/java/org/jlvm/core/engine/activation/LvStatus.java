package org.jlvm.core.engine.activation;

import java.util.OptionalInt;

/**
 * The device of a logical volume as it is now.
 *
 * @param exists whether there is a device
 * @param suspended whether it holds back I/O
 * @param openCount how many have it open
 * @param readOnly whether it refuses writes
 * @param liveTable whether it has a table
 * @param inactiveTable whether another table waits for a resume
 * @param major its major number
 * @param minor its minor number
 */
public record LvStatus(
    boolean exists,
    boolean suspended,
    int openCount,
    boolean readOnly,
    boolean liveTable,
    boolean inactiveTable,
    OptionalInt major,
    OptionalInt minor) {
  public static final LvStatus INACTIVE =
      new LvStatus(false, false, 0, false, false, false, OptionalInt.empty(), OptionalInt.empty());

  public boolean isOpen() {
    return openCount > 0;
  }
}
