package org.jlvm.dm.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message between client and daemon: a word, the length of the text, both as 32 bits with the
 * most significant byte first, then the text.
 *
 * @param word a command's number; in answers 0 or a negative error number
 */
public record EventMessage(int word, String text) {
  static final int HEAD = 2 * Integer.BYTES;

  /** Nobody asks for more; answers list all devices and may be longer. */
  static final int LONGEST_REQUEST = 64 * 1024;

  static final int LONGEST_ANSWER = 16 * 1024 * 1024;

  /** The message in a direct buffer, ready to be written. */
  ByteBuffer encode() {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.allocateDirect(HEAD + bytes.length);
    return buffer.putInt(word).putInt(bytes.length).put(bytes).flip();
  }

  /** What the message is about, before the first blank of the text. */
  public String id() {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }
}
