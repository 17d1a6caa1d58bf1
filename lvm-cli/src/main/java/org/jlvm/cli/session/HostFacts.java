package org.jlvm.cli.session;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.core.engine.environment.HostInfo;

/** What uname(2) tells, read from /proc so that no native call is needed. */
public final class HostFacts {
  private static final Path KERNEL = Path.of("/proc/sys/kernel");

  private HostFacts() {}

  /** As {@code uname -r} prints it. */
  public static String kernelRelease() {
    return read("osrelease").orElseGet(() -> System.getProperty("os.version"));
  }

  static String nodeName() {
    return read("hostname").orElseGet(HostFacts::javaHostName);
  }

  private static String javaHostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      // A host that does not know its own name.
      return "localhost";
    }
  }

  static HostInfo host(Optional<String> systemId) {
    String node = nodeName();
    String details =
        read("ostype").orElseGet(() -> System.getProperty("os.name"))
            + ' '
            + node
            + ' '
            + read("osrelease").orElseGet(() -> System.getProperty("os.version"))
            + ' '
            + read("version").orElse("")
            + ' '
            + machine();
    return new HostInfo(node, details, systemId);
  }

  private static String machine() {
    String architecture = System.getProperty("os.arch");
    return architecture.equals("amd64") ? "x86_64" : architecture;
  }

  private static Optional<String> read(String name) {
    try {
      return Optional.of(Files.readString(KERNEL.resolve(name)).trim());
    } catch (IOException e) {
      // Not Linux: the platform's own properties serve.
      return Optional.empty();
    }
  }
}
