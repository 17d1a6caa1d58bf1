package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.MdaHeader;

/** Shows the headers and texts of a physical volume; changes nothing. */
public final class PvDump {
  private final RawDisk disk;
  private final long labelSector;
  private final PvckSettings settings;
  private final Messages messages;

  /** Takes texts that were found, to show or to keep them. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param text with its closing NUL where it has one
     */
    void accept(byte[] text);

    /** Asked before texts are looked for all over an area; nobody looks for them if not. */
    default boolean isReady() {
      return true;
    }
  }

  public PvDump(BlockDevice device, long labelSector, PvckSettings settings, Messages messages) {
    disk = new RawDisk(device);
    this.labelSector = labelSector;
    this.settings = settings;
    this.messages = messages;
  }

  /** Tells whether there is a label, and where its metadata areas are. */
  public boolean summarize() {
    LabelCheck.Found label = label(false);
    boolean good = label.good();
    StringBuilder areas = new StringBuilder();
    for (LabelCheck.Place place : label.areas()) {
      if (label.isLabel()) {
        AreaCheck check = new AreaCheck(disk, place, messages, false);
        AreaCheck.Found area = check.check();
        if (area.text().offset() != 0) {
          check.text(area.text(), false);
        }
        good &= area.good() && check.isGood();
        if (area.isHeader()) {
          areas
              .append("\nFound text metadata area: offset=")
              .append(place.offset())
              .append(", size=")
              .append(place.size());
        }
      }
    }
    if (!label.isLabel()) {
      messages.error("Could not find LVM label on " + disk.device().name());
      return false;
    }
    messages.print(
        "Found label on " + disk.device().name() + ", sector " + labelSector + ", type=LVM2 001");
    for (String line : areas.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        messages.print(line);
      }
    }
    return good;
  }

  private LabelCheck.Found label(boolean show) {
    return new LabelCheck(messages, show).check(disk, labelSector);
  }

  /** Shows all fields of all headers. */
  public boolean headers() {
    LabelCheck.Found label = label(true);
    if (label.areas().isEmpty()) {
      messages.print("zero metadata copies");
      return true;
    }
    boolean good = label.good();
    int[] checksums = new int[2];
    for (int i = 0; i < Math.min(2, label.areas().size()); i++) {
      AreaCheck check = new AreaCheck(disk, label.areas().get(i), messages, true);
      AreaCheck.Found area = check.check();
      checksums[i] = area.text().checksum();
      if (area.text().offset() != 0) {
        check.text(area.text(), true);
      }
      good &= area.good() && check.isGood();
    }
    if (checksums[0] != 0 && checksums[1] != 0 && checksums[0] != checksums[1]) {
      messages.print("CHECK: mdas have different raw_locn[0].checksum values");
    }
    return verdict(good);
  }

  private boolean verdict(boolean good) {
    if (!good) {
      messages.error("Found bad header or metadata values.");
    }
    return good;
  }

  /** What of an area is wanted. */
  public enum Part {
    CURRENT,
    ALL,
    /** The area's bytes as they are. */
    BYTES
  }

  /**
   * Gives the texts of one metadata area.
   *
   * @param copy which area, 1 or 2
   */
  public boolean texts(int copy, Part part, Sink sink) {
    LabelCheck.Found label = label(false);
    if (label.areas().isEmpty()) {
      messages.print("zero metadata copies");
      return true;
    }
    long wanted = settings.areaNumber() == 0 ? copy : settings.areaNumber();
    boolean good = label.good();
    if (wanted == 2 && label.areas().size() < 2) {
      messages.print("CHECK: second mda not found");
      good = false;
    } else if (wanted == 1 || wanted == 2) {
      good &= texts(label.areas().get((int) wanted - 1), part, sink);
    }
    return verdict(good);
  }

  private boolean texts(LabelCheck.Place place, Part part, Sink sink) {
    AreaCheck check = new AreaCheck(disk, place, messages, false);
    AreaCheck.Found area = check.check();
    if (part == Part.BYTES) {
      byte[] bytes = read(place);
      sink.accept(Arrays.copyOf(bytes, Math.max(0, bytes.length - MdaHeader.BYTES)));
      return area.good();
    }
    if (area.text().offset() == 0) {
      return area.good();
    }
    if (part == Part.CURRENT) {
      check.text(area.text(), true).ifPresent(sink::accept);
      return area.good() && check.isGood();
    }
    search(place, read(place), sink);
    return area.good();
  }

  private byte[] read(LabelCheck.Place place) {
    Optional<ByteBuffer> bytes = disk.read(place.offset(), place.size());
    if (bytes.isEmpty()) {
      messages.print(
          "CHECK: failed to read metadata area at offset "
              + place.offset()
              + " size "
              + place.size());
      return new byte[0];
    }
    return bytes.get().array();
  }

  /**
   * Looks for texts where an area is or usually would be, whatever the headers say.
   *
   * @param copy which area, 1 or 2
   */
  public boolean search(int copy, Sink sink) {
    LabelCheck.Found label = label(false);
    LabelCheck.Place place = new SearchPlace(disk.device(), settings, label, messages).find(copy);
    messages.print("Searching for metadata at offset " + place.offset() + " size " + place.size());
    byte[] area = read(place);
    if (area.length == 0) {
      return false;
    }
    search(place, area, sink);
    return true;
  }

  private void search(LabelCheck.Place place, byte[] area, Sink sink) {
    if (sink.isReady()) {
      for (byte[] text : new TextSearch(place, settings, messages).search(area)) {
        sink.accept(text);
      }
    }
  }
}
