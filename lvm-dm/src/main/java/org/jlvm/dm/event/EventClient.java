package org.jlvm.dm.event;

import java.time.Duration;
import java.util.Optional;
import org.jlvm.dm.jna.Libc;

/** Talks to the daemon. Others wait meanwhile, so it is to be closed soon. Not thread-safe. */
public final class EventClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventFifo answers;
  private final EventFifo requests;
  private final String process;
  private int number;

  /**
   * What the daemon knows of a device.
   *
   * @param plugin that it acts by
   * @param events that are waited for
   * @param pending whether that has yet to come in force
   */
  public record Registration(String plugin, int events, boolean pending) {}

  private EventClient(EventFifo answers, EventFifo requests, String process) {
    this.answers = answers;
    this.requests = requests;
    this.process = process;
  }

  /**
   * Whether there is a daemon.
   *
   * @throws EventException if the way to it is not safe
   */
  public static boolean isServed(Libc libc, EventPaths paths) {
    return EventFifo.isServed(libc, paths.toDaemon());
  }

  /**
   * Begins a talk.
   *
   * @throws EventException if there is no daemon or it does not answer
   */
  public static EventClient open(Libc libc, EventPaths paths) {
    EventFifo answers = EventFifo.open(libc, paths.fromDaemon(), Libc.O_RDWR);
    try {
      answers.lock();
      EventFifo requests = EventFifo.open(libc, paths.toDaemon(), Libc.O_RDWR | Libc.O_NONBLOCK);
      String process = String.valueOf(ProcessHandle.current().pid());
      EventClient client = new EventClient(answers, requests, process);
      try {
        client.talk(EventCommand.HELLO, client.id() + " HELLO");
        return client;
      } catch (EventException e) {
        requests.close();
        throw e;
      }
    } catch (EventException e) {
      answers.close();
      throw e;
    }
  }

  /** What is registered for a device, by a plugin or by whichever; empty if nothing is. */
  public Optional<Registration> find(Optional<String> plugin, String uuid) {
    EventMessage answer =
        ask(EventCommand.GET_REGISTERED, plugin, Optional.of(uuid), EventMask.ERRORS, 0);
    if (answer.word() != 0) {
      return Optional.empty();
    }
    EventRequest found = EventRequest.parse(answer.text());
    return Optional.of(
        new Registration(
            found.plugin().orElse(""),
            found.events() & ~EventMask.PENDING,
            (found.events() & EventMask.PENDING) != 0));
  }

  /**
   * Has a device watched.
   *
   * @param timeoutSeconds how often to look without an event; 0 for never
   * @throws EventException if the daemon refuses
   */
  public void register(String plugin, String uuid, int timeoutSeconds) {
    change(EventCommand.REGISTER, plugin, uuid, timeoutSeconds);
  }

  /**
   * Has a device watched no more.
   *
   * @throws EventException if the daemon refuses
   */
  public void unregister(String plugin, String uuid, int timeoutSeconds) {
    change(EventCommand.UNREGISTER, plugin, uuid, timeoutSeconds);
  }

  /** Everything that is registered, as {@code ID PLUGIN UUID EVENTS TIMEOUT;} one after another. */
  public String status() {
    EventMessage answer = ask(EventCommand.GET_STATUS, Optional.empty(), Optional.empty(), 0, 0);
    int blank = answer.text().indexOf(' ');
    return blank < 0 ? "" : answer.text().substring(blank + 1);
  }

  /** How the daemon was started, as text for people. */
  public String parameters() {
    return ask(EventCommand.GET_PARAMETERS, Optional.empty(), Optional.empty(), 0, 0).text();
  }

  /** Ends the daemon for another one to take its place. */
  public void end() {
    ask(EventCommand.DIE, Optional.empty(), Optional.empty(), 0, 0);
  }

  private void change(EventCommand command, String plugin, String uuid, int timeoutSeconds) {
    int events = EventMask.ERRORS | (timeoutSeconds > 0 ? EventMask.TIMEOUT : 0);
    EventMessage answer =
        ask(command, Optional.of(plugin), Optional.of(uuid), events, timeoutSeconds);
    if (answer.word() < 0) {
      throw new EventException(answer.text());
    }
  }

  private EventMessage ask(
      EventCommand command,
      Optional<String> plugin,
      Optional<String> uuid,
      int events,
      int timeoutSeconds) {
    return talk(command, new EventRequest(id(), plugin, uuid, events, timeoutSeconds).text());
  }

  private String id() {
    return process + ':' + number;
  }

  private EventMessage talk(EventCommand command, String text) {
    answers.drain();
    requests.write(new EventMessage(command.number(), text));
    while (true) {
      EventMessage answer =
          answers
              .read(PATIENCE, EventMessage.LONGEST_ANSWER)
              .orElseThrow(() -> new EventException("No input from event server."));
      if (answer.id().equals(id())) {
        number++;
        return answer;
      }
    }
  }

  @Override
  public void close() {
    requests.close();
    answers.close();
  }
}
