package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/** Bytes or text do not follow the on-disk or configuration format; the message has the place. */
public final class FormatException extends LvmException {
  private static final long serialVersionUID = 1L;

  /** What the reader may conclude about what it read. */
  public enum Kind {
    /** Damaged, or never valid. */
    CORRUPT,
    /** Intact as far as can be told, but of a version or kind that this program does not know. */
    UNSUPPORTED,
    /** A physical volume without an id. */
    NAMELESS,
    /** A label whose checksum is not that of its contents. */
    UNSEALED
  }

  private final Kind kind;

  /** Of kind {@link Kind#CORRUPT}. */
  public FormatException(String message) {
    this(Kind.CORRUPT, message, null);
  }

  /** Of kind {@link Kind#CORRUPT}. */
  public FormatException(String message, @Nullable Throwable cause) {
    this(Kind.CORRUPT, message, cause);
  }

  private FormatException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public static FormatException unsupported(String message) {
    return new FormatException(Kind.UNSUPPORTED, message, null);
  }

  public static FormatException nameless(String message) {
    return new FormatException(Kind.NAMELESS, message, null);
  }

  public static FormatException unsealed(String message) {
    return new FormatException(Kind.UNSEALED, message, null);
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public int exitStatus() {
    return 5;
  }
}
