package org.jlvm.core.config.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.config.text.ConfigBooleans;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigNode;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;

/** Compares a configuration with the {@linkplain SettingsTable table of settings}. */
public final class SettingCheck {
  /** Where the configuration comes from, which decides what it may contain. */
  public enum Place {
    ANYWHERE,
    COMMAND_PROFILE,
    METADATA_PROFILE
  }

  /**
   * What a check found.
   *
   * @param findings in the order of the configuration; empty if all is right
   * @param used paths of the definitions that occur, right or wrong
   * @param valid entries that are right, with their definitions
   */
  public record Result(List<SettingFinding> findings, Set<String> used, List<ValidSetting> valid) {
    public boolean isValid() {
      return findings.isEmpty();
    }
  }

  /** A setting with a value of an allowed kind. */
  public record ValidSetting(SettingDefinition definition, ConfigValue value) {}

  private final SettingsTable table;
  private final Place place;
  private final Set<SettingFlag> forbidden;
  private final List<SettingFinding> findings = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private final List<ValidSetting> valid = new ArrayList<>();

  private SettingCheck(SettingsTable table, Place place, Set<SettingFlag> forbidden) {
    this.table = table;
    this.place = place;
    this.forbidden = forbidden;
  }

  public static Result check(SettingsTable table, ConfigSection root, Place place) {
    return check(table, root, place, EnumSet.noneOf(SettingFlag.class));
  }

  /** A check that also refuses settings with any of the forbidden flags. */
  public static Result check(
      SettingsTable table, ConfigSection root, Place place, Set<SettingFlag> forbidden) {
    SettingCheck check = new SettingCheck(table, place, forbidden);
    for (ConfigEntry entry : root.entries()) {
      if (entry.isSection()) {
        check.entry("", "", entry);
      } else {
        check.report(
            entry.name(),
            entry,
            "Configuration setting \""
                + entry.name()
                + "\" invalid. It's not part of any section.");
      }
    }
    return new Result(List.copyOf(check.findings), Set.copyOf(check.used), check.valid);
  }

  private void entry(String parent, String parentPath, ConfigEntry entry) {
    String path = parentPath.isEmpty() ? entry.name() : parentPath + "/" + entry.name();
    Optional<SettingDefinition> found = table.resolve(parent, entry.name(), entry.isSection());
    if (found.isEmpty()) {
      String kind = entry.isSection() ? "section" : "setting";
      report(path, entry, "Configuration " + kind + " \"" + path + "\" unknown.");
      return;
    }
    SettingDefinition definition = found.get();
    used.add(definition.path());
    if (!isRightKind(definition, path, entry)
        || !isAllowedInProfile(definition, path, entry)
        || !isAllowedHere(definition, path, entry)) {
      return;
    }
    if (entry.node() instanceof ConfigValue value) {
      valid.add(new ValidSetting(definition, value));
    } else if (entry.node() instanceof ConfigSection section
        && !definition.has(SettingFlag.UNCHECKED)) {
      for (ConfigEntry inner : section.entries()) {
        entry(definition.path(), path, inner);
      }
    }
  }

  private boolean isRightKind(SettingDefinition definition, String path, ConfigEntry entry) {
    Optional<String> problem = problem(definition, path, entry.node());
    problem.ifPresent(message -> report(path, entry, message));
    return problem.isEmpty();
  }

  private static Optional<String> problem(
      SettingDefinition definition, String path, ConfigNode node) {
    if (node instanceof ConfigSection) {
      return definition.isSection() ? Optional.empty() : wrongType(definition, path, " section");
    }
    if (node instanceof ConfigValue.ArrayValue array) {
      List<ConfigValue> elements = array.elements();
      // An array of one is the same as its element.
      if (elements.size() != 1 && !definition.allows(SettingType.ARRAY)) {
        return wrongType(definition, path, " array");
      }
      if (elements.isEmpty() && !definition.has(SettingFlag.MAY_BE_EMPTY)) {
        return Optional.of(
            "Configuration setting \"" + path + "\" invalid. Empty value not allowed.");
      }
      for (ConfigValue element : elements) {
        Optional<String> problem = problem(definition, path, element);
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }
    return simpleProblem(definition, path, node);
  }

  private static Optional<String> simpleProblem(
      SettingDefinition definition, String path, ConfigNode node) {
    boolean isBoolean = definition.allows(SettingType.BOOLEAN);
    if (node instanceof ConfigValue.IntegerValue) {
      return isBoolean || definition.allows(SettingType.INTEGER)
          ? Optional.empty()
          : wrongType(definition, path, " integer");
    }
    if (node instanceof ConfigValue.FloatValue) {
      return definition.allows(SettingType.FLOAT)
          ? Optional.empty()
          : wrongType(definition, path, " float");
    }
    StringValue string = (StringValue) node;
    if (isBoolean) {
      return ConfigBooleans.parse(string).isPresent()
          ? Optional.empty()
          : Optional.of(
              "Configuration setting \""
                  + path
                  + "\" invalid. Found string value \""
                  + string.value()
                  + "\", expected boolean value: 0/1, \"y/n\", \"yes/no\", \"on/off\","
                  + " \"true/false\".");
    }
    if (!definition.allows(SettingType.STRING)) {
      return wrongType(definition, path, " string");
    }
    return string.value().isEmpty() && !definition.has(SettingFlag.MAY_BE_EMPTY)
        ? Optional.of(
            "Configuration setting \"" + path + "\" invalid. It cannot be set to an empty value.")
        : Optional.empty();
  }

  private static Optional<String> wrongType(
      SettingDefinition definition, String path, String found) {
    return Optional.of(
        "WARNING: Configuration setting \""
            + path
            + "\" has invalid type. Found"
            + found
            + " but expected"
            + definition.typeNames()
            + ".");
  }

  private boolean isAllowedInProfile(SettingDefinition definition, String path, ConfigEntry entry) {
    boolean forMetadata = definition.has(SettingFlag.METADATA_PROFILABLE);
    String start = "Configuration " + kind(entry) + " \"" + path + "\" is ";
    if (place == Place.ANYWHERE) {
      return true;
    }
    if (!definition.has(SettingFlag.PROFILABLE)) {
      report(path, entry, start + "not customizable by a profile.");
      return false;
    }
    if (place == Place.COMMAND_PROFILE && forMetadata) {
      report(path, entry, start + "customizable by metadata profile only, not command profile.");
      return false;
    }
    if (place == Place.METADATA_PROFILE && !forMetadata && !entry.isSection()) {
      report(path, entry, start + "customizable by command profile only, not metadata profile.");
      return false;
    }
    return true;
  }

  private boolean isAllowedHere(SettingDefinition definition, String path, ConfigEntry entry) {
    for (SettingFlag flag : forbidden) {
      if (definition.has(flag)) {
        report(
            path, entry, "Configuration " + kind(entry) + " \"" + path + "\" is not allowed here.");
        return false;
      }
    }
    return true;
  }

  private static String kind(ConfigEntry entry) {
    return entry.isSection() ? "section" : "option";
  }

  private void report(String path, ConfigEntry entry, String message) {
    findings.add(new SettingFinding(path, entry, message));
  }
}
