package org.jlvm.core.message;

/** Asks the user a yes/no question. {@code --yes} answers yes; no terminal answers no. */
@FunctionalInterface
public interface Prompter {
  /**
   * @param question without the answer hint, which the prompter adds as {@code " [y/n]: "}
   * @return whether the user agreed
   */
  boolean confirm(String question);
}
