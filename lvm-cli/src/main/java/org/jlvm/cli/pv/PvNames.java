package org.jlvm.cli.pv;

import java.util.ArrayList;
import java.util.List;

/** Device names as operands: {@code :} and {@code @} in them may be escaped with a backslash. */
public final class PvNames {
  private PvNames() {}

  public static List<String> unescaped(List<String> operands) {
    List<String> names = new ArrayList<>(operands.size());
    for (String operand : operands) {
      names.add(unescaped(operand));
    }
    return names;
  }

  static String unescaped(String operand) {
    if (operand.indexOf('\\') < 0) {
      return operand;
    }
    StringBuilder name = new StringBuilder(operand.length());
    for (int i = 0; i < operand.length(); i++) {
      char c = operand.charAt(i);
      if (c == '\\' && i + 1 < operand.length() && "\\:@".indexOf(operand.charAt(i + 1)) >= 0) {
        i++;
        c = operand.charAt(i);
      }
      name.append(c);
    }
    return name.toString();
  }
}
