package org.jlvm.core.engine.scan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.message.Level;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.MetadataRing;
import org.jlvm.core.ondisk.RawLocation;

/**
 * Reads the metadata texts of one PV's areas that no PV before it has, and says in lvm2's words
 * what is wrong with its areas.
 */
final class AreaReader {
  private final ScannedPv pv;
  private final Map<Scan.TextKey, MetadataText> texts;
  private final Map<String, Scan.TextKey> newest;
  private final List<Scan.Problem> problems;

  /**
   * Reads the areas of one device after those of others.
   *
   * @param newest of each group (its name and id) the text with the highest sequence number so far
   */
  AreaReader(
      ScannedPv pv,
      Map<Scan.TextKey, MetadataText> texts,
      Map<String, Scan.TextKey> newest,
      List<Scan.Problem> problems) {
    this.pv = pv;
    this.texts = texts;
    this.newest = newest;
    this.problems = problems;
  }

  /** The areas, those that are damaged marked so. */
  List<ScannedArea> read() {
    List<ScannedArea> areas = new ArrayList<>(pv.areas().size());
    int good = 0;
    int bad = 0;
    for (ScannedArea area : pv.areas()) {
      ScannedArea checked = area;
      if (area.header().isEmpty()) {
        tellOfHeader(area);
      } else if (area.text().isPresent()) {
        checked = readText(area);
      }
      if (checked.problem().isPresent()) {
        bad++;
        warn("Scanning " + name() + ' ' + mda(area) + " failed to read metadata summary.");
        warn("Repair VG metadata on " + name() + " with vgck --updatemetadata.");
      } else if (checked.text().isPresent()) {
        checked = compared(checked);
        good += checked.problem().isEmpty() ? 1 : 0;
        bad += checked.problem().isPresent() ? 1 : 0;
      }
      areas.add(checked);
    }
    if (bad > 0 && good == 0) {
      warn("Scan failed to get metadata summary from " + name() + " PVID " + pv.id().value() + '.');
    }
    return areas;
  }

  /** Marked damaged if it contradicts what was read before with the same sequence number. */
  private ScannedArea compared(ScannedArea area) {
    Scan.TextKey key = Scan.TextKey.of(area.text().orElseThrow());
    MetadataText text = Objects.requireNonNull(texts.get(key));
    String group = text.vgName().value() + '/' + text.vgId().value();
    Scan.TextKey known = newest.putIfAbsent(group, key);
    if (known == null || known.equals(key)) {
      return area;
    }
    long seqno = Objects.requireNonNull(texts.get(known)).seqno();
    if (text.seqno() != seqno) {
      newest.put(group, text.seqno() > seqno ? key : known);
      return area;
    }
    warn(
        "Scan of VG "
            + text.vgName()
            + " from "
            + name()
            + ' '
            + mda(area)
            + " found mda_checksum "
            + Integer.toHexString(key.checksum())
            + " mda_size "
            + key.size()
            + " vs "
            + Integer.toHexString(known.checksum())
            + ' '
            + known.size()
            + '.');
    warn("Scanning " + name() + ' ' + mda(area) + " found mismatch with other metadata.");
    return new ScannedArea(
        area.index(), area.place(), area.header(), Optional.of(ScannedArea.MISMATCH));
  }

  private String name() {
    return pv.device().name();
  }

  private static String mda(ScannedArea area) {
    return "mda" + (area.index() + 1);
  }

  private void warn(String text) {
    problems.add(Scan.Problem.warning(name(), "WARNING: " + text));
  }

  private void tellOfHeader(ScannedArea area) {
    long start = area.place().offset().count();
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ)) {
      if (start < 0 || start > handle.size().count() - MdaHeader.BYTES) {
        problems.add(unreadable(start));
      } else {
        ByteBuffer sector = ByteBuffer.allocate(MdaHeader.BYTES);
        handle.read(start, sector);
        for (String line : MdaHeader.damage(sector.flip(), start, name())) {
          problems.add(Scan.Problem.warning(name(), line));
        }
      }
    } catch (DeviceException e) {
      problems.add(unreadable(start));
    }
    warn("Bad metadata header on " + name() + " at " + Long.toUnsignedString(start) + '.');
  }

  private Scan.Problem unreadable(long start) {
    return new Scan.Problem(
        name(),
        Level.ERROR,
        "Failed to read metadata area header on "
            + name()
            + " at "
            + Long.toUnsignedString(start)
            + '.');
  }

  /** The area; marked damaged if its text cannot be read in two attempts, as in lvm2. */
  private ScannedArea readText(ScannedArea area) {
    if (isKnown(area) || readOnce(area)) {
      return area;
    }
    // Nobody holds a lock here: the area may have been rewritten since its header was read.
    problems.add(new Scan.Problem(name(), Level.INFO, "Retrying metadata scan."));
    ScannedArea again = reread(area);
    if (again.header().isEmpty()) {
      tellOfHeader(again);
      return again;
    }
    if (again.text().isEmpty() || isKnown(again) || readOnce(again)) {
      return again;
    }
    warn("Bad metadata text on " + name() + " in " + mda(area) + '.');
    return new ScannedArea(
        again.index(), again.place(), again.header(), Optional.of("bad metadata text"));
  }

  private boolean isKnown(ScannedArea area) {
    return area.text().isPresent() && texts.containsKey(Scan.TextKey.of(area.text().get()));
  }

  private ScannedArea reread(ScannedArea area) {
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ)) {
      long start = area.place().offset().count();
      MdaHeader header = LabelScanner.readHeader(handle, ByteBuffer.allocate(0), start);
      return new ScannedArea(area.index(), area.place(), Optional.of(header), Optional.empty());
    } catch (FormatException | DeviceException e) {
      return area.damaged(e.getMessage());
    }
  }

  private boolean readOnce(ScannedArea area) {
    MdaHeader header = area.header().orElseThrow();
    RawLocation location = area.text().orElseThrow();
    String at = Long.toUnsignedString(header.start() + location.offset());
    if (!isInBounds(header, location)) {
      return false;
    }
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ)) {
      byte[] text = MetadataText.bytes(handle, header, location);
      if (!MetadataText.beginsWithName(text)) {
        warn("Metadata location on " + name() + " at offset " + at + " begins with invalid name.");
      }
      if (MetadataText.matches(text, location)) {
        texts.put(Scan.TextKey.of(location), MetadataText.summarize(text));
        return true;
      }
      warn("Checksum error on " + name() + " at offset " + at + '.');
      warn("Invalid metadata text from " + name() + " at " + at + '.');
    } catch (DeviceException e) {
      warn("Invalid metadata text from " + name() + " at " + at + '.');
    } catch (FormatException e) {
      // The summary is what is wrong, and that is said below.
    }
    warn("Metadata on " + name() + " at " + at + " has invalid summary for VG.");
    return false;
  }

  private boolean isInBounds(MdaHeader header, RawLocation location) {
    try {
      MetadataRing.of(header).locate(location);
      return true;
    } catch (FormatException e) {
      warn(
          "Metadata location out of bounds (offset "
              + Long.toUnsignedString(location.offset())
              + " size "
              + Long.toUnsignedString(location.size())
              + " mda "
              + header.size()
              + ") on "
              + name()
              + '.');
      return false;
    }
  }
}
