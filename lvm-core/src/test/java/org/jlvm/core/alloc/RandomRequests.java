package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SizeFormat;

/** Random wishes, each as a command line for lvm2 and as a request to the allocator. */
final class RandomRequests {
  private static final LvmId NEW_ID = new LvmId("NewNewNewNewNewNewNewNewNewNewNe");
  private static final String[] EXTENT_SIZES = {"64k", "128k", "256k", "1m"};
  private static final String[] TAG_LISTS = {"@t0", "@t0\", \"@t1", "@*"};

  private final Random random;
  private final boolean maximiseCling;
  private final List<String> tags;
  private int names;

  RandomRequests(Random random) {
    this.random = random;
    maximiseCling = random.nextInt(3) > 0;
    tags =
        random.nextInt(3) == 0
            ? List.of(TAG_LISTS[random.nextInt(TAG_LISTS.length)].split("\", \""))
            : List.of();
  }

  /** A wish. */
  abstract static class Request {
    private final String name;
    private final List<String> command;

    Request(String name, List<String> command) {
      this.name = name;
      this.command = command;
    }

    String name() {
      return name;
    }

    List<String> command() {
      return command;
    }

    /** The changed volume; empty if nothing is to be done. */
    abstract Optional<LogicalVolume> compute(
        VolumeGroup vg, PvOperands.Devices devices, Messages messages, SizeFormat format);
  }

  String extentSize() {
    return EXTENT_SIZES[random.nextInt(EXTENT_SIZES.length)];
  }

  String groupPolicy() {
    return random.nextInt(3) > 0 ? "normal" : policy().text();
  }

  String configuration() {
    String all = "allocation/maximise_cling=" + (maximiseCling ? 1 : 0);
    return tags.isEmpty()
        ? all
        : all + " allocation/cling_tag_list=[ \"" + String.join("\", \"", tags) + "\" ]";
  }

  private AllocationSettings settings() {
    ClingTags cling = tags.isEmpty() ? ClingTags.NONE : ClingTags.of(tags);
    return new AllocationSettings(maximiseCling, cling, false);
  }

  private AllocationPolicy policy() {
    return AllocationPolicy.values()[random.nextInt(5)];
  }

  private Optional<AllocationPolicy> somePolicy() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(policy());
  }

  Request create(VolumeGroup vg) {
    String name = "lv" + names++;
    Amount amount = amount(vg, Sign.NONE, false);
    SegmentType type = type();
    boolean virtual = type instanceof VirtualType;
    int stripes = virtual || random.nextBoolean() ? 1 : 1 + random.nextInt(4);
    Sectors stripeSize = stripes > 1 ? stripeSize() : Sectors.ZERO;
    Optional<AllocationPolicy> policy = somePolicy();
    List<String> operands = virtual ? List.of() : operands(vg);
    List<String> command = new ArrayList<>(List.of("lvcreate", "-an", "-Zn", "-Wn", "-y"));
    command.addAll(List.of("-n", name));
    addType(command, type);
    addAmount(command, amount);
    if (!virtual) {
      command.addAll(List.of("-i", Integer.toString(stripes)));
    }
    addStripeSize(command, stripeSize);
    policy.ifPresent(chosen -> command.addAll(List.of("--alloc", chosen.text())));
    command.add("vg");
    command.addAll(operands);
    return new Request(name, command) {
      @Override
      Optional<LogicalVolume> compute(
          VolumeGroup before, PvOperands.Devices devices, Messages messages, SizeFormat format) {
        Stripes checked =
            Stripes.ofNewVolume(stripes, stripeSize, Stripes.DEFAULT_SIZE, messages, format);
        FreeExtents free = FreeExtents.of(before);
        LogicalVolume lv =
            new LogicalVolume.Builder(NEW_ID, new LvName(name))
                .allocation(policy.orElse(AllocationPolicy.INHERIT))
                .build();
        PvChoices pvs = PvOperands.read(operands, before, free, devices, true, messages);
        LvCreation.Request request =
            new LvCreation.Request(before, lv, amount, checked, type, lv.allocation(), pvs);
        return Optional.of(LvCreation.create(request, settings(), messages, format));
      }
    };
  }

  Request resize(VolumeGroup vg, String name, boolean newest) {
    LvResize.Direction direction =
        random.nextInt(3) > 0
            ? LvResize.Direction.EXTEND
            : random.nextBoolean() ? LvResize.Direction.REDUCE : LvResize.Direction.ANY;
    boolean reduces = direction == LvResize.Direction.REDUCE;
    Amount amount = amount(vg, sign(direction), true);
    Optional<SegmentType> type =
        reduces || random.nextInt(4) > 0 ? Optional.empty() : Optional.of(type());
    int stripes = reduces || random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(4);
    Sectors stripeSize = reduces || random.nextInt(3) > 0 ? Sectors.ZERO : stripeSize();
    Optional<AllocationPolicy> policy = reduces ? Optional.empty() : somePolicy();
    List<String> operands = reduces ? List.of() : operands(vg);
    List<String> command = new ArrayList<>();
    command.add(
        switch (direction) {
          case EXTEND -> "lvextend";
          case REDUCE -> "lvreduce";
          case ANY -> "lvresize";
        });
    command.add("-y");
    if (newest && direction != LvResize.Direction.EXTEND) {
      command.addAll(List.of("--fs", "ignore"));
    } else if (reduces) {
      command.add("-f");
    }
    type.ifPresent(chosen -> addType(command, chosen));
    addAmount(command, amount);
    if (stripes > 0) {
      command.addAll(List.of("-i", Integer.toString(stripes)));
    }
    addStripeSize(command, stripeSize);
    policy.ifPresent(chosen -> command.addAll(List.of("--alloc", chosen.text())));
    command.add("vg/" + name);
    command.addAll(operands);
    return new Request(name, command) {
      @Override
      Optional<LogicalVolume> compute(
          VolumeGroup before, PvOperands.Devices devices, Messages messages, SizeFormat format) {
        FreeExtents free = FreeExtents.of(before);
        LogicalVolume lv = before.findLv(name).orElseThrow();
        // 2.03.16 passes over full volumes here too.
        PvChoices pvs = PvOperands.read(operands, before, free, devices, !newest, messages);
        LvResize.Request request =
            new LvResize.Request(
                before, lv, amount, direction, type, stripes, stripeSize, policy, pvs);
        LvResize.Target target =
            LvResize.resolve(request, free, Stripes.DEFAULT_SIZE, messages, format);
        if (target.unchanged()) {
          return Optional.empty();
        }
        LvResize.Change change = LvResize.plain(free, settings(), messages);
        LogicalVolume after = LvResize.apply(request, target, change, messages, format).lv(lv.id());
        return after.equals(lv) ? Optional.empty() : Optional.of(after);
      }
    };
  }

  private Sign sign(LvResize.Direction direction) {
    if (random.nextInt(3) == 0) {
      return Sign.NONE;
    }
    return switch (direction) {
      case EXTEND -> Sign.PLUS;
      case REDUCE -> Sign.MINUS;
      case ANY -> random.nextBoolean() ? Sign.PLUS : Sign.MINUS;
    };
  }

  private Amount amount(VolumeGroup vg, Sign sign, boolean exists) {
    long most = Math.max(4, vg.extentCount() / 4);
    long extents = 1 + (long) (random.nextDouble() * random.nextDouble() * most);
    return switch (random.nextInt(5)) {
      case 0 -> new Amount.Size(sign, Sectors.of(extents * vg.extentSize().count() + oddSectors()));
      case 1 -> {
        Amount.Whole[] wholes = Amount.Whole.values();
        yield new Amount.Percent(
            sign,
            1 + random.nextInt(random.nextBoolean() ? 30 : 100),
            wholes[random.nextInt(exists ? 4 : 3)]);
      }
      default -> new Amount.Count(sign, extents);
    };
  }

  private long oddSectors() {
    return random.nextBoolean() ? 0 : 1 + random.nextInt(100);
  }

  private SegmentType type() {
    return switch (random.nextInt(8)) {
      case 0 -> VirtualType.ZERO;
      case 1 -> VirtualType.ERROR;
      default -> StripedType.INSTANCE;
    };
  }

  private Sectors stripeSize() {
    return random.nextBoolean() ? Sectors.ZERO : Sectors.of(8L << random.nextInt(7));
  }

  private static void addStripeSize(List<String> command, Sectors size) {
    if (!size.isZero()) {
      command.addAll(List.of("-I", size.count() + "s"));
    }
  }

  private static void addType(List<String> command, SegmentType type) {
    command.addAll(List.of("--type", type.name()));
  }

  private static void addAmount(List<String> command, Amount amount) {
    String sign =
        switch (amount.sign()) {
          case NONE -> "";
          case PLUS -> "+";
          case MINUS -> "-";
        };
    if (amount instanceof Amount.Size size) {
      command.addAll(List.of("-L", sign + size.size().count() + "s"));
    } else if (amount instanceof Amount.Count count) {
      command.addAll(List.of("-l", sign + count.extents()));
    } else if (amount instanceof Amount.Percent percent) {
      command.addAll(List.of("-l", sign + percent.percent() + "%" + percent.whole()));
    }
  }

  private List<String> operands(VolumeGroup vg) {
    List<String> operands = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      return operands;
    }
    for (PhysicalVolume pv : vg.pvs()) {
      switch (random.nextInt(4)) {
        case 0 -> operands.add(pv.deviceHint());
        case 1 -> operands.add(pv.deviceHint() + ranges(pv));
        default -> {}
      }
    }
    if (random.nextInt(10) == 0) {
      operands.add("@t" + random.nextInt(3));
    }
    Collections.shuffle(operands, random);
    return operands;
  }

  private String ranges(PhysicalVolume pv) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int first = next + random.nextInt((int) pv.peCount() / 4 + 1);
      int last = first + random.nextInt((int) pv.peCount() / 3 + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.append(':').append(first).append('-');
        case 1 -> text.append(':').append(first).append('+').append(last - first + 1);
        default -> text.append(':').append(first).append('-').append(last);
      }
      next = last + random.nextInt(2) + (random.nextInt(8) == 0 ? 0 : 1);
    }
    return text.toString();
  }
}
