package org.jlvm.dm.ioctl;

import java.time.Duration;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.dm.DmException;
import org.jlvm.dm.Errno;

/** Carries out requests: repeats those that did not fit or met an open device, judges errors. */
final class Driver implements AutoCloseable {
  /** Answers are seldom longer; more than 1 GiB is not asked for. */
  static final int ANSWER_ROOM = 16 * 1024;

  private static final int MAX_SIZE = 1 << 30;

  /** libdevmapper's: 25 times, 0.2 seconds apart. */
  private static final int BUSY_RETRIES = 25;

  private static final long BUSY_PAUSE_MILLIS = 200;

  private final ControlPort port;
  private final Messages messages;

  Driver(ControlPort port, Messages messages) {
    this.port = port;
    this.messages = messages;
  }

  /**
   * @param device what the request names, for the message of a failure
   * @return the answer
   * @throws DmException if the driver refuses
   */
  Request run(Request request, String device) {
    Command command = request.command();
    byte[] contents = command.answerMayGrow() ? request.contents() : new byte[0];
    Request current = request;
    int result = once(current, device);
    while (result >= 0 && current.hasFlag(Layout.BUFFER_FULL_FLAG)) {
      if (!command.answerMayGrow() || contents.length > MAX_SIZE / 2) {
        throw DmException.unavailable(
            "device-mapper: answer to " + command.word() + " ioctl is too long");
      }
      current = Request.doubled(command, contents);
      contents = current.contents();
      result = once(current, device);
    }
    if (result < 0) {
      throw DmException.refused(command.word(), device, new Errno(-result));
    }
    return current;
  }

  /** As {@link #run}, and tries again for five seconds while the device is open. */
  Request runUntilNotBusy(Request request, String device) {
    for (int i = 0; ; i++) {
      try {
        return run(request, device);
      } catch (DmException e) {
        if (!e.is(Errno.EBUSY) || i >= BUSY_RETRIES) {
          throw e;
        }
      }
      messages.debug("dm " + request.command().word() + " " + device + " is busy, trying again");
      pause();
    }
  }

  boolean awaitEvent(Duration limit) {
    return port.awaitEvent(limit);
  }

  private int once(Request request, String device) {
    if (messages.shows(Level.DEBUG)) {
      messages.debug(
          "dm "
              + request.command().word()
              + " "
              + device
              + " ["
              + request.buffer().capacity()
              + "]");
    }
    return port.request(request.command().request(), request.buffer());
  }

  /** Nothing tells that somebody closes a device. */
  private static void pause() {
    try {
      Thread.sleep(BUSY_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    port.close();
  }
}
