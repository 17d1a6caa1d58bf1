package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;

/**
 * How most conversions find their volume: it is named with its group, or the group is that of an
 * option or of the environment. A name alone is never a group's.
 */
final class ConvertOperands {
  private static final List<Opt> NAMING = List.of(Opt.CACHEPOOL, Opt.POOLMETADATA, Opt.THINPOOL);

  private final ParsedCommand command;
  private final VolumePaths paths;

  ConvertOperands(CommandSession session) {
    command = session.command();
    paths = VolumePaths.of(session);
  }

  /**
   * The volume with its group.
   *
   * @param operands of which there may be only one
   * @throws FailedException if that is not clear
   */
  List<String> volume(List<String> operands) {
    if (operands.size() != 1) {
      throw new FailedException("One LV position arg is required.");
    }
    String given = operands.get(0);
    if (given.startsWith("@")) {
      if (!Tag.isValid(given.substring(1))) {
        throw new FailedException("Skipping invalid tag " + given + '.');
      }
      return operands;
    }
    boolean whole = given.indexOf('/') >= 0;
    VolumePaths.Named named =
        whole ? paths.split(given) : new VolumePaths.Named("", Optional.of(given));
    Optional<String> vg = whole ? Optional.of(named.vg()) : Optional.empty();
    for (Opt option : NAMING) {
      String value = command.string(option, "");
      if (value.indexOf('/') < 0) {
        continue;
      }
      String other = paths.split(value).vg();
      if (vg.isPresent() && !vg.get().equals(other)) {
        throw new FailedException(
            "VG name mismatch from %s arg (%s) and option arg (%s)."
                .formatted(whole ? "position" : "option", vg.get(), other));
      }
      vg = Optional.of(other);
    }
    String lv = named.lv().orElse("");
    String group =
        vg.or(paths::defaultVg)
            .orElseThrow(() -> new FailedException("Cannot find VG name for LV " + lv + '.'));
    return List.of(group + '/' + lv);
  }

  /** The volume that the first operand names. */
  List<String> volume() {
    return volume(command.operands().subList(0, 1));
  }

  /**
   * The volume of an option's value, which must be of the same group.
   *
   * @param missing what is told if there is none
   */
  LogicalVolume other(VolumeGroup vg, String value, String missing) {
    String name = nameIn(vg, value);
    return vg.findLv(name).orElseThrow(() -> new FailedException(missing.replace("%s", name)));
  }

  /** The name of an option's value, without the group. */
  String nameIn(VolumeGroup vg, String value) {
    String name = value;
    if (value.indexOf('/') >= 0) {
      VolumePaths.Named named = paths.split(value);
      String own = vg.name().value();
      if (!named.vg().equals(own)) {
        throw new FailedException(
            "Please use a single volume group name (\"" + named.vg() + "\" or \"" + own + "\").");
      }
      name = named.lv().orElse("");
    }
    if (!LvName.isValid(name)) {
      throw new FailedException("Logical volume name \"" + name + "\" is invalid.");
    }
    return name;
  }
}
