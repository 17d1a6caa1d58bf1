package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Tag;
import org.jlvm.core.plan.lv.LvPropertyChange;

/** What the options of {@code lvchange} want to be different in the metadata. */
record LvPropertyOptions(ParsedCommand command, Messages messages, IntSupplier mapperMajor) {
  /** In lvm2's order. */
  List<LvPropertyChange> changes() {
    List<LvPropertyChange> changes = new ArrayList<>();
    if (command.has(Opt.ADDTAG)) {
      changes.add(new LvPropertyChange.Tags(tags(Opt.ADDTAG), List.of()));
    }
    if (command.has(Opt.DELTAG)) {
      changes.add(new LvPropertyChange.Tags(List.of(), tags(Opt.DELTAG)));
    }
    allocation().ifPresent(policy -> changes.add(new LvPropertyChange.Allocation(policy)));
    for (Opt option : List.of(Opt.COMPRESSION, Opt.DEDUPLICATION)) {
      if (command.has(option)) {
        changes.add(new LvPropertyChange.OfVdo(option.longName()));
      }
    }
    if (command.hasAny(Opt.METADATAPROFILE, Opt.PROFILE, Opt.DETACHPROFILE)) {
      Optional<String> name = command.string(Opt.METADATAPROFILE);
      changes.add(
          new LvPropertyChange.Profile(name.isPresent() ? name : command.string(Opt.PROFILE)));
    }
    command
        .string(Opt.PERMISSION)
        .ifPresent(value -> changes.add(new LvPropertyChange.Permission(!value.equals("r"))));
    if (command.has(Opt.READAHEAD)) {
      changes.add(new LvPropertyChange.ReadAheadSetting(LvReadAhead.of(command, messages)));
    }
    if (command.has(Opt.SETACTIVATIONSKIP)) {
      boolean skipped = command.yes(Opt.SETACTIVATIONSKIP, false);
      changes.add(new LvPropertyChange.ActivationSkip(skipped));
    }
    if (command.has(Opt.SETAUTOACTIVATION)) {
      boolean wanted = command.yes(Opt.SETAUTOACTIVATION, true);
      changes.add(new LvPropertyChange.Autoactivation(wanted));
    }
    if (command.has(Opt.PERSISTENT)) {
      LvDeviceNumber.Numbers numbers = LvDeviceNumber.of(command, messages, mapperMajor);
      changes.add(new LvPropertyChange.DeviceNumber(numbers.major(), numbers.minor()));
    }
    return changes;
  }

  private Optional<AllocationPolicy> allocation() {
    if (command.has(Opt.CONTIGUOUS)) {
      return Optional.of(
          command.yes(Opt.CONTIGUOUS, false)
              ? AllocationPolicy.CONTIGUOUS
              : AllocationPolicy.INHERIT);
    }
    return command.string(Opt.ALLOC).flatMap(AllocationPolicy::ofText);
  }

  private List<Tag> tags(Opt option) {
    List<Tag> tags = new ArrayList<>();
    for (String tag : command.strings(option)) {
      tags.add(new Tag(tag));
    }
    return tags;
  }
}
