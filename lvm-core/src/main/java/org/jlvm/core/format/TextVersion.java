package org.jlvm.core.format;

import java.util.Optional;
import org.jlvm.core.config.text.LvmText;
import org.jlvm.core.model.LvmId;

/**
 * Which version of which group a metadata text is. Found in one pass over its bytes, which is much
 * less than reading it: braces and quotes must match, but what stands between them is not looked
 * at.
 *
 * @param vgId the group's id
 * @param seqno its sequence number
 */
public record TextVersion(LvmId vgId, long seqno) {
  private static final String ID = "id = \"";
  private static final String SEQNO = "seqno = ";
  private static final int MAX_SEQNO_DIGITS = 10;

  /** The version of a text; nothing if it is cut off, damaged or unlike those that are written. */
  public static Optional<TextVersion> of(byte[] text) {
    Outline outline = new Outline(text);
    if (!outline.isWhole()) {
      return Optional.empty();
    }
    return outline.version();
  }

  /** Follows the sections of a text. */
  private static final class Outline {
    private final byte[] text;
    private int depth;
    private int idAt = -1;
    private int seqnoAt = -1;

    Outline(byte[] text) {
      this.text = text;
    }

    boolean isWhole() {
      int at = 0;
      while (at >= 0 && at < text.length) {
        at = after(at);
      }
      return at == text.length && depth == 0 && idAt >= 0 && seqnoAt >= 0;
    }

    /** Where what begins here ends; -1 if it does not. */
    private int after(int at) {
      switch (text[at]) {
        case '"':
          return afterQuoted(at + 1);
        case '#':
          return afterComment(at);
        case '{':
          depth++;
          return at + 1;
        case '}':
          depth--;
          return depth < 0 ? -1 : at + 1;
        case 0:
          return -1;
        case 'i':
          if (depth == 1 && idAt < 0 && begins(ID, at)) {
            idAt = at + ID.length();
          }
          return at + 1;
        case 's':
          if (depth == 1 && seqnoAt < 0 && begins(SEQNO, at)) {
            seqnoAt = at + SEQNO.length();
          }
          return at + 1;
        default:
          return at + 1;
      }
    }

    private int afterQuoted(int from) {
      int at = from;
      while (at < text.length && text[at] != '"') {
        at += text[at] == '\\' ? 2 : 1;
      }
      return at < text.length ? at + 1 : -1;
    }

    private int afterComment(int from) {
      int at = from;
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      return at;
    }

    /** Whether a line of one level begins so. */
    private boolean begins(String key, int at) {
      if (at < 2 || text[at - 1] != '\t' || text[at - 2] != '\n') {
        return false;
      }
      for (int i = 0; i < key.length(); i++) {
        if (at + i >= text.length || text[at + i] != key.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    Optional<TextVersion> version() {
      String id = LvmText.decode(text, idAt, afterQuoted(idAt) - 1);
      int end = seqnoAt;
      while (end < text.length && text[end] >= '0' && text[end] <= '9') {
        end++;
      }
      int digits = end - seqnoAt;
      if (!LvmId.isParsable(id) || digits == 0 || digits > MAX_SEQNO_DIGITS) {
        return Optional.empty();
      }
      long seqno = Long.parseLong(LvmText.decode(text, seqnoAt, end));
      return Optional.of(new TextVersion(LvmId.parse(id), seqno));
    }
  }
}
