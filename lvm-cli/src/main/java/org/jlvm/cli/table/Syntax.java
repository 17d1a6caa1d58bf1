package org.jlvm.cli.table;

/** How a form is presented: lvm2 hides old ways of saying things from its short help. */
public enum Syntax {
  PRIMARY,
  SECONDARY,
  PREVIOUS
}
