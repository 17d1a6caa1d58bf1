package org.jlvm.core.engine.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.model.VolumeGroup;

/**
 * Metadata from a file that is to go to disk: raw as {@code pvck --dump} gives it, or a backup.
 *
 * @param text as it goes to disk, with its closing NUL
 * @param vg the group
 */
public record MetadataInput(byte[] text, VolumeGroup vg) {
  private static final String BACKUP_START = "# Generated";
  private static final int SHORTEST = 129;

  /**
   * Reads a file.
   *
   * @param name what the user calls it
   * @throws FailedException if it is no metadata, or the user does not want it
   */
  public static MetadataInput read(Path file, String name, Messages messages, Prompter prompter) {
    byte[] contents = contents(file, name);
    byte[] text =
        start(contents).startsWith(BACKUP_START)
            ? fromBackup(contents)
            : Arrays.copyOf(contents, contents.length + 1);
    check(text, messages, prompter);
    return new MetadataInput(text, VgTextReader.read(withoutEnd(text)));
  }

  /**
   * The text of a backup as it would be on disk, with its closing NUL.
   *
   * @param name what the user calls the file
   * @throws FailedException if it is no backup
   */
  public static byte[] ofBackup(Path file, String name) {
    byte[] contents = contents(file, name);
    if (!start(contents).startsWith(BACKUP_START)) {
      throw new FailedException("File does not appear to contain a metadata backup.");
    }
    return fromBackup(contents);
  }

  private static byte[] contents(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw new FailedException("Cannot read file: " + name);
    }
    byte[] contents;
    try {
      contents = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FailedException("Cannot open file: " + name, e);
    }
    if (contents.length == 0) {
      throw new FailedException("Empty file: " + name);
    }
    return contents;
  }

  private static byte[] withoutEnd(byte[] text) {
    int length = text.length;
    while (length > 0 && text[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(text, length);
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
  }

  private static void check(byte[] text, Messages messages, Prompter prompter) {
    if (text.length < SHORTEST) {
      throw new FailedException("Invalid raw text metadata in file.  File size is too small.");
    }
    if (start(text).startsWith("  ") && RawText.string(text).contains("---")) {
      messages.error("Invalid raw text metadata in file.");
      throw new FailedException("(pvck stdout is not valid input, see pvck -f.)");
    }
    boolean ends = text[text.length - 2] == '\n' && text[text.length - 3] == '\n';
    if (!ends) {
      messages.warn("WARNING: Unexpected final bytes of raw metadata, expected \\n\\n\\0.");
    }
    if (RawText.groupNameLength(text, 0) > 0) {
      return;
    }
    messages.warn("WARNING: File data does not begin with a VG name and may be invalid.");
    if (!prompter.ask("Write input file data to disk?")) {
      throw new FailedException("Invalid raw text metadata in file.");
    }
  }

  /** A backup has its header first, is indented, and has comments; on disk it is the reverse. */
  private static byte[] fromBackup(byte[] backup) {
    int group = groupStart(backup);
    ByteArrayOutputStream text = new ByteArrayOutputStream(backup.length);
    int at = group;
    while (at < backup.length) {
      int end = lineEnd(backup, at);
      strip(backup, at, end, text);
      at = end + 1;
    }
    text.write(backup, 0, group);
    text.write(0);
    return text.toByteArray();
  }

  private static int groupStart(byte[] backup) {
    int at = 0;
    while (at < backup.length) {
      if (RawText.groupNameLength(backup, at) > 0) {
        return at;
      }
      at = lineEnd(backup, at) + 1;
    }
    throw new FailedException("Invalid raw text metadata in file.  (No VG UUID found.)");
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static void strip(byte[] bytes, int from, int end, ByteArrayOutputStream text) {
    int first = from;
    while (first < end && bytes[first] == '\t') {
      first++;
    }
    int last = first;
    while (last < end && !startsComment(bytes, last, end)) {
      last++;
    }
    text.write(bytes, first, last - first);
    text.write('\n');
  }

  private static boolean startsComment(byte[] bytes, int at, int end) {
    if (bytes[at] != '\t') {
      return false;
    }
    for (int i = at; i < end; i++) {
      if (bytes[i] == '#') {
        return true;
      }
    }
    return false;
  }
}
