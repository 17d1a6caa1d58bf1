package org.jlvm.core.config.table;

/** Properties of a setting. */
public enum SettingFlag {
  /** The name of the section is up to the user. */
  VARIABLE_NAME('v'),
  MAY_BE_EMPTY('e'),
  ADVANCED('a'),
  UNSUPPORTED('x'),
  /** May be set in command profiles. */
  PROFILABLE('P'),
  /** May be set in metadata profiles. */
  METADATA_PROFILABLE('M'),
  /** No default, or one that depends on more than LVM. */
  DEFAULT_UNDEFINED('u'),
  /** The default is printed as a comment, so that a later LVM may change it. */
  DEFAULT_COMMENTED('c'),
  OCTAL('o'),
  /** Whatever is in the section is right. */
  UNCHECKED('n'),
  /** Not to be changed for a command in the shell. */
  NOT_INTERACTIVE('t');

  private final char code;

  SettingFlag(char code) {
    this.code = code;
  }

  char code() {
    return code;
  }
}
