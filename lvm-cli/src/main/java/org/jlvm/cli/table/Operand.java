package org.jlvm.cli.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Something named on the command line.
 *
 * @param types the alternatives, in the order of usage texts
 * @param lvTypes kinds of logical volume accepted; empty for all
 * @param isNew whether it must not exist yet
 * @param repeats whether more of them may follow
 */
public record Operand(List<ValueType> types, List<String> lvTypes, boolean isNew, boolean repeats) {

  /** Reads {@code LV_thin_raid|VG|Tag...}. */
  static Operand parse(String token) {
    boolean repeats = token.endsWith("...");
    String text = repeats ? token.substring(0, token.length() - 3) : token;
    List<ValueType> types = new ArrayList<>(4);
    List<String> lvTypes = new ArrayList<>(0);
    boolean isNew = false;
    for (String part : Words.split(text, '|')) {
      List<String> words = Words.split(part, '_');
      types.add(ValueType.ofLabel(words.get(0)));
      for (int i = 1; i < words.size(); i++) {
        if (words.get(i).equals("new")) {
          isNew = true;
        } else {
          lvTypes.add(words.get(i));
        }
      }
    }
    return new Operand(types, lvTypes, isNew, repeats);
  }

  public boolean accepts(ValueType type) {
    return types.contains(type);
  }
}
