package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FormatException;

/** A label sector: {@link LabelHeader}, and the {@link PvHeader} at its contents offset. */
public record PvLabel(LabelHeader header, PvHeader pv) {
  /** How many bytes from the start of a device {@link #find} wants. */
  public static final int SCAN_BYTES = LabelHeader.SCAN_SECTORS * LabelHeader.LABEL_SIZE;

  /** The sector that lvm2 writes to unless told otherwise. */
  public static final int DEFAULT_SECTOR = 1;

  /**
   * A label as {@link #find} meets it.
   *
   * @param label the first good one
   * @param problems why others were passed over; sentences without the device's name
   */
  public record Found(Optional<PvLabel> label, List<FormatException> problems) {}

  /** A label with its contents right behind the label header. */
  public static PvLabel at(int sector, PvHeader pv) {
    return new PvLabel(new LabelHeader(sector, LabelHeader.BYTES), pv);
  }

  /**
   * Decodes one label sector.
   *
   * @param bytes at least one sector remaining; position and limit are left as they were
   * @return empty if there is no label in it
   * @throws FormatException if there is a label that cannot be used
   */
  public static Optional<PvLabel> decode(ByteBuffer bytes, int sector) {
    if (bytes.remaining() < LabelHeader.LABEL_SIZE) {
      return Optional.empty();
    }
    ByteBuffer view = bytes.slice(bytes.position(), LabelHeader.LABEL_SIZE);
    Optional<LabelHeader> header = LabelHeader.decode(view, sector);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    PvHeader pv = PvHeader.decode(view.position(header.get().contentsOffset()));
    return Optional.of(new PvLabel(header.get(), pv));
  }

  /**
   * Looks for the label in the first {@link #SCAN_BYTES} of a device; the first good one counts.
   */
  public static Found find(ByteBuffer start) {
    Optional<PvLabel> first = Optional.empty();
    List<FormatException> problems = new ArrayList<>(0);
    for (int sector = 0; sector < LabelHeader.SCAN_SECTORS; sector++) {
      int from = start.position() + sector * LabelHeader.LABEL_SIZE;
      if (start.limit() - from < LabelHeader.LABEL_SIZE) {
        break;
      }
      try {
        Optional<PvLabel> label = decode(start.duplicate().position(from), sector);
        if (label.isPresent() && first.isPresent()) {
          problems.add(new FormatException("Ignoring additional label at sector " + sector));
        } else if (label.isPresent()) {
          first = label;
        }
      } catch (FormatException e) {
        problems.add(e);
      }
    }
    return new Found(first, List.copyOf(problems));
  }

  /**
   * The sector's bytes.
   *
   * @throws FormatException if the areas do not fit a sector
   */
  public ByteBuffer encode() {
    if (header.contentsOffset() + pv.encodedSize() > LabelHeader.LABEL_SIZE) {
      throw new FormatException("PV header does not fit its label.");
    }
    ByteBuffer view = Wire.allocate(LabelHeader.LABEL_SIZE);
    header.encode(view);
    pv.encode(view.position(header.contentsOffset()));
    LabelHeader.seal(view);
    return view.clear();
  }
}
