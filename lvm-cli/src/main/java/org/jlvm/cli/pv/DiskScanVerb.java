package org.jlvm.cli.pv;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.message.Messages;

/** {@code lvmdiskscan}: lists the devices that are or could be physical volumes. */
public final class DiskScanVerb implements Verb {
  private static final int SIZE_WIDTH = 15;

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      boolean onlyPvs = command.has(Opt.LVMPARTITION);
      Messages messages = session.session().environment().messages();
      if (onlyPvs) {
        messages.warn("WARNING: Only considering LVM devices.");
      }
      Listing listing = new Listing(session);
      listing.run(onlyPvs);
      if (!onlyPvs) {
        messages.print(plural(listing.disks, "disk"));
        messages.print(plural(listing.partitions, "partition"));
      }
      messages.print(plural(listing.pvDisks, "LVM physical volume whole disk"));
      messages.print(plural(listing.pvPartitions, "LVM physical volume"));
      return ExitStatus.OK;
    }
  }

  private static String plural(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static final class Listing {
    private final CommandSession session;
    private int disks;
    private int partitions;
    private int pvDisks;
    private int pvPartitions;

    Listing(CommandSession session) {
      this.session = session;
    }

    void run(boolean onlyPvs) {
      List<BlockDevice> devices = session.session().devices().usable();
      int width = 0;
      for (BlockDevice device : devices) {
        width = Math.max(width, device.name().length());
      }
      for (BlockDevice device : devices) {
        boolean pv = isPv(device);
        if (pv || !onlyPvs) {
          show(device, width, pv);
          count(device, pv);
        }
      }
    }

    private boolean isPv(BlockDevice device) {
      for (ScannedPv pv : session.session().catalog().scan().pvs()) {
        if (pv.device().name().equals(device.name())) {
          return true;
        }
      }
      return false;
    }

    private void show(BlockDevice device, int width, boolean pv) {
      String size = session.sizes().display(device.size().toSectorsDown());
      StringBuilder line = new StringBuilder(device.name());
      line.append(" ".repeat(width - device.name().length())).append(" [");
      line.append(" ".repeat(Math.max(0, SIZE_WIDTH - size.length()))).append(size).append("] ");
      line.append(pv ? "LVM physical volume" : "");
      session.session().environment().messages().print(line.toString());
    }

    /** Whole disks and partitions are told apart by the last character of the name, as in lvm2. */
    private void count(BlockDevice device, boolean pv) {
      String name = device.name();
      boolean partition = Character.isDigit(name.charAt(name.length() - 1));
      if (pv && partition) {
        pvPartitions++;
      } else if (pv) {
        pvDisks++;
      } else if (partition) {
        partitions++;
      } else {
        disks++;
      }
    }
  }
}
