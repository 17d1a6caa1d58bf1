package org.jlvm.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.message.Messages;

/** The host's system ID (lvmsystemid(7)). */
public final class SystemId {
  private static final int LENGTH = 128;

  private SystemId() {}

  /** The ID, made of the characters that are allowed in one; warns if the source has none. */
  public static Optional<String> of(CommandContext context) {
    LvmSettings settings = context.settings();
    String source = settings.global().systemIdSource();
    if (source.equals("none")) {
      return Optional.empty();
    }
    Optional<String> id =
        read(source, settings, context.console())
            .map(SystemId::allowedCharacters)
            .filter(text -> !text.isEmpty());
    if (id.isEmpty()) {
      context.console().warn("WARNING: No system ID found from system_id_source " + source + ".");
    }
    return id;
  }

  private static Optional<String> read(String source, LvmSettings settings, Messages messages) {
    switch (source.toLowerCase(Locale.ROOT)) {
      case "uname":
        return Optional.of(HostFacts.nodeName());
      case "lvmlocal":
        return settings.local().systemId();
      case "machineid", "machine-id":
        return firstLine(Path.of(settings.global().etc(), "machine-id"), messages);
      case "file":
        return settings.global().systemIdFile().flatMap(f -> firstLine(Path.of(f), messages));
      default:
        messages.warn("WARNING: Unrecognised system_id_source \"" + source + "\".");
        return Optional.empty();
    }
  }

  /** The first line with something on it that is no comment. */
  private static Optional<String> firstLine(Path file, Messages messages) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      messages.warn("WARNING: " + file + ": fopen failed: " + reason(e));
      return Optional.empty();
    }
    for (String line : lines) {
      String text = line.strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException
        ? "No such file or directory"
        : String.valueOf(failure.getMessage());
  }

  private static String allowedCharacters(String text) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < text.length() && id.length() < LENGTH; i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (alphanumeric || (id.length() > 0 && "._-+".indexOf(c) >= 0)) {
        id.append(c);
      }
    }
    return id.toString();
  }
}
