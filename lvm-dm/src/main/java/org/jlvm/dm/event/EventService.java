package org.jlvm.dm.event;

import java.util.List;
import java.util.Optional;
import org.jlvm.dm.Errno;

/** Understands requests and answers them in dmeventd's words. */
public final class EventService {
  /** Of the protocol, as dmeventd counts. */
  private static final int VERSION = 2;

  /** "Accessing a corrupted shared library": the plugin cannot be had. */
  private static final int ELIBACC = 79;

  private final Registry registry;

  /** Who really watches. */
  public interface Registry {
    /**
     * A device that is watched.
     *
     * @param plugin that it was registered for
     * @param events that are waited for
     * @param timeoutSeconds how often it is looked at without an event
     */
    record Entry(String plugin, String uuid, int events, int timeoutSeconds) {}

    /** In the order of registration. */
    List<Entry> entries();

    /** Whether there is something that acts by that plugin. */
    boolean knows(String plugin);

    /** Adds a device, or events to one that is watched; false if there is no such device. */
    boolean add(Entry entry);

    /** Takes events away, and the device with the last; false if it was not watched. */
    boolean remove(String uuid, int events);

    /** Looks at a device every so often; false if it is not watched. */
    boolean setTimeout(String uuid, int seconds);

    /** Watches nothing any more: another daemon takes over. */
    void end();

    /** How the daemon runs, as text. */
    String parameters();
  }

  public EventService(Registry registry) {
    this.registry = registry;
  }

  EventMessage answer(EventMessage message) {
    Optional<EventCommand> command = EventCommand.of(message.word());
    if (command.isEmpty()) {
      return failure(message.id(), Errno.EINVAL);
    }
    EventRequest request = EventRequest.parse(message.text());
    return switch (command.get()) {
      case HELLO -> new EventMessage(0, message.text() + " HELLO " + VERSION);
      case DIE -> {
        registry.end();
        yield new EventMessage(0, message.text() + " DYING " + VERSION);
      }
      case ACTIVE -> new EventMessage(0, "- Success");
      case REGISTER -> register(request);
      case UNREGISTER ->
          done(request, registry.remove(request.uuid().orElse(""), request.events()));
      case GET_REGISTERED -> found(request, first(request));
      case GET_NEXT_REGISTERED -> found(request, next(request));
      case SET_TIMEOUT ->
          done(request, registry.setTimeout(request.uuid().orElse(""), request.timeoutSeconds()));
      case GET_TIMEOUT -> timeout(request);
      case GET_STATUS -> status(request);
      case GET_PARAMETERS -> new EventMessage(0, request.id() + ' ' + registry.parameters());
    };
  }

  private EventMessage register(EventRequest request) {
    if (request.events() == 0) {
      return failure(request.id(), Errno.EINVAL);
    }
    String plugin = request.plugin().orElse("");
    if (!registry.knows(plugin)) {
      return new EventMessage(
          -ELIBACC, request.id() + ' ' + plugin + " dlopen failed: no such plugin");
    }
    String uuid = request.uuid().orElse("");
    boolean added =
        registry.add(new Registry.Entry(plugin, uuid, request.events(), request.timeoutSeconds()));
    return done(request, added);
  }

  private static EventMessage done(EventRequest request, boolean done) {
    return done
        ? new EventMessage(0, request.id() + " Success")
        : failure(request.id(), Errno.ENODEV);
  }

  private static EventMessage failure(String id, Errno error) {
    return new EventMessage(-error.number(), id + ' ' + error.text());
  }

  private static EventMessage found(EventRequest request, Optional<Registry.Entry> entry) {
    if (entry.isEmpty()) {
      return failure(request.id(), Errno.ENOENT);
    }
    Registry.Entry found = entry.get();
    return new EventMessage(
        0, request.id() + ' ' + found.plugin() + ' ' + found.uuid() + ' ' + found.events());
  }

  private Optional<Registry.Entry> first(EventRequest request) {
    for (Registry.Entry entry : registry.entries()) {
      if (isWanted(request, entry)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The one of the same plugin that comes after the one that is named. */
  private Optional<Registry.Entry> next(EventRequest request) {
    boolean passed = false;
    for (Registry.Entry entry : registry.entries()) {
      if (passed && request.plugin().map(entry.plugin()::equals).orElse(true)) {
        return Optional.of(entry);
      }
      passed |= isWanted(request, entry);
    }
    return Optional.empty();
  }

  private static boolean isWanted(EventRequest request, Registry.Entry entry) {
    return request.plugin().map(entry.plugin()::equals).orElse(true)
        && request.uuid().map(entry.uuid()::equals).orElse(true);
  }

  private EventMessage timeout(EventRequest request) {
    for (Registry.Entry entry : registry.entries()) {
      if (request.uuid().map(entry.uuid()::equals).orElse(false)) {
        return new EventMessage(0, request.id() + ' ' + entry.timeoutSeconds());
      }
    }
    return failure(request.id(), Errno.ENODEV);
  }

  private EventMessage status(EventRequest request) {
    StringBuilder text = new StringBuilder(request.id()).append(' ');
    int number = 0;
    for (Registry.Entry entry : registry.entries()) {
      text.append("0:").append(number++).append(' ').append(entry.plugin()).append(' ');
      text.append(entry.uuid()).append(' ').append(entry.events()).append(' ');
      text.append(entry.timeoutSeconds()).append(';');
    }
    return new EventMessage(0, text.toString());
  }
}
