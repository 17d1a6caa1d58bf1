package org.jlvm.dm.event;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.jlvm.dm.jna.Libc;

/** The daemon's end of the talk. Not thread-safe. */
public final class EventServer implements AutoCloseable {
  private final EventPaths paths;
  private final EventFifo requests;
  private final EventFifo answers;

  private EventServer(EventPaths paths, EventFifo requests, EventFifo answers) {
    this.paths = paths;
    this.requests = requests;
    this.answers = answers;
  }

  /**
   * Makes the way for clients.
   *
   * @throws EventException if that is not possible
   */
  public static EventServer open(Libc libc, EventPaths paths) {
    EventFifo requests = EventFifo.make(libc, paths.toDaemon());
    try {
      return new EventServer(paths, requests, EventFifo.make(libc, paths.fromDaemon()));
    } catch (EventException e) {
      requests.close();
      throw e;
    }
  }

  /** Answers the next request, if one comes within the time. */
  public void serve(EventService service, Duration limit) {
    Optional<EventMessage> request = requests.read(limit, EventMessage.LONGEST_REQUEST);
    if (request.isPresent()) {
      answers.write(service.answer(request.get()));
    }
  }

  /** Ends the way for clients, who then see that there is no daemon. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(paths.toDaemon());
      Files.deleteIfExists(paths.fromDaemon());
    } catch (IOException e) {
      // Without a reader they do no harm.
    }
    requests.close();
    answers.close();
  }
}
