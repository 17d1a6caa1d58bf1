package org.jlvm.core.report.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds fields by what users call them: in any case, with or without underscores, and without the
 * prefix of the report's own type.
 */
public final class FieldNames {
  private final FieldTable<?> table;
  private final String prefix;
  private final Map<String, Optional<Field>> found = new HashMap<>();

  /**
   * @param reportTypes the types of the report; with just one, its prefix may be left out
   */
  public FieldNames(FieldTable<?> table, int reportTypes) {
    this.table = table;
    this.prefix = prefixOf(table, reportTypes);
  }

  private static String prefixOf(FieldTable<?> table, int types) {
    for (ObjectType type : table.objectTypes()) {
      if (type.bit() == types) {
        return type.prefix();
      }
    }
    return "";
  }

  public Optional<Field> find(String name) {
    return found.computeIfAbsent(name, this::search);
  }

  private Optional<Field> search(String name) {
    String plain = plain(name).toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    for (Field field : SpecialField.values()) {
      if (matches(field.id(), plain)) {
        return Optional.of(field);
      }
    }
    for (Field field : table.fields()) {
      if (matches(field.id(), plain)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Whether the name is the id without underscores, or what follows the prefix there. */
  private boolean matches(String id, String plain) {
    return equalsPlain(id, 0, plain)
        || (!prefix.isEmpty()
            && id.regionMatches(true, 0, prefix, 0, prefix.length() - 1)
            && equalsPlain(id, prefix.length() - 1, plain));
  }

  private static boolean equalsPlain(String id, int from, String plain) {
    // Most differ in the last character already.
    char last = id.charAt(id.length() - 1);
    if (last != '_' && last != plain.charAt(plain.length() - 1)) {
      return false;
    }
    int at = 0;
    for (int i = from; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '_') {
        continue;
      }
      if (at == plain.length() || plain.charAt(at) != c) {
        return false;
      }
      at++;
    }
    return at == plain.length();
  }

  private static String plain(String name) {
    return name.indexOf('_') < 0 ? name : name.replace("_", "");
  }

  /** The types whose fields {@code all}, {@code lv_all}, ... stand for; 0 if it is no such word. */
  public int groupOf(String name, int typesSoFar) {
    if (name.equalsIgnoreCase("all")) {
      if (prefix.isEmpty()) {
        return typesSoFar == 0 ? -1 : typesSoFar;
      }
      return typesSoFar | typesWithPrefix(prefix.substring(0, prefix.length() - 1));
    }
    String plain = plain(name);
    int types = 0;
    for (ObjectType type : table.objectTypes()) {
      String bare = type.prefix().substring(0, type.prefix().length() - 1);
      if (plain.equalsIgnoreCase(bare + "all")) {
        types |= type.bit();
      }
    }
    return types;
  }

  private int typesWithPrefix(String bare) {
    int types = 0;
    for (ObjectType type : table.objectTypes()) {
      if (type.prefix().length() == bare.length() + 1 && type.prefix().startsWith(bare)) {
        types |= type.bit();
      }
    }
    return types;
  }

  public List<Field> fieldsOf(int types) {
    List<Field> found = new ArrayList<>();
    for (Field field : table.fields()) {
      if ((field.object().bit() & types) != 0) {
        found.add(field);
      }
    }
    return found;
  }
}
