package org.jlvm.cli.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Under a condition, a form refuses or needs certain options, kinds of LV, or properties of an LV.
 * The condition holds if any of its options is set, the LV is of any of its types and has all of
 * its properties; what is not mentioned holds.
 *
 * @param when the condition
 * @param needs whether everything in {@code what} must be there, or nothing of it may
 * @param what what is looked at
 */
public record Rule(Terms when, boolean needs, Terms what) {

  /**
   * @param options options, set or not
   * @param lvTypes types of logical volume: {@code raid1}
   * @param lvProperties properties of a logical volume: {@code locked} for {@code lv_is_locked}
   */
  public record Terms(List<Opt> options, List<String> lvTypes, List<String> lvProperties) {
    public boolean aboutOptionsOnly() {
      return lvTypes.isEmpty() && lvProperties.isEmpty();
    }
  }

  /** Reads {@code * refuses is:locked}, {@code zero needs lv:thinpool} and the like. */
  static Rule parse(String text) {
    Terms when = newTerms();
    Terms what = newTerms();
    Terms current = when;
    boolean needs = false;
    for (String word : Words.split(text, ' ')) {
      if (word.equals("needs") || word.equals("refuses")) {
        needs = word.equals("needs");
        current = what;
      } else if (word.startsWith("lv:")) {
        current.lvTypes().addAll(Words.split(word.substring(3), '_'));
      } else if (word.startsWith("is:")) {
        current.lvProperties().add(word.substring(3));
      } else if (!word.equals("*")) {
        current.options().add(Opt.of(word));
      }
    }
    return new Rule(when, needs, what);
  }

  private static Terms newTerms() {
    return new Terms(new ArrayList<>(2), new ArrayList<>(2), new ArrayList<>(2));
  }
}
