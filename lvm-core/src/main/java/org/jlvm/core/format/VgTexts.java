package org.jlvm.core.format;

import java.util.Arrays;
import java.util.Optional;
import org.jlvm.core.config.text.MetadataWriter;
import org.jlvm.core.model.VolumeGroup;

/**
 * Texts of groups, written one after the other as a change needs them: the archive of what was, the
 * text for disks, the backup of what is. Volumes that a change leaves alone are copied from one
 * text to the next, and what stands in a text that was read need not be read back.
 */
public final class VgTexts {
  private Optional<WrittenVolumes> last = Optional.empty();
  private byte[] read = new byte[0];

  /** A text for disks, not yet read back. */
  public static final class DiskText {
    private final byte[] bytes;
    private final VolumeGroup vg;
    private final Optional<byte[]> fresh;

    private DiskText(byte[] bytes, VolumeGroup vg, Optional<byte[]> fresh) {
      this.bytes = bytes;
      this.vg = vg;
      this.fresh = fresh;
    }

    /** The text with its closing NUL. */
    public byte[] bytes() {
      return bytes;
    }

    /**
     * The group as others will read it.
     *
     * @throws org.jlvm.core.error.FormatException if they cannot
     */
    public VolumeGroup readBack() {
      return fresh.isPresent()
          ? VgTextReader.readChanged(withoutNul(fresh.get()), vg)
          : VgTextReader.read(withoutNul(bytes));
    }

    private static byte[] withoutNul(byte[] text) {
      return Arrays.copyOf(text, text.length - 1);
    }
  }

  /** The text for a file. */
  public byte[] forFile(VolumeGroup vg, TextHeader header) {
    VgTextWriter writer = new VgTextWriter(MetadataWriter.Layout.FILE, vg, header, last);
    byte[] text = writer.file();
    last = Optional.of(writer.volumes());
    return text;
  }

  /** Tells of a text that was read from a disk, or read back. */
  public void wasRead(byte[] diskText) {
    read = diskText;
  }

  /** The text for metadata areas. */
  public DiskText forDisk(VolumeGroup vg, TextHeader header) {
    VgTextWriter writer = new VgTextWriter(MetadataWriter.Layout.DISK, vg, header, last);
    byte[] text = writer.disk();
    boolean copiesAreRead =
        !writer.volumes().areAllFresh() && last.isPresent() && last.get().areIn(read);
    return new DiskText(
        text,
        vg,
        copiesAreRead ? Optional.of(writer.volumes().withoutCopies(text)) : Optional.empty());
  }
}
