package org.jlvm.cli;

import java.util.Arrays;
import java.util.List;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.console.Streams;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** The first argument is the name that the program was called by; the launcher passes it. */
  public static void main(String[] args) {
    List<String> words = Arrays.asList(args);
    String program = words.isEmpty() ? "lvm" : words.get(0);
    List<String> arguments = words.isEmpty() ? words : words.subList(1, words.size());
    HostProcess process = HostProcess.current();
    Runtime.getRuntime().addShutdownHook(new Thread(process.gate()::awaitOpen));
    int status = new Lvm(Streams.ofProcess(), process).run(program, arguments);
    // Not exit, which since JDK 21 sets up a logging framework to announce itself: 20 ms.
    Runtime.getRuntime().halt(status);
  }
}
