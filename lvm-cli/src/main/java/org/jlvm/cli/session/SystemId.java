package org.jlvm.cli.session;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.core.config.settings.LvmSettings;

/** The host's system ID (lvmsystemid(7)). */
final class SystemId {
  private SystemId() {}

  static Optional<String> of(LvmSettings settings, CommandContext context) {
    return switch (settings.global().systemIdSource()) {
      case "uname" -> Optional.of(HostFacts.nodeName());
      case "lvmlocal" -> settings.local().systemId();
      default -> Optional.empty();
    };
  }
}
