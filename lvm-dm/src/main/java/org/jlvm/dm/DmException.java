package org.jlvm.dm;

import java.util.Objects;
import java.util.Optional;

/**
 * The driver refused a request or could not be reached. The message reads as libdevmapper's: {@code
 * device-mapper: CMD ioctl on NAME failed: REASON}.
 */
public final class DmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String command;
  private final String device;
  private final int errno;

  private DmException(String command, String device, int errno, String message) {
    super(message);
    this.command = command;
    this.device = device;
    this.errno = errno;
  }

  /**
   * @param command libdevmapper's word for the request, as {@code reload}
   * @param device what the request named, empty if nothing
   */
  public static DmException refused(String command, String device, Errno error) {
    String message =
        "device-mapper: " + command + " ioctl on " + device + " failed: " + error.text();
    return new DmException(command, device, error.number(), message);
  }

  /** The request never came to the driver. */
  public static DmException unavailable(String message) {
    return new DmException("", "", 0, message);
  }

  /** Never null, unlike what it overrides. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public String command() {
    return command;
  }

  public String device() {
    return device;
  }

  /** Absent if the driver was not asked. */
  public Optional<Errno> errno() {
    return errno == 0 ? Optional.empty() : Optional.of(new Errno(errno));
  }

  public boolean is(Errno error) {
    return errno == error.number();
  }
}
