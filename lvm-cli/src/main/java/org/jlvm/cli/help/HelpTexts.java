package org.jlvm.cli.help;

import java.util.Optional;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Trait;

/** What {@code --help} and {@code --longhelp} print. */
public final class HelpTexts {
  private static final String EXTENTS =
      """
        Special options for command:
      \t[ --extents Number[PERCENT] ]
      \tCounts extents where --size counts bytes; one of the two is given.
      \tWith a percent suffix, the number is a share of something else.

      """;
  private static final String NAME =
      """
      \t[ --name String ]
      \tMay be left out, although it seldom is: a free name
      \tof the form "lvol" and a number is taken then.

      """;
  private static final String VARIABLES =
      """
        Common variables for lvm:
      \tWords that stand for a value begin with a capital letter,
      \te.g. PV, VG, LV, Size, Number, String, Tag.

      \tPV
      \tA physical volume, named by a path below /dev. Commands that
      \tplace or move extents accept ranges of them after it:
      \tPV[:PE-PE] ... from one extent to another, both included,
      \tPV[:PE+PE] ... a number of extents from one on, counted from 0.
      \tWhat is left out means the first or the last extent.

      \tLV
      \tA logical volume, named with its volume group: VG/LV. See lvm(8)
      \tfor the characters a name may have. LV_<type> wants that type of
      \tvolume (raid: any level). LV_new names one that is yet to be made.

      \tTag
      \t@ and a tag stand for everything that has the tag. See lvm(8).

      \tSelect
      \tNothing needs to be named if --select says what is meant.

      \tSize[UNIT]
      \tA number and perhaps a unit, one of BbBsSkKmMgGtTpPeE, where small
      \tand capital letters both mean powers of 1024. The letter before
      \t|UNIT is the unit of a bare number. (In --units, for output,
      \tcapital letters mean powers of 1000.)

      """;

  private HelpTexts() {}

  /** The forms of a command with their options. */
  public static String forms(CommandTable table, boolean all) {
    return Usage.forms(table, all);
  }

  /** Explanations of what usage texts leave open. */
  public static String notes(Optional<CommandTable> table) {
    StringBuilder text = new StringBuilder();
    if (table.isPresent() && table.get().has(Trait.ALTERNATIVE_EXTENTS)) {
      text.append(EXTENTS);
      if (table.get().name().equals("lvcreate")) {
        text.append(NAME);
      }
    }
    return text.append(VARIABLES).toString();
  }
}
