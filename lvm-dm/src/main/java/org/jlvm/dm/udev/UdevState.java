package org.jlvm.dm.udev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jlvm.core.message.Messages;

/** Whether udev is there to make nodes, and is to be waited for. */
public final class UdevState {
  /** Where udevd listens while it runs; libudev's test for "udev is active". */
  private static final Path CONTROL = Path.of("/run/udev/control");

  /** Set in the environment, it makes device-mapper programs do without udev. */
  private static final String DISABLE = "DM_DISABLE_UDEV";

  private UdevState() {}

  /**
   * @param wanted whether the configuration wants to wait for udev
   */
  public static boolean isWaitedFor(
      boolean wanted, Map<String, String> environment, Messages messages) {
    boolean running = Files.exists(CONTROL);
    if (environment.containsKey(DISABLE)) {
      if (running) {
        messages.warn(
            "Udev is running and DM_DISABLE_UDEV environment variable is set. Bypassing udev,"
                + " device-mapper library will manage device nodes in device directory.");
      }
      return false;
    }
    if (wanted && !running) {
      messages.debug("Udev is not running. Not using udev synchronization code.");
    }
    return wanted && running;
  }
}
