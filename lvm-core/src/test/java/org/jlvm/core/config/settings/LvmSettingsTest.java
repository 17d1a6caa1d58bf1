package org.jlvm.core.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jlvm.core.config.ComputedDefaults;
import org.jlvm.core.config.ConfigLayer;
import org.jlvm.core.config.ConfigSource;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.RecordingMessages;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingFlag;
import org.jlvm.core.config.table.SettingType;
import org.jlvm.core.config.table.SettingsTable;
import org.jlvm.core.config.text.ConfigParser;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.junit.jupiter.api.Test;

/** The typed accessors against the table of settings. */
class LvmSettingsTest {
  private static final LvmConfig EMPTY = LvmConfig.empty("/etc/lvm", new RecordingMessages());

  private final List<SettingDefinition> current =
      SettingsTable.load().all().stream()
          .filter(s -> !s.isSection() && s.deprecated().isEmpty())
          .filter(s -> !s.path().startsWith("tags/"))
          .toList();

  @Test
  void everySettingHasAnAccessorWithTheDefaultOfTheTable() throws Exception {
    ComputedDefaults defaults = new ComputedDefaults(EMPTY, "6.1.0");
    Map<String, Object> accessors = accessors(EMPTY);
    for (SettingDefinition setting : current) {
      Object actual = accessors.get(setting.path());
      assertThat(actual).as(setting.path()).isNotNull();
      assertThat(plain(actual))
          .as(setting.path())
          .isEqualTo(expected(setting, defaults.defaultOf(setting)));
    }
    // Some that are deprecated are read all the same.
    assertThat(SettingsTable.load().all())
        .extracting(SettingDefinition::path)
        .containsAll(accessors.keySet());
  }

  @Test
  void everyAccessorReadsItsSetting() throws Exception {
    for (SettingDefinition setting : current) {
      String value = setting.allows(SettingType.STRING) ? "\"odd value\"" : "77";
      if (setting.allows(SettingType.BOOLEAN)) {
        value = setting.fixedDefault().orElseThrow().equals(ConfigValue.integer(1)) ? "0" : "1";
      }
      LvmConfig config =
          EMPTY.with(
              new ConfigLayer(
                  ConfigSource.FILES,
                  ConfigParser.parseConfig(setting.path() + "=" + value).root()));
      assertThat(plain(accessors(config).get(setting.path())))
          .as(setting.path())
          .isNotEqualTo(plain(accessors(EMPTY).get(setting.path())));
    }
  }

  private static Map<String, Object> accessors(LvmConfig config) throws Exception {
    Map<String, Object> values = new TreeMap<>();
    LvmSettings settings = new LvmSettings(config);
    for (Method group : declared(LvmSettings.class)) {
      String section = group.getName().equals("check") ? "config" : group.getName();
      Object accessor = group.invoke(settings);
      for (Method method : declared(accessor.getClass())) {
        values.put(section + "/" + snake(method.getName()), method.invoke(accessor));
      }
    }
    return values;
  }

  private static List<Method> declared(Class<?> type) {
    return java.util.Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getParameterCount() == 0)
        .filter(
            m ->
                !List.of("config", "hashCode", "toString", "withoutCommandLine")
                    .contains(m.getName()))
        .toList();
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }

  private static Object plain(Object value) {
    if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value.equals(java.util.OptionalInt.empty()) ? Optional.empty() : value;
  }

  private static Object expected(SettingDefinition setting, Optional<ConfigValue> byDefault) {
    boolean undefined = setting.has(SettingFlag.DEFAULT_UNDEFINED);
    if (setting.path().equals("allocation/cache_pool_max_chunks")) {
      return 0L;
    }
    if (undefined || byDefault.isEmpty()) {
      return Optional.empty();
    }
    ConfigValue value = byDefault.get();
    if (value instanceof ConfigValue.IntegerValue number) {
      return number.value();
    }
    if (value instanceof ConfigValue.ArrayValue array) {
      return array.elements().stream().map(e -> ((StringValue) e).value()).toList();
    }
    return ((StringValue) value).value();
  }
}
