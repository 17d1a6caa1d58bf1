package org.jlvm.core.config.table;

/** What a setting may hold; in the order in which lvm2 names them in messages. */
public enum SettingType {
  ARRAY('[', "array"),
  SECTION('{', "section"),
  BOOLEAN('b', "boolean"),
  INTEGER('i', "integer"),
  FLOAT('f', "float"),
  STRING('s', "string");

  private final char code;
  private final String word;

  SettingType(char code, String word) {
    this.code = code;
    this.word = word;
  }

  /** Letter in the table. */
  char code() {
    return code;
  }

  /** Name in messages. */
  String word() {
    return word;
  }
}
