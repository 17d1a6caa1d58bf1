package org.jlvm.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.config.text.ConfigBooleans;
import org.jlvm.core.config.text.ConfigNode;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.jlvm.core.message.Messages;

/**
 * The configuration of one command: layers, of which the first that mentions a setting decides. A
 * value of the wrong kind counts as the default, without looking further, as in lvm2. Ordinary code
 * asks {@code LvmSettings}, which knows the paths and defaults.
 *
 * @param systemDir directory of lvm.conf and its companions, empty for none
 * @param layers the highest first
 * @param hostTags tags of this host, in the order found
 * @param files all files that were read
 * @param messages where warnings about unusable values go
 */
public record LvmConfig(
    String systemDir,
    List<ConfigLayer> layers,
    List<String> hostTags,
    List<ConfigFile> files,
    Messages messages) {
  public LvmConfig {
    layers = List.copyOf(layers);
    hostTags = List.copyOf(hostTags);
    files = List.copyOf(files);
  }

  /** A configuration without any settings. */
  public static LvmConfig empty(String systemDir, Messages messages) {
    return new LvmConfig(systemDir, List.of(), List.of(), List.of(), messages);
  }

  /** The value or section that decides. */
  public Optional<ConfigNode> find(String path) {
    for (int i = 0; i < layers.size(); i++) {
      Optional<ConfigNode> node = layers.get(i).root().find(path);
      if (node.isPresent()) {
        return node;
      }
    }
    return Optional.empty();
  }

  /** A string that is not empty. */
  public Optional<String> findString(String path) {
    Optional<ConfigValue> value = simpleValue(path);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof StringValue string) {
      return string.value().isEmpty() ? Optional.empty() : Optional.of(string.value());
    }
    warnUnsupported(path);
    return Optional.empty();
  }

  /** A string that is not empty; what cannot be used is warned of. */
  public String string(String path, String fallback) {
    Optional<ConfigValue> value = simpleValue(path);
    if (value.isEmpty()) {
      return fallback;
    }
    if (value.get() instanceof StringValue string && !string.value().isEmpty()) {
      return string.value();
    }
    warnUnsupported(path);
    return fallback;
  }

  /** A string that may be empty. */
  public Optional<String> findStringAllowingEmpty(String path) {
    Optional<ConfigValue> value = simpleValue(path);
    if (value.isPresent() && !(value.get() instanceof StringValue)) {
      warnUnsupported(path);
    }
    return value.isPresent() && value.get() instanceof StringValue string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  public int integer(String path, int fallback) {
    return (int) number(path, fallback);
  }

  public long number(String path, long fallback) {
    return simpleValue(path).orElse(null) instanceof ConfigValue.IntegerValue number
        ? number.value()
        : fallback;
  }

  /** A number that has no fixed default. */
  public OptionalInt findInteger(String path) {
    return simpleValue(path).orElse(null) instanceof ConfigValue.IntegerValue number
        ? OptionalInt.of((int) number.value())
        : OptionalInt.empty();
  }

  public double floating(String path, double fallback) {
    return simpleValue(path).orElse(null) instanceof ConfigValue.FloatValue number
        ? number.value()
        : fallback;
  }

  public boolean bool(String path, boolean fallback) {
    Optional<ConfigValue> value = simpleValue(path);
    return value.isEmpty() ? fallback : ConfigBooleans.parse(value.get()).orElse(fallback);
  }

  /** The elements of an array; a single value counts as an array of one. */
  public Optional<List<ConfigValue>> findArray(String path) {
    ConfigNode node = find(path).orElse(null);
    if (node instanceof ConfigValue.ArrayValue array) {
      return Optional.of(array.elements());
    }
    return node instanceof ConfigValue value ? Optional.of(List.of(value)) : Optional.empty();
  }

  /** The strings of an array; elements of other kinds are left out. */
  public Optional<List<String>> findStrings(String path) {
    Optional<List<ConfigValue>> array = findArray(path);
    if (array.isEmpty()) {
      return Optional.empty();
    }
    List<String> strings = new ArrayList<>(array.get().size());
    for (ConfigValue element : array.get()) {
      if (element instanceof StringValue string) {
        strings.add(string.value());
      }
    }
    return Optional.of(strings);
  }

  /** The layer from a source, if there is one. */
  public Optional<ConfigSection> layer(ConfigSource source) {
    for (ConfigLayer layer : layers) {
      if (layer.source() == source) {
        return Optional.of(layer.root());
      }
    }
    return Optional.empty();
  }

  /** This configuration with a layer put where it belongs, in place of one from that source. */
  public LvmConfig with(ConfigLayer added) {
    List<ConfigLayer> changed = new ArrayList<>(layers.size() + 1);
    int position = 0;
    for (ConfigLayer layer : layers) {
      if (layer.source() != added.source()) {
        changed.add(layer);
        if (layer.source().compareTo(added.source()) < 0) {
          position = changed.size();
        }
      }
    }
    changed.add(position, added);
    return new LvmConfig(systemDir, changed, hostTags, files, messages);
  }

  /** This configuration without what comes from a source. */
  public LvmConfig without(ConfigSource source) {
    List<ConfigLayer> left = new ArrayList<>(layers);
    left.removeIf(layer -> layer.source() == source);
    return new LvmConfig(systemDir, left, hostTags, files, messages);
  }

  /** The single value at a path; an array of one is its element, as in lvm2. */
  private Optional<ConfigValue> simpleValue(String path) {
    ConfigNode node = find(path).orElse(null);
    if (node instanceof ConfigValue.ArrayValue array && !array.elements().isEmpty()) {
      return Optional.of(array.elements().get(0));
    }
    return node instanceof ConfigValue value ? Optional.of(value) : Optional.empty();
  }

  private void warnUnsupported(String path) {
    messages.warn("WARNING: Ignoring unsupported value for " + path + ".");
  }
}
