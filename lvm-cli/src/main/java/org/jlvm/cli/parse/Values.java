package org.jlvm.cli.parse;

import java.util.Locale;
import org.jlvm.cli.table.ValueType;

/** Checks and reads the value of an option by its type. */
final class Values {
  private static final String ACTIVATIONS = " e ey ye s sy ys y a ay ya n en ne ln nl ly yl ";
  private static final String ALLOCATIONS =
      " contiguous cling cling_by_tags normal anywhere inherit ";
  private static final String CONFIG_TYPES =
      " current default diff full list missing new profilable profilable-command"
          + " profilable-metadata ";
  private static final String DUMPS =
      " headers metadata metadata_all metadata_search metadata_area backup_to_raw ";
  private static final String TAG_MARKS = "._-+/=!:&#";

  private Values() {}

  static OptionValue read(String command, ValueType type, String text) throws BadValueException {
    return switch (type) {
      case BOOL -> yesOrNo(text);
      case NUMBER -> Numbers.whole(text);
      case SNUMBER -> Numbers.signed(text);
      case PNUMBER -> Numbers.plus(text);
      case UINT32 -> Numbers.uint32(text);
      case SIZEKB -> Numbers.kib(text, false);
      case SSIZEKB -> Numbers.kib(text, true);
      case SIZEMB -> Numbers.mib(text, false, false, "Size may not be relative/signed.");
      case SSIZEMB -> Numbers.mib(text, true, true, "");
      case PSIZEMB -> Numbers.mib(text, true, false, "Size may not be negative.");
      case NSIZEMB -> Numbers.mib(text, false, true, "Size may not be positive.");
      case EXTENTS -> Numbers.extents(text, false, false, "Extents may not be relative/signed.");
      case SEXTENTS -> Numbers.extents(text);
      case PEXTENTS -> Numbers.extents(text, true, false, "Extents may not be negative.");
      case NEXTENTS -> Numbers.extents(text, false, true, "Extents may not be positive.");
      case REGIONSIZEMB -> Numbers.regionSize(text);
      case READAHEAD -> Numbers.readAhead(text);
      default -> word(command, type, text);
    };
  }

  private static OptionValue word(String command, ValueType type, String text)
      throws BadValueException {
    return switch (type) {
      case TAG -> tag(text);
      case ACTIVATION -> oneOf(ACTIVATIONS, text);
      case CACHEMETADATAFORMAT -> cacheMetadataFormat(text);
      case CACHEMODE ->
          oneOf(
              " writethrough writeback passthrough ",
              text.toLowerCase(Locale.ROOT),
              "Unknown cache mode: " + text + ".");
      case DISCARDS ->
          oneOf(
              " passdown nopassdown ignore ",
              text.toLowerCase(Locale.ROOT),
              "Thin pool discards type \"" + text + "\" is unknown.");
      case MIRRORLOG ->
          oneOf(" core disk mirrored ", text, "Mirror log type \"" + text + "\" is unknown.");
      case PERMISSION -> oneOf(" rw wr r ", text);
      case METADATATYPE -> oneOf(" lvm2 2 text ", text.toLowerCase(Locale.ROOT));
      case SEGTYPE -> segmentType(text);
      case ALLOC -> oneOf(ALLOCATIONS, text, "Unrecognised allocation policy " + text);
      case LOCKTYPE -> oneOf(" none clvm dlm sanlock idm ", text);
      case VGMETADATACOPIES -> vgMetadataCopies(text);
      case PVMETADATACOPIES -> pvMetadataCopies(text);
      case METADATACOPIES ->
          command.startsWith("pv") ? pvMetadataCopies(text) : vgMetadataCopies(text);
      case POLLOPERATION -> oneOf(" pvmove convert merge merge_thin ", text);
      case SYNCACTION -> oneOf(" check repair ", text);
      case REPORTFORMAT -> oneOf(" basic json json_std ", text);
      case CONFIGREPORT -> oneOf(" log vg lv pv pvseg seg ", text);
      case CONFIGTYPE -> oneOf(CONFIG_TYPES, text);
      case REPAIRTYPE -> oneOf(" pv_header metadata label_header ", text);
      case DUMPTYPE -> oneOf(DUMPS, text);
      case HEADINGS -> oneOf(" none abbrev full 0 1 2 ", text);
      default -> OptionValue.of(text);
    };
  }

  private static OptionValue yesOrNo(String text) throws BadValueException {
    return switch (text) {
      case "y" -> OptionValue.of(text, 1);
      case "n" -> OptionValue.of(text, 0);
      default -> throw new BadValueException();
    };
  }

  private static OptionValue tag(String text) throws BadValueException {
    String tag = text.startsWith("@") ? text.substring(1) : text;
    if (tag.isEmpty()) {
      throw new BadValueException();
    }
    for (int i = 0; i < tag.length(); i++) {
      if (!isAlphanumeric(tag.charAt(i)) && TAG_MARKS.indexOf(tag.charAt(i)) < 0) {
        throw new BadValueException();
      }
    }
    return OptionValue.of(tag);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static OptionValue segmentType(String text) throws BadValueException {
    if (!isOneOf(SegmentTypeNames.PADDED, text)) {
      throw new BadValueException(Complaint.warning("WARNING: Unrecognised segment type " + text));
    }
    return OptionValue.of(text);
  }

  private static OptionValue cacheMetadataFormat(String text) throws BadValueException {
    if (text.equals("auto")) {
      return OptionValue.of(text);
    }
    OptionValue value = Numbers.whole(text);
    if (value.number() > 2) {
      throw new BadValueException(
          "Selected cache metadata format " + value.number() + " is not supported.");
    }
    return value;
  }

  private static OptionValue vgMetadataCopies(String text) throws BadValueException {
    return text.equalsIgnoreCase("all") || text.equalsIgnoreCase("unmanaged")
        ? OptionValue.of(text)
        : Numbers.whole(text);
  }

  private static OptionValue pvMetadataCopies(String text) throws BadValueException {
    OptionValue value = Numbers.whole(text);
    if (value.number() > 2) {
      throw new BadValueException();
    }
    return value;
  }

  private static OptionValue oneOf(String padded, String text) throws BadValueException {
    if (!isOneOf(padded, text)) {
      throw new BadValueException();
    }
    return OptionValue.of(text);
  }

  private static OptionValue oneOf(String padded, String text, String problem)
      throws BadValueException {
    if (!isOneOf(padded, text)) {
      throw new BadValueException(problem);
    }
    return OptionValue.of(text);
  }

  /** Whether the text is one of the words, each of which has a blank on both sides. */
  private static boolean isOneOf(String padded, String text) {
    return !text.isEmpty() && text.indexOf(' ') < 0 && padded.contains(" " + text + " ");
  }
}
