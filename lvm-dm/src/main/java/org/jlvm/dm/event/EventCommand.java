package org.jlvm.dm.event;

import java.util.Optional;

/** What a daemon can be asked (device-mapper: dmeventd.h). */
public enum EventCommand {
  ACTIVE(1),
  REGISTER(2),
  UNREGISTER(3),
  GET_REGISTERED(4),
  GET_NEXT_REGISTERED(5),
  SET_TIMEOUT(6),
  GET_TIMEOUT(7),
  HELLO(8),
  DIE(9),
  GET_STATUS(10),
  GET_PARAMETERS(11);

  private final int number;

  EventCommand(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static Optional<EventCommand> of(int number) {
    for (EventCommand command : values()) {
      if (command.number == number) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
