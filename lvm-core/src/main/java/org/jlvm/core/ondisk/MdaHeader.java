package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.error.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * The first sector of a metadata area.
 *
 * <pre>
 *   0  u32 {@link LvmChecksum} of bytes 4..511
 *   4  char[16] " LVM2 x[5A%r0N*&gt;"
 *  20  u32 version, 1
 *  24  u64 start of the area, bytes from the start of the device
 *  32  u64 size of the area in bytes, with this header
 *  40  {@link RawLocation}[]: slot 0 the committed text, slot 1 the precommitted one
 * </pre>
 *
 * <p>lvm2 uses two slots and leaves the others as they are; so does this.
 *
 * @param start bytes from the start of the device
 * @param size bytes, at least {@link #BYTES}
 * @param slots all that the sector has room for
 */
public record MdaHeader(long start, long size, List<RawLocation> slots) {
  public static final int BYTES = 512;
  private static final String MAGIC = " LVM2 x[5A%r0N*>";
  private static final int VERSION = 1;
  private static final int MAGIC_AT = 4;
  private static final int SLOTS_AT = 40;
  private static final int SLOT_COUNT = (BYTES - SLOTS_AT) / RawLocation.BYTES;

  public MdaHeader {
    if (start <= 0 || size < BYTES) {
      throw new IllegalArgumentException("metadata area at " + start + " of size " + size);
    }
    if (slots.size() != SLOT_COUNT) {
      throw new IllegalArgumentException(slots.size() + " raw locations");
    }
    slots = List.copyOf(slots);
  }

  /** The header of an area without any text. */
  public static MdaHeader empty(long start, long size) {
    List<RawLocation> slots = new ArrayList<>(SLOT_COUNT);
    for (int i = 0; i < SLOT_COUNT; i++) {
      slots.add(RawLocation.NONE);
    }
    return new MdaHeader(start, size, slots);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MdaHeader that
        && start == that.start
        && size == that.size
        && slots.equals(that.slots);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(start) * 31 + slots.hashCode();
  }

  /** The location of the text that counts; empty if the area has never held one. */
  public Optional<RawLocation> committed() {
    return slots.get(0).isEmpty() ? Optional.empty() : Optional.of(slots.get(0));
  }

  /** The location of a text written but not committed, if there is one other than the committed. */
  public Optional<RawLocation> precommitted() {
    RawLocation slot = slots.get(1);
    boolean present = slot.size() != 0 && slot.offset() != slots.get(0).offset();
    return present ? Optional.of(slot) : Optional.empty();
  }

  /** Whether the area is marked as not in use; its text, if any, must not be believed. */
  public boolean isIgnored() {
    return slots.get(0).isIgnored();
  }

  /** Names a text as precommitted; the committed one stays. */
  public MdaHeader precommit(RawLocation text, boolean ignored) {
    MdaHeader base = withoutStaleText();
    return base.with(base.slots.get(0), text, ignored);
  }

  /** Makes a text the committed one; nothing is precommitted any more. */
  public MdaHeader commit(RawLocation text, boolean ignored) {
    RawLocation slot = text.withFlags(slots.get(0).flags());
    return withoutStaleText().with(slot, RawLocation.NONE, ignored);
  }

  /** Forgets what is precommitted. */
  public MdaHeader revert(boolean ignored) {
    MdaHeader base = withoutStaleText();
    return base.with(base.slots.get(0), RawLocation.NONE, ignored);
  }

  /** An area that was not in use may name a text of long ago: that must never come back. */
  private MdaHeader withoutStaleText() {
    RawLocation slot = slots.get(0);
    if (!slot.isIgnored() && !slot.isEmpty()) {
      return this;
    }
    return with(RawLocation.NONE.withFlags(slot.flags()), RawLocation.NONE, slot.isIgnored());
  }

  private MdaHeader with(RawLocation committed, RawLocation precommitted, boolean ignored) {
    List<RawLocation> changed = new ArrayList<>(slots);
    int otherFlags = committed.flags() & ~RawLocation.IGNORED;
    changed.set(0, committed.withFlags(ignored ? otherFlags | RawLocation.IGNORED : otherFlags));
    changed.set(1, precommitted.withFlags(slots.get(1).flags()));
    return new MdaHeader(start, size, changed);
  }

  /**
   * Decodes the first sector of a metadata area.
   *
   * @param bytes at least {@link #BYTES} remaining; position and limit are left as they were
   * @param start where the PV header says the area starts, bytes from the start of the device
   * @throws FormatException if the header is damaged or of another version
   */
  public static MdaHeader decode(ByteBuffer bytes, long start) {
    if (bytes.remaining() < BYTES) {
      throw new FormatException("mda header at " + start + " is cut short.");
    }
    ByteBuffer view = Wire.view(bytes.slice(bytes.position(), BYTES));
    if (LvmChecksum.of(view.duplicate().position(MAGIC_AT)) != view.getInt(0)) {
      throw wrong("checksum " + Integer.toHexString(view.getInt(0)), start);
    }
    if (!Wire.ascii(view, MAGIC_AT, MAGIC.length()).equals(MAGIC)) {
      throw wrong("magic number", start);
    }
    int version = view.getInt(20);
    if (version != VERSION) {
      throw FormatException.unsupported(
          "Wrong version "
              + Integer.toUnsignedString(version)
              + " in mda header at "
              + start
              + ".");
    }
    if (view.getLong(24) != start || start <= 0) {
      throw wrong("start sector " + Long.toUnsignedString(view.getLong(24)), start);
    }
    long size = Wire.unsigned64(view, 32, "Metadata area size");
    if (size < BYTES) {
      throw new FormatException(
          "Metadata area size " + size + " too small in mda header at " + start + ".");
    }
    if (size > Long.MAX_VALUE - start) {
      throw new FormatException(
          "Metadata area size " + size + " is out of range in mda header at " + start + ".");
    }
    return new MdaHeader(start, size, decodeSlots(view));
  }

  /** What can be wrong with a header. */
  public enum Fault {
    CHECKSUM,
    MAGIC,
    VERSION,
    START,
    SIZE
  }

  /**
   * All that is wrong with a header that {@link #decode} refused.
   *
   * @param bytes at least {@link #BYTES} remaining; position and limit are left as they were
   * @param start where the PV header says the area starts, bytes from the start of the device
   */
  public static Set<Fault> faults(ByteBuffer bytes, long start) {
    ByteBuffer view = Wire.view(bytes.slice(bytes.position(), BYTES));
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (LvmChecksum.of(view.duplicate().position(MAGIC_AT)) != view.getInt(0)) {
      faults.add(Fault.CHECKSUM);
    }
    if (!Wire.ascii(view, MAGIC_AT, MAGIC.length()).equals(MAGIC)) {
      faults.add(Fault.MAGIC);
    }
    if (view.getInt(20) != VERSION) {
      faults.add(Fault.VERSION);
    }
    if (view.getLong(24) != start) {
      faults.add(Fault.START);
    }
    if (Long.compareUnsigned(view.getLong(32), BYTES) < 0) {
      faults.add(Fault.SIZE);
    }
    return faults;
  }

  /** As {@link #faults}, in lvm2's words. */
  public static List<String> damage(ByteBuffer bytes, long start, String device) {
    ByteBuffer view = Wire.view(bytes.slice(bytes.position(), BYTES));
    List<String> lines = new ArrayList<>(5);
    for (Fault fault : faults(bytes, start)) {
      String what =
          switch (fault) {
            case CHECKSUM -> "Wrong checksum " + Integer.toHexString(view.getInt(0));
            case MAGIC -> "Wrong magic number";
            case VERSION -> "Wrong version " + Integer.toUnsignedString(view.getInt(20));
            case START -> "Wrong start sector " + Long.toUnsignedString(view.getLong(24));
            case SIZE ->
                "Metadata area size " + Long.toUnsignedString(view.getLong(32)) + " too small";
          };
      lines.add("WARNING: " + what + " in mda header on " + device + " at " + start + '.');
    }
    return lines;
  }

  private static List<RawLocation> decodeSlots(ByteBuffer view) {
    List<RawLocation> slots = new ArrayList<>(SLOT_COUNT);
    for (int i = 0; i < SLOT_COUNT; i++) {
      slots.add(RawLocation.decode(view, SLOTS_AT + i * RawLocation.BYTES));
    }
    return slots;
  }

  private static FormatException wrong(String what, long start) {
    return new FormatException("Wrong " + what + " in mda header at " + start + ".");
  }

  /** The sector's bytes. */
  public ByteBuffer encode() {
    ByteBuffer view = Wire.allocate(BYTES);
    Wire.putAscii(view, MAGIC_AT, MAGIC);
    view.putInt(20, VERSION).putLong(24, start).putLong(32, size);
    for (int i = 0; i < SLOT_COUNT; i++) {
      slots.get(i).encode(view, SLOTS_AT + i * RawLocation.BYTES);
    }
    view.putInt(0, LvmChecksum.of(view.duplicate().position(MAGIC_AT)));
    return view;
  }
}
