package org.jlvm.cli.lv;

import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.plan.raid.RaidSizes;
import org.jlvm.core.segtype.striped.StripedType;

/**
 * How many copies and stripes new volumes of a type may have.
 *
 * @param type name of the segment type
 * @param raid whether it is an array
 * @param mirrored whether it has copies of all
 * @param mostImages of them
 */
record CopyLimits(String type, boolean raid, boolean mirrored, int mostImages) {

  static CopyLimits of(String type) {
    boolean raid = type.startsWith("raid");
    boolean mirrored = type.equals("mirror") || type.equals("raid1") || type.startsWith("raid10");
    int most = raid ? RaidSizes.MOST_RAID1_IMAGES : StripedType.MAX_STRIPES;
    if (type.equals("mirror")) {
      most = Mirrors.MAX_IMAGES;
    } else if (type.startsWith("raid4") || type.startsWith("raid5")) {
      most -= 1;
    } else if (type.startsWith("raid6")) {
      most -= 2;
    }
    return new CopyLimits(type, raid, mirrored, most);
  }

  /** How many stripes there are if nothing is said. */
  int defaultStripes() {
    if (!raid || type.equals("raid1")) {
      return 1;
    }
    return type.startsWith("raid6") ? 3 : 2;
  }

  /** How many copies {@code -m} asks for, the first one counted. */
  long copies(ParsedCommand command, Messages messages) {
    if (!command.has(Opt.MIRRORS)) {
      return mirrored ? 2 : 1;
    }
    long count = command.number(Opt.MIRRORS, 0) + 1;
    if (count > 2 && type.startsWith("raid10")) {
      throw new UsageException("RAID10 currently supports only 2-way mirroring (i.e. '-m 1')");
    }
    if (count == 1) {
      if (mirrored) {
        throw new UsageException("--mirrors must be at least 1 with segment type " + type + '.');
      }
      messages.info("Redundant mirrors argument: default is 0");
    }
    return count;
  }

  /** Refuses more images than there may be. */
  void requireRoom(long copies, int stripes) {
    if (type.startsWith("raid10") && copies * stripes > mostImages) {
      throw tooMany(mostImages / copies, "stripes");
    }
    if (mirrored && copies > mostImages) {
      throw tooMany(mostImages, "mirrors");
    }
    if (!mirrored && stripes > mostImages) {
      throw tooMany(mostImages, "stripes");
    }
  }

  private UsageException tooMany(long most, String what) {
    return new UsageException(
        "Only up to " + most + ' ' + what + " in " + type + " supported currently.");
  }

  /** Refuses numbers of stripes and copies that an array of that type cannot have. */
  static void requireStripes(ParsedCommand command, String type) {
    long stripes = command.number(Opt.STRIPES, 0);
    boolean single = type.equals("raid1");
    if (single && stripes > 1) {
      throw new UsageException("Stripes argument cannot be used with segment type, " + type);
    }
    int least = type.startsWith("raid6") ? 3 : 2;
    if (!single && stripes > 0 && stripes < least) {
      throw new UsageException("Minimum of " + least + " stripes required for " + type + '.');
    }
    if (!single && !type.startsWith("raid10") && command.has(Opt.MIRRORS)) {
      throw new UsageException("Mirror argument cannot be used with segment type, " + type);
    }
  }
}
