package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.LabelHeader;
import org.jlvm.core.ondisk.LvmChecksum;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.ondisk.RawLocation;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;

/** Writes damaged headers and metadata anew, from what is left and what the user provides. */
public final class PvRepair {
  private static final long FIRST_AREA = 4096;

  private final Session session;
  private final RawDisk disk;
  private final int labelSector;
  private final PvckSettings settings;
  private final Optional<MetadataInput> input;
  private final Messages messages;
  private final Prompter prompter;

  public PvRepair(
      Session session,
      BlockDevice device,
      int labelSector,
      PvckSettings settings,
      Optional<MetadataInput> input) {
    this.session = session;
    disk = new RawDisk(device);
    this.labelSector = labelSector;
    this.settings = settings;
    this.input = input;
    messages = session.environment().messages();
    prompter = session.environment().prompter();
  }

  private LabelCheck.Found label() {
    return new LabelCheck(messages, false).check(disk, labelSector);
  }

  private boolean isAgreed(String question) {
    if (session.environment().testMode()) {
      messages.warn("Skip writing in test mode.");
      return false;
    }
    if (!prompter.ask(question)) {
      throw new FailedException("");
    }
    return true;
  }

  private void warnOfNoLabel() {
    messages.warn(
        "WARNING: No LVM label found on "
            + disk.device().name()
            + ".  It may not be an LVM device.");
  }

  private ByteBuffer sector() {
    long offset = (long) labelSector * Sectors.BYTES;
    return disk.read(offset, LabelHeader.LABEL_SIZE)
        .orElseThrow(() -> new FailedException("Failed to read label_header at " + offset));
  }

  /** Mends the label's own fields; what the header behind it says stays. */
  public void labelHeader() {
    if (!label().isLabel()) {
      warnOfNoLabel();
      if (!prompter.ask("Write LVM header to device? ")) {
        throw new FailedException("");
      }
    }
    ByteBuffer sector = sector();
    put(sector, 0, LabelCheck.ID);
    put(sector, LabelCheck.TYPE_AT, LabelCheck.TYPE);
    sector.putLong(8, labelSector);
    sector.putInt(LabelCheck.CHECKED_FROM, LabelCheck.PV_HEADER_AT);
    int checksum = LvmChecksum.of(sector.duplicate().position(LabelCheck.CHECKED_FROM));
    sector.putInt(LabelCheck.CHECKSUM_AT, checksum);
    messages.print("Writing label_header.crc 0x" + TextSearch.padded(checksum));
    if (isAgreed("Write new LVM header to " + disk.device().name() + "? ")) {
      disk.write((long) labelSector * Sectors.BYTES, sector.rewind());
    }
  }

  private static void put(ByteBuffer bytes, int at, String text) {
    byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < characters.length; i++) {
      bytes.put(at + i, characters[i]);
    }
  }

  /** What the new header says of the volume. */
  private record Facts(LvmId id, long deviceSize, long dataOffset) {}

  /** Writes label and header. */
  public void pvHeader() {
    LabelCheck.Found label = label();
    if (!label.isLabel()) {
      warnOfNoLabel();
    }
    List<LabelCheck.Place> areas = areas(label);
    Facts facts = facts();
    requireFree(facts.id());
    write(facts, areas);
  }

  /** Only labels are looked for: what else is wrong with other devices does not matter here. */
  private void requireFree(LvmId id) {
    for (ScannedPv pv : LabelScanner.scan(session.devices().usable()).pvs()) {
      if (pv.id().equals(id)) {
        String holder = pv.device().name();
        if (!holder.equals(disk.device().name())) {
          throw new FailedException(
              "Cannot use PV UUID " + id.value() + " which exists on " + holder);
        }
        return;
      }
    }
  }

  /** Places of metadata areas: as the header says, else as traces on the device or the user say. */
  private List<LabelCheck.Place> areas(LabelCheck.Found label) {
    List<LabelCheck.Place> areas = new ArrayList<>(label.areas());
    if (areas.isEmpty()) {
      areas.addAll(traces());
    }
    boolean none =
        settings.number("mda_offset").orElse(1) == 0 && settings.number("mda_size").orElse(1) == 0;
    if (areas.isEmpty() && none) {
      messages.warn("WARNING: PV will have no metadata with zero metadata areas.");
    } else if (areas.isEmpty()) {
      messages.warn("WARNING: No previous metadata areas found on device.");
      if (!prompter.ask("Should a metadata area be included? ")) {
        throw new FailedException(
            "To repair with zero metadata areas, use --settings \"mda_offset=0 mda_size=0\".");
      }
      areas.add(new LabelCheck.Place(FIRST_AREA, 0));
    }
    if (!areas.isEmpty() && (settings.has("mda2_offset") || settings.has("mda2_size"))) {
      LabelCheck.Place given =
          new LabelCheck.Place(
              settings.number("mda2_offset").orElse(0), settings.number("mda2_size").orElse(0));
      if (areas.size() > 1) {
        requireSame("mda2_offset", given.offset(), areas.get(1).offset());
        requireSame("mda2_size", given.size(), areas.get(1).size());
      }
      return List.of(areas.get(0), given);
    }
    return areas;
  }

  private static void requireSame(String setting, long given, long found) {
    if (given != found) {
      throw new FailedException(
          setting
              + " setting "
              + given
              + " does not match "
              + setting
              + " found on disk "
              + found
              + ".");
    }
  }

  private List<LabelCheck.Place> traces() {
    List<LabelCheck.Place> found = new ArrayList<>(2);
    Optional<ByteBuffer> first = disk.read(FIRST_AREA, MdaHeader.BYTES);
    if (first.isPresent() && AreaCheck.hasMagic(first.get())) {
      found.add(new LabelCheck.Place(FIRST_AREA, 0));
    }
    Optional<LabelCheck.Place> second = secondTrace();
    if (second.isPresent()) {
      return List.of(new LabelCheck.Place(FIRST_AREA, 0), second.get());
    }
    return found;
  }

  /** A second area is believed only if it holds metadata of this very group. */
  private Optional<LabelCheck.Place> secondTrace() {
    LabelCheck.Place place;
    try {
      place = SearchPlace.second(disk.device());
    } catch (FailedException e) {
      return Optional.empty();
    }
    Optional<ByteBuffer> bytes = disk.read(place.offset(), place.size());
    if (bytes.isEmpty() || !AreaCheck.hasMagic(bytes.get())) {
      return Optional.empty();
    }
    if (bytes.get().getInt(AreaCheck.VERSION_AT) != 1) {
      messages.print("Skipping mda2 (wrong mda_header.version)");
      return Optional.empty();
    }
    if (bytes.get().getLong(AreaCheck.START_AT) != place.offset()) {
      messages.print("Skipping mda2 (wrong mda_header.start)");
      return Optional.empty();
    }
    String id = input.map(file -> file.vg().id().hyphenated()).orElse("?");
    String half = RawText.string(bytes.get().array()).substring(0, (int) (place.size() / 2));
    if (!half.contains(id)) {
      messages.print("Skipping mda2 (no matching VG UUID in metadata area)");
      return Optional.empty();
    }
    messages.print("Found mda2 header at offset " + place.offset() + " size " + place.size());
    return Optional.of(place);
  }

  private Facts facts() {
    boolean all =
        settings.has("device_size") && settings.has("data_offset") && settings.pvId().isPresent();
    if (all && input.isEmpty()) {
      long size = settings.number("device_size").getAsLong();
      long real = disk.device().size().count();
      if (real != size) {
        messages.warn(
            "WARNING: device_size setting "
                + size
                + " bytes does not match device size "
                + real
                + " bytes.");
      }
      long offset = settings.number("data_offset").getAsLong();
      return new Facts(settings.pvId().orElseThrow(), size, offset - offset % Sectors.BYTES);
    }
    if (input.isEmpty()) {
      messages.error("Metadata input file is needed for pv_header info.");
      throw new FailedException("See pvck --dump to locate and create a metadata file.");
    }
    PhysicalVolume pv = fromMetadata(input.get());
    return new Facts(pv.id(), pv.deviceSize().toBytes().count(), pv.peStart().toBytes().count());
  }

  private PhysicalVolume fromMetadata(MetadataInput file) {
    String text = RawText.printable(sector(), LabelCheck.PV_HEADER_AT, LvmId.LENGTH);
    Optional<LvmId> current =
        text.indexOf('-') < 0 && LvmId.isParsable(text)
            ? Optional.of(LvmId.parse(text))
            : Optional.empty();
    Optional<LvmId> set = settings.pvId();
    if (current.isPresent() && set.isPresent() && !current.equals(set)) {
      messages.warn(
          "WARNING: Existing PV UUID "
              + current.get().value()
              + " does not match pv_uuid setting "
              + set.get().value()
              + ".");
    }
    Optional<LvmId> wanted = set.or(() -> current);
    for (PhysicalVolume pv : file.vg().pvs()) {
      boolean match =
          wanted.isPresent()
              ? pv.id().equals(wanted.get())
              : pv.deviceHint().equals(disk.device().name());
      if (match) {
        return pv;
      }
    }
    if (set.isPresent()) {
      messages.error("PV UUID " + set.get().value() + " not found in metadata file.");
    } else if (current.isPresent()) {
      messages.error(
          "PV UUID "
              + current.get().value()
              + " in existing pv_header not found in metadata file.");
    } else {
      messages.error("PV name " + disk.device().name() + " not found in metadata file.");
    }
    throw new FailedException("No valid PV UUID, specify a PV UUID from metadata in --settings.");
  }

  private void write(Facts facts, List<LabelCheck.Place> areas) {
    List<DiskArea> metadata = new ArrayList<>(2);
    LabelCheck.Place first = new LabelCheck.Place(0, 0);
    LabelCheck.Place second = new LabelCheck.Place(0, 0);
    if (!areas.isEmpty()) {
      first = new LabelCheck.Place(FIRST_AREA, facts.dataOffset() - FIRST_AREA);
      metadata.add(DiskArea.of(first.offset(), first.size()));
    }
    if (areas.size() > 1) {
      second = areas.get(1);
      metadata.add(DiskArea.of(second.offset(), second.size()));
    }
    PvHeader header =
        new PvHeader(
            facts.id().value(),
            Bytes.of(facts.deviceSize()),
            List.of(DiskArea.of(facts.dataOffset(), 0)),
            metadata,
            Optional.of(PvHeaderExtension.current(true, List.of())));
    ByteBuffer sector = PvLabel.at(labelSector, header).encode().order(ByteOrder.LITTLE_ENDIAN);
    messages.print(
        "Writing label_header.crc 0x"
            + TextSearch.padded(sector.getInt(LabelCheck.CHECKSUM_AT))
            + " pv_header uuid "
            + facts.id().value()
            + " device_size "
            + facts.deviceSize());
    messages.print(
        "Writing data_offset "
            + facts.dataOffset()
            + " mda1_offset "
            + first.offset()
            + " mda1_size "
            + first.size()
            + " mda2_offset "
            + second.offset()
            + " mda2_size "
            + second.size());
    if (isAgreed("Write new LVM header to " + disk.device().name() + "? ")) {
      disk.write((long) labelSector * Sectors.BYTES, sector);
    }
  }

  /** Writes the metadata to the areas that the header names. */
  public void metadata() {
    MetadataInput file =
        input.orElseThrow(() -> new FailedException("Metadata input file is required."));
    LabelCheck.Found label = label();
    if (!label.isLabel()) {
      messages.error("No lvm label found on device.");
      throw new FailedException("See --repairtype pv_header to repair headers.");
    }
    if (label.areas().isEmpty()) {
      if (settings.number("mda_offset").orElse(1) == 0
          && settings.number("mda_size").orElse(1) == 0) {
        messages.print("No metadata areas on device to repair.");
        return;
      }
      messages.error("No metadata areas found on device.");
      throw new FailedException("See --repairtype pv_header to repair headers.");
    }
    long number = settings.areaNumber();
    if (number > label.areas().size()) {
      messages.error("No mda" + number + " offset found.");
      throw new FailedException("See --repairtype pv_header to repair headers.");
    }
    for (int i = 0; i < label.areas().size(); i++) {
      if (number == 0 || number == i + 1) {
        writeArea(i + 1, label.areas().get(i), file.text());
      }
    }
  }

  private void writeArea(int number, LabelCheck.Place place, byte[] text) {
    long room = place.size() - MdaHeader.BYTES;
    if (text.length > room) {
      throw new FailedException(
          "Metadata text "
              + text.length
              + " too large for mda_size "
              + place.size()
              + " max "
              + (room / 2 - Sectors.BYTES));
    }
    int checksum = LvmChecksum.of(text);
    RawLocation location = RawLocation.of(MdaHeader.BYTES, text.length, checksum);
    MdaHeader header = MdaHeader.empty(place.offset(), place.size()).commit(location, false);
    messages.print(
        "Writing metadata at "
            + (place.offset() + MdaHeader.BYTES)
            + " length "
            + text.length
            + " crc 0x"
            + TextSearch.padded(checksum)
            + " mda"
            + number);
    messages.print("Writing mda_header at " + place.offset() + " mda" + number);
    if (isAgreed("Write new LVM metadata to " + disk.device().name() + "? ")) {
      disk.write(place.offset() + MdaHeader.BYTES, ByteBuffer.wrap(text));
      disk.write(place.offset(), header.encode());
    }
  }
}
