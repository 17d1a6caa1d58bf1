package org.jlvm.cli.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.console.Console;
import org.jlvm.core.message.Level;
import org.jlvm.dm.DmException;
import org.jlvm.dm.event.EventClient;
import org.jlvm.dm.event.EventException;
import org.jlvm.dm.event.EventMask;
import org.jlvm.dm.event.EventPaths;
import org.jlvm.dm.event.EventService;
import org.jlvm.dm.jna.Libc;

/** {@code lvm monitor}, with dmeventd's options. */
public final class MonitorProgram {
  private static final int GOOD = 0;
  private static final int BAD = 1;

  private static final String USAGE =
      """
      Usage:
      %s [-d [-d [-d]]] [-e path] [-f] [-h] [-i] [-l] [-R] [-V] [-?]

         -d       Log debug messages to syslog (-d, -dd, -ddd)
         -e       Select a file path checked on exit
         -f       Don't fork, run in the foreground
         -g       Grace period for thread cleanup (ignored)
         -h       Show this help information
         -i       Query running instance of dmeventd for info
         -l       Log to stdout,stderr instead of syslog
         -R       Restart dmeventd
         -V       Show version of dmeventd
      """;

  private final String name;
  private final Console console;
  private final HostProcess process;
  private final EventPaths paths = EventPaths.standard();
  private final Libc libc = new Libc();
  private boolean foreground;
  private boolean toConsole;
  private String exitOn = "/run/nologin";

  /**
   * @param name what the program was called
   */
  public MonitorProgram(String name, Console console, HostProcess process) {
    this.name = name;
    this.console = console;
    this.process = process;
  }

  /**
   * Does what the options say.
   *
   * @return the exit status
   */
  public int run(List<String> arguments) {
    char action = ' ';
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("-") || word.length() < 2) {
        return usage(Level.ERROR, BAD);
      }
      for (char letter : word.substring(1).toCharArray()) {
        switch (letter) {
          case 'd' -> {}
          case 'f' -> foreground = true;
          case 'l' -> toConsole = true;
          case 'i', 'R', 'V', 'h' -> action = letter;
          case 'e', 'g' -> {
            if (++i == arguments.size()) {
              console.error(name + ": option -" + letter + " requires an argument.");
              return BAD;
            }
            exitOn = letter == 'e' ? arguments.get(i) : exitOn;
          }
          default -> {
            return usage(Level.ERROR, GOOD);
          }
        }
      }
    }
    try {
      return run(action);
    } catch (EventException | DmException e) {
      console.error(String.valueOf(e.getMessage()));
      return BAD;
    } catch (IOException e) {
      console.error(paths.pidFile() + ": " + e.getMessage());
      return BAD;
    }
  }

  private int usage(Level level, int status) {
    console.show(level, USAGE.formatted(name).stripTrailing());
    return status;
  }

  private int run(char action) throws IOException {
    return switch (action) {
      case 'h' -> usage(Level.PRINT, GOOD);
      case 'V' -> {
        console.print("dmeventd version: jlvm");
        yield GOOD;
      }
      case 'i' -> info();
      case 'R' -> restart();
      default -> begin(List.of());
    };
  }

  /** Becomes the daemon, or starts it. */
  private int begin(List<EventService.Registry.Entry> watched) throws IOException {
    return foreground ? daemon(watched) : start(watched);
  }

  private int daemon(List<EventService.Registry.Entry> watched) throws IOException {
    Optional<String> background = process.variable(DaemonStart.VARIABLE);
    if (background.isPresent()) {
      libc.setsid();
    }
    boolean passing = background.isPresent() && !background.get().equals(DaemonStart.LASTING);
    MonitorDaemon daemon =
        new MonitorDaemon(paths, log(), process.gate(), Path.of(exitOn), passing);
    if (!daemon.run(process.environment(), console, watched)) {
      console.error("Another daemon monitors volumes already: " + paths.pidFile() + " is locked.");
      return BAD;
    }
    return GOOD;
  }

  private DaemonLog log() {
    if (toConsole) {
      return (severity, text) -> {
        synchronized (console) {
          console.show(severity.level(), text);
          console.flush();
        }
      };
    }
    libc.openlog("dmeventd");
    return (severity, text) -> libc.syslog(severity.priority(), text);
  }

  private int start(List<EventService.Registry.Entry> watched) {
    if (EventClient.isServed(libc, paths)) {
      console.error("Another daemon monitors volumes already.");
      return BAD;
    }
    new DaemonStart(Optional.empty(), List.of("-e", exitOn), paths).start();
    for (EventService.Registry.Entry entry : watched) {
      boolean timed = (entry.events() & EventMask.TIMEOUT) != 0;
      try (EventClient client = EventClient.open(libc, paths)) {
        client.register(entry.plugin(), entry.uuid(), timed ? entry.timeoutSeconds() : 0);
      } catch (EventException e) {
        console.error("Failed to reinstate monitoring for device " + entry.uuid() + '.');
      }
    }
    return GOOD;
  }

  private int info() {
    if (!EventClient.isServed(libc, paths)) {
      console.error("No running dmeventd instance for status query.");
      return BAD;
    }
    try (EventClient client = EventClient.open(libc, paths)) {
      String status = client.status();
      if (status.indexOf(';') < 0) {
        console.output(name + " does not monitor any device.\n");
      } else {
        console.output(name + " is monitoring:\n");
      }
      for (String line : lines(status)) {
        console.output(line + "\n");
      }
      console.output(name + " internal status: " + client.parameters() + "\n");
    }
    return GOOD;
  }

  /** The entries of a status, each ended by a semicolon. */
  private static List<String> lines(String status) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = status.indexOf(';'); end >= 0; end = status.indexOf(';', start)) {
      lines.add(status.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  /** Reads what a daemon watches: {@code NUMBER PLUGIN UUID EVENTS TIMEOUT}. */
  private static Optional<EventService.Registry.Entry> entry(String line) {
    String[] words = line.split(" ");
    try {
      return Optional.of(
          new EventService.Registry.Entry(
              words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4])));
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private int restart() throws IOException {
    if (!EventClient.isServed(libc, paths)) {
      console.warn(
          "WARNING: Could not find running dmeventd associated with pid file "
              + paths.pidFile()
              + '.');
      return BAD;
    }
    List<EventService.Registry.Entry> watched = new ArrayList<>();
    try (EventClient client = EventClient.open(libc, paths)) {
      for (String line : lines(client.status())) {
        entry(line).ifPresent(watched::add);
      }
      client.end();
    }
    awaitEnd();
    return begin(watched);
  }

  private void awaitEnd() {
    for (int i = 0; i < 400 && EventClient.isServed(libc, paths); i++) {
      process.gate().pause(Duration.ofMillis(50));
    }
  }
}
