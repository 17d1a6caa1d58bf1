package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.units.Sectors;

/**
 * Target raid: the kernel's md levels. Text: {@code level #params chunk_size [option]* #devices
 * [metadata data]+}, where a dash stands for a device that is missing.
 *
 * @param level as {@code raid1} or {@code raid6_zr}
 * @param chunkSize zero for levels without stripes
 */
public record RaidParams(
    String level, Sectors chunkSize, List<RaidOption> options, List<Member> members)
    implements TargetParams {
  static final String TYPE = "raid";

  /** One device of the array: its superblock and bitmap, and its data. */
  public record Member(Optional<DeviceNumber> metadata, Optional<DeviceNumber> data) {
    private static Member read(Words words) {
      return new Member(device(words), device(words));
    }

    private static Optional<DeviceNumber> device(Words words) {
      if (words.peek().equals("-")) {
        words.word();
        return Optional.empty();
      }
      return Optional.of(words.device());
    }

    @Override
    public String toString() {
      return (metadata.isPresent() ? metadata.get().toString() : "-")
          + " "
          + (data.isPresent() ? data.get().toString() : "-");
    }
  }

  public RaidParams {
    options = List.copyOf(options);
    members = List.copyOf(members);
  }

  static RaidParams parse(String text) {
    Words words = new Words("raid table", text);
    String level = words.word();
    int parameters = words.count();
    if (parameters == 0) {
      throw words.error("has no chunk size");
    }
    Sectors chunkSize = words.sectors();
    List<RaidOption> options = new ArrayList<>();
    for (int used = 1; used < parameters; ) {
      RaidOption option = RaidOption.read(words);
      options.add(option);
      used += option.words();
    }
    int count = words.count();
    List<Member> members = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      members.add(Member.read(words));
    }
    words.end();
    return new RaidParams(level, chunkSize, options, members);
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    int parameters = 1;
    StringBuilder optionText = new StringBuilder();
    for (RaidOption option : options) {
      parameters += option.words();
      optionText.append(' ').append(option);
    }
    StringBuilder text = new StringBuilder(level);
    text.append(' ').append(parameters).append(' ').append(chunkSize.count()).append(optionText);
    text.append(' ').append(members.size());
    for (Member member : members) {
      text.append(' ').append(member);
    }
    return text.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    List<DeviceNumber> devices = new ArrayList<>(2 * members.size());
    for (Member member : members) {
      member.metadata().ifPresent(devices::add);
      member.data().ifPresent(devices::add);
    }
    return devices;
  }
}
