package org.jlvm.cli.pv;

import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LvmId;

/** Reads ids as users type them, and says as lvm2 does what is wrong with one. */
final class IdTexts {
  private IdTexts() {}

  /**
   * @throws UsageException if it is none
   */
  static LvmId parse(String text) {
    StringBuilder plain = new StringBuilder(LvmId.LENGTH);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-') {
        continue;
      }
      if (plain.length() == LvmId.LENGTH) {
        throw new UsageException("Too many characters to be uuid.");
      }
      plain.append(c);
    }
    if (plain.length() < LvmId.LENGTH) {
      throw new UsageException("Couldn't read uuid: incorrect number of characters.");
    }
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean known = c < 0x80 && (Character.isLetterOrDigit(c) || c == '!' || c == '#');
      if (!known) {
        throw new UsageException("UUID contains invalid character '" + c + "'");
      }
    }
    return new LvmId(plain.toString());
  }
}
