package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.config.text.MetadataWriter;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.UnknownEntries;
import org.jlvm.core.units.Sectors;

/** Writes the keys of one section, with unknown entries behind the keys they stood behind. */
final class SectionWriter {
  private final MetadataWriter out;
  private final List<UnknownEntries.Entry> pending;

  SectionWriter(MetadataWriter out, UnknownEntries unknown) {
    this.out = out;
    pending = new ArrayList<>(unknown.entries());
    after("");
  }

  MetadataWriter out() {
    return out;
  }

  void number(String key, long value) {
    out.value(key, value);
    after(key);
  }

  void number(String key, long value, String comment) {
    out.value(key, value, comment);
    after(key);
  }

  void size(String key, long value, Sectors size) {
    boolean commented = out.layout() == MetadataWriter.Layout.FILE;
    out.value(key, value, commented ? SizeComment.of(size) : "");
    after(key);
  }

  void string(String key, String value) {
    out.value(key, value);
    after(key);
  }

  /** A number, if there is one. */
  void number(String key, OptionalInt value) {
    if (value.isPresent()) {
      number(key, value.getAsInt());
    }
  }

  /** A string, if there is one. */
  void string(String key, Optional<String> value) {
    if (value.isPresent()) {
      string(key, value.get());
    }
  }

  void string(String key, String value, String comment) {
    out.value(key, value, comment);
    after(key);
  }

  void flags(Flags flags) {
    out.strings("status", names(flags, Flag.Kind.STATUS));
    after("status");
    out.strings("flags", names(flags, Flag.Kind.COMPATIBLE));
    after("flags");
  }

  private static List<String> names(Flags flags, Flag.Kind kind) {
    List<String> names = new ArrayList<>(4);
    for (Flag flag : flags.asList()) {
      if (flag.kind() == kind) {
        names.add(flag.name());
      }
    }
    return names;
  }

  void tags(List<Tag> tags) {
    if (!tags.isEmpty()) {
      List<String> names = new ArrayList<>(tags.size());
      for (Tag tag : tags) {
        names.add(tag.value());
      }
      out.strings("tags", names);
      after("tags");
    }
  }

  /** Writes the unknown entries that stood behind a key. */
  void after(String key) {
    while (!pending.isEmpty() && pending.get(0).afterKey().equals(key)) {
      ForeignLines.write(pending.remove(0).lines(), out);
    }
  }

  /** Writes unknown entries whose place is gone. */
  void rest() {
    for (UnknownEntries.Entry entry : pending) {
      ForeignLines.write(entry.lines(), out);
    }
    pending.clear();
  }
}
