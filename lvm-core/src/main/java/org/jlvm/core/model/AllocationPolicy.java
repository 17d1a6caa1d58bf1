package org.jlvm.core.model;

import java.util.Optional;

/** Where new extents may be put, strictest first; the order in which lvm2 tries them (lvm(8)). */
public enum AllocationPolicy {
  CONTIGUOUS("contiguous", 'c'),
  CLING("cling", 'l'),
  CLING_BY_TAGS("cling_by_tags", 't'),
  NORMAL("normal", 'n'),
  ANYWHERE("anywhere", 'a'),
  INHERIT("inherit", 'i');

  private final String text;
  private final char attributeCharacter;

  AllocationPolicy(String text, char attributeCharacter) {
    this.text = text;
    this.attributeCharacter = attributeCharacter;
  }

  /** The word in metadata and on command lines. */
  public String text() {
    return text;
  }

  /** The character in {@code vg_attr} and {@code lv_attr}; upper case there when locked. */
  public char attributeCharacter() {
    return attributeCharacter;
  }

  /** The policy of a word; {@code cling_by_tags} is part of cling, as lvm2 has it. */
  public static Optional<AllocationPolicy> ofText(String text) {
    if (text.equals(CLING_BY_TAGS.text)) {
      return Optional.of(CLING);
    }
    for (AllocationPolicy policy : values()) {
      if (policy.text.equals(text)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
