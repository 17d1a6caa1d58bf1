package org.jlvm.core.report.field;

/** What a field's values are, which decides alignment, order and the operators of selections. */
public enum FieldType {
  STRING("string"),
  NUMBER("number"),
  SIZE("size"),
  PERCENT("percent"),
  TIME("time"),
  STRING_LIST("string list");

  private final String word;

  FieldType(String word) {
    this.word = word;
  }

  /** The name that help texts show. */
  public String word() {
    return word;
  }

  public boolean isRightAligned() {
    return this == NUMBER || this == SIZE;
  }

  public boolean isText() {
    return this == STRING || this == STRING_LIST;
  }

  /** Whether {@code json_std} writes the value without quotes. */
  public boolean isBareInStrictJson() {
    return this == NUMBER || this == PERCENT;
  }
}
