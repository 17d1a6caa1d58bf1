package org.jlvm.core.message;

/** Asks the user a yes/no question. {@code --yes} answers yes; no terminal answers no. */
@FunctionalInterface
public interface Prompter {
  /**
   * @param question without the answer hint {@code " [y/n]: "}
   * @return whether the user agreed
   */
  default boolean confirm(String question) {
    return ask(question + " [y/n]: ");
  }

  /**
   * @param prompt the question as it is shown, with its answer hint
   * @return whether the user agreed
   */
  boolean ask(String prompt);

  /** The same for questions that {@code --yes} leaves open. */
  default Prompter regardlessOfYes() {
    return this;
  }
}
