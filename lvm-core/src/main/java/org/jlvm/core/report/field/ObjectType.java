package org.jlvm.core.report.field;

/** A kind of thing that has fields. */
public interface ObjectType {
  /** Distinguishes the types of one table: a single bit, so that sets of types are ints. */
  int bit();

  /** What help texts call it: {@code Logical Volume}. */
  String description();

  /** How the names of its fields begin: {@code lv_}. */
  String prefix();
}
