package org.jlvm.core.report.lvm;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.ReservedValue;
import org.jlvm.core.report.field.TimeSpan;

/** All fields of volume groups and what they are made of. */
public final class LvmFields implements FieldTable<LvmRow> {
  private static final List<LvmObject> OBJECTS = List.of(LvmObject.values());

  private final Rendering rendering;
  private final LvValues lvs;
  private final LvDeviceValues devices;
  private final PvValues pvs;
  private final VgValues vgs;
  private final SegmentValues segments;
  private final long now;
  private final List<Field> fields;

  /**
   * @param now seconds since 1970, for words such as {@code yesterday}
   */
  public LvmFields(Rendering rendering, LiveVolumes live, long now) {
    this.rendering = rendering;
    this.now = now;
    lvs = new LvValues(rendering, live);
    devices = new LvDeviceValues(rendering, live);
    pvs = new PvValues(rendering, lvs);
    vgs = new VgValues(rendering, lvs);
    segments = new SegmentValues(rendering, lvs, live);
    fields = allFields();
  }

  private static List<Field> allFields() {
    List<Field> all = new ArrayList<>(256);
    all.addAll(List.of(LvField.values()));
    all.addAll(List.of(LvDeviceField.values()));
    all.addAll(List.of(PvField.values()));
    all.addAll(List.of(VgField.values()));
    all.addAll(List.of(SegmentField.values()));
    all.addAll(List.of(PvSegmentField.values()));
    return all;
  }

  @Override
  public List<Field> fields() {
    return fields;
  }

  @Override
  public List<LvmObject> objectTypes() {
    return OBJECTS;
  }

  @Override
  public List<ReservedValue> reservedValues() {
    return ReservedWords.ALL;
  }

  @Override
  public ZoneId zone() {
    return rendering.zone();
  }

  @Override
  public Optional<TimeSpan> timeWords(Field field, String words, Messages messages) {
    return field == LvField.LV_TIME || field == LvField.LV_TIME_REMOVED
        ? TimeWords.read(words, now, rendering.zone(), messages)
        : Optional.empty();
  }

  @Override
  public Cell cell(Field field, LvmRow row) {
    if (field instanceof LvField lvField) {
      return lvs.cell(lvField, row);
    }
    if (field instanceof LvDeviceField deviceField) {
      return devices.cell(deviceField, row);
    }
    if (field instanceof SegmentField segmentField) {
      return segments.cell(segmentField, row);
    }
    if (field instanceof VgField vgField) {
      return vgs.cell(vgField, row);
    }
    if (field instanceof PvField pvField) {
      return pvs.cell(pvField, row);
    }
    PvRun run = row.run().orElseThrow();
    return Cell.number(field == PvSegmentField.PVSEG_START ? run.start() : run.length());
  }
}
