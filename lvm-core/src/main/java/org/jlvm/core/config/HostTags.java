package org.jlvm.core.config;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.jlvm.core.error.InitializationException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;

/** The tags of this host, from the tags sections of the files. */
final class HostTags {
  private static final int MAX_LENGTH = 127;

  private final String hostName;
  private final Messages messages;
  private final List<String> tags = new ArrayList<>();
  private boolean taggedWithHostName;

  HostTags(String hostName, Messages messages) {
    this.hostName = hostName;
    this.messages = messages;
  }

  /** Number of tags so far; more may come with each file. */
  int count() {
    return tags.size();
  }

  String get(int index) {
    return tags.get(index);
  }

  List<String> all() {
    return tags;
  }

  /**
   * Adds the tags that a file gives this host.
   *
   * @throws InitializationException if its tags section is malformed
   */
  void addFrom(ConfigSection root) {
    ConfigSection section = root.findSection("tags").orElse(null);
    if (section == null) {
      return;
    }
    if (!taggedWithHostName && section.getBoolean("hosttags", false)) {
      add(hostName);
      taggedWithHostName = true;
    }
    for (ConfigEntry entry : section.entries()) {
      if (entry.node() instanceof ConfigSection conditions) {
        String tag = entry.name().startsWith("@") ? entry.name().substring(1) : entry.name();
        if (!isValidName(tag)) {
          throw new InitializationException("Invalid tag in config file: " + entry.name());
        }
        if (matches(conditions)) {
          add(tag);
        }
      }
    }
  }

  private void add(String tag) {
    messages.show(Level.VERY_VERBOSE, "Setting host tag: " + tag);
    if (!tags.contains(tag)) {
      tags.add(tag);
    }
  }

  private boolean matches(ConfigSection conditions) {
    boolean passes = true;
    for (ConfigEntry entry : conditions.entries()) {
      if (entry.isSection()) {
        continue;
      }
      if (entry.name().equals("host_filter")) {
        throw new InitializationException("host_filter not supported yet");
      }
      if (entry.name().equals("host_list")) {
        if (isInList(entry)) {
          return true;
        }
        passes = false;
      }
    }
    return passes;
  }

  private boolean isInList(ConfigEntry list) {
    List<ConfigValue> hosts =
        list.node() instanceof ConfigValue.ArrayValue array
            ? array.elements()
            : List.of((ConfigValue) list.node());
    for (ConfigValue host : hosts) {
      if (!(host instanceof StringValue string)) {
        throw new InitializationException("Invalid hostname string for tag " + list.name());
      }
      if (string.value().equals(hostName)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValidName(String name) {
    if (name.isEmpty()
        || name.length() > MAX_LENGTH
        || name.charAt(0) == '-'
        || name.equals(".")
        || name.equals("..")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && "._-+".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
