package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jlvm.core.config.text.MetadataWriter;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.ForeignText;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSink;
import org.jlvm.core.model.UnknownEntries;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;

/** Writes segment sections. */
final class SegmentWriter implements SegmentSink {
  private final MetadataWriter out;
  private final VolumeGroup vg;
  private final Map<LvmId, String> pvNames;
  private SectionWriter section;
  private boolean refersToVolumes;

  SegmentWriter(MetadataWriter out, VolumeGroup vg, Map<LvmId, String> pvNames) {
    this.out = out;
    this.vg = vg;
    this.pvNames = pvNames;
    section = new SectionWriter(out, UnknownEntries.NONE);
  }

  void write(Segment segment, int number) {
    out.open("segment" + number);
    SegmentHead head = segment.head();
    section = new SectionWriter(out, head.unknown());
    section.number("start_extent", head.start());
    section.size("extent_count", head.length(), vg.extentSize().times(head.length()));
    out.newLine();
    if (head.reshapeLength() != 0) {
      section.size(
          "reshape_count", head.reshapeLength(), vg.extentSize().times(head.reshapeLength()));
    }
    section.string("type", segment.type().name());
    section.tags(head.tags());
    segment.type().write(segment, this);
    section.rest();
    out.close();
  }

  @Override
  public void number(String key, long value) {
    section.number(key, value);
  }

  @Override
  public void number(String key, long value, String comment) {
    section.number(key, value, comment);
  }

  @Override
  public void size(String key, long value, Sectors size) {
    section.size(key, value, size);
  }

  @Override
  public void lv(String key, LvmId lv) {
    section.string(key, lvName(lv));
  }

  /** Whether what was written since the last call names other logical volumes. */
  boolean takeRefersToVolumes() {
    boolean refers = refersToVolumes;
    refersToVolumes = false;
    return refers;
  }

  private String lvName(LvmId lv) {
    refersToVolumes = true;
    return vg.lv(lv).name().value();
  }

  @Override
  public void areas(String key, List<Area> areas) {
    List<String> lines = new ArrayList<>(areas.size());
    for (Area area : areas) {
      String name =
          area instanceof Area.OnPv onPv ? pvName(onPv.pv()) : lvName(((Area.OnLv) area).lv());
      lines.add('"' + name + "\", " + area.extent());
    }
    list(key, lines);
  }

  private String pvName(LvmId pv) {
    String name = pvNames.get(pv);
    if (name == null) {
      throw new IllegalArgumentException("no PV " + pv + " in VG " + vg.name());
    }
    return name;
  }

  @Override
  public void lvLines(String key, List<List<LvmId>> lines) {
    List<String> texts = new ArrayList<>(lines.size());
    for (List<LvmId> line : lines) {
      StringBuilder text = new StringBuilder();
      for (LvmId lv : line) {
        text.append(text.isEmpty() ? "\"" : ", \"").append(lvName(lv)).append('"');
      }
      texts.add(text.toString());
    }
    list(key, texts);
  }

  private void list(String key, List<String> lines) {
    out.newLine();
    out.line(key + " = [");
    out.indent();
    for (int i = 0; i < lines.size(); i++) {
      out.line(i < lines.size() - 1 ? lines.get(i) + ',' : lines.get(i));
    }
    out.outdent();
    out.line("]");
    section.after(key);
  }

  @Override
  public void foreignText(ForeignText text) {
    List<String> lines = new ArrayList<>(text.lines().size());
    for (List<ForeignText.Part> parts : text.lines()) {
      StringBuilder line = new StringBuilder();
      for (ForeignText.Part part : parts) {
        if (part instanceof ForeignText.Text plain) {
          line.append(plain.text());
        } else if (part instanceof ForeignText.LvReference reference) {
          line.append('"').append(lvName(reference.id())).append('"');
        } else if (part instanceof ForeignText.PvReference reference) {
          line.append('"').append(pvName(reference.id())).append('"');
        }
      }
      lines.add(line.toString());
    }
    ForeignLines.write(lines, out);
  }

  @Override
  public Sectors extentSize() {
    return vg.extentSize();
  }
}
