package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;

/**
 * The tags of {@code allocation/cling_tag_list}, which tell physical volumes that belong together;
 * {@code @*} stands for any tag.
 */
public final class ClingTags {
  /** The setting is not there. */
  public static final ClingTags NONE = new ClingTags(false, List.of(), false);

  private final boolean present;
  private final List<String> tags;
  private final boolean anyTag;

  private ClingTags(boolean present, List<String> tags, boolean anyTag) {
    this.present = present;
    this.tags = tags;
    this.anyTag = anyTag;
  }

  /** The tags of a list; entries that are none are passed over. */
  public static ClingTags of(List<String> list) {
    List<String> tags = new ArrayList<>(list.size());
    boolean any = false;
    for (String entry : list) {
      if (entry.equals("@*")) {
        any = true;
      } else if (entry.length() > 1 && entry.charAt(0) == '@') {
        tags.add(entry.substring(1));
      }
    }
    return new ClingTags(true, List.copyOf(tags), any);
  }

  /** Warns, as lvm2 does on each allocation, of entries that are no tags. */
  public static void validate(List<String> list, Messages messages) {
    for (String entry : list) {
      String problem =
          entry.isEmpty()
              ? "empty string in config file entry allocation/cling_tag_list"
              : entry.charAt(0) != '@'
                  ? "string not starting with @ in config file entry allocation/cling_tag_list: "
                      + entry
                  : entry.length() == 1
                      ? "empty tag in config file entry allocation/cling_tag_list"
                      : "";
      if (!problem.isEmpty()) {
        messages.warn("WARNING: Ignoring " + problem);
      }
    }
  }

  /** Whether the setting is there, be it without a valid tag. */
  boolean isPresent() {
    return present;
  }

  /** Whether two volumes have one of these tags in common. */
  boolean join(PhysicalVolume one, PhysicalVolume other) {
    return join(one.tags(), other.tags());
  }

  boolean join(List<Tag> one, List<Tag> other) {
    for (Tag tag : one) {
      if ((anyTag || tags.contains(tag.value())) && other.contains(tag)) {
        return true;
      }
    }
    return false;
  }
}
