package org.jlvm.core.engine.check;

import java.util.List;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.check.LabelCheck.Place;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/**
 * Where {@code pvck --dump metadata_search} looks: where the settings say, a half of which is
 * worked out from the other, else where the headers say, else where lvm2 usually puts an area.
 */
final class SearchPlace {
  private static final long MEBIBYTE = 1 << 20;
  private static final long FIRST_AREA = 4096;

  /** What headers or settings do not tell. */
  private static final Place NOWHERE = new Place(0, 0);

  private final BlockDevice device;
  private final PvckSettings settings;
  private final Messages messages;
  private final List<Place> headers;

  SearchPlace(
      BlockDevice device, PvckSettings settings, LabelCheck.Found label, Messages messages) {
    this.device = device;
    this.settings = settings;
    this.messages = messages;
    headers = label.isLabel() ? label.areas() : List.of();
  }

  /**
   * @param copy which area, 1 or 2, if the settings do not say
   * @throws FailedException if the settings are too few or contradict each other
   */
  Place find(int copy) {
    Place place;
    long number = settings.areaNumber();
    if (has("mda")) {
      place = given("mda");
      if (has("mda2")) {
        messages.print("Ignoring mda2 values from settings.");
      }
    } else if (has("mda2")) {
      place = given("mda2");
    } else {
      number = number == 0 ? copy : number;
      place = header(number).equals(NOWHERE) ? usual(number) : header(number);
    }
    Place header = header(number);
    boolean contradicted =
        header.offset() != 0 && header.offset() != place.offset()
            || header.size() != 0 && header.size() != place.size();
    if (contradicted) {
      String area = "mda" + number;
      messages.print(
          "Ignoring "
              + (area + "_offset " + header.offset() + ' ')
              + (area + "_size " + header.size())
              + " from pv_header.");
    }
    return place;
  }

  private boolean has(String prefix) {
    return settings.has(prefix + "_offset") || settings.has(prefix + "_size");
  }

  private Place header(long number) {
    return number > 0 && number <= headers.size() ? headers.get((int) number - 1) : NOWHERE;
  }

  private Place given(String prefix) {
    long offset = settings.number(prefix + "_offset").orElse(0);
    long size = settings.number(prefix + "_size").orElse(0);
    long number = settings.areaNumber();
    if (offset != 0 && size != 0) {
      return new Place(offset, size);
    }
    if (number == 0 && !(settings.has(prefix + "_offset") && settings.has(prefix + "_size"))) {
      throw new FailedException(
          "Specify at least two values from: mda_num, " + prefix + "_offset, " + prefix + "_size.");
    }
    boolean second = prefix.equals("mda2");
    if (second && number == 1) {
      throw new FailedException("Invalid mda_num=1 and mda2 settings.");
    }
    number = second ? 2 : number;
    if (size == 0) {
      long known = header(number).size();
      size = known != 0 ? known : sizeFrom(offset, number);
    }
    if (offset == 0) {
      long known = second ? header(number).offset() : 0;
      offset = known != 0 ? known : offsetFrom(size, number);
    }
    return new Place(offset, size);
  }

  private long sizeFrom(long offset, long number) {
    if (number == 1) {
      return MEBIBYTE - FIRST_AREA;
    }
    return number == 2 ? wholeMebibytes() - offset : 0;
  }

  private long offsetFrom(long size, long number) {
    if (number == 1) {
      return FIRST_AREA;
    }
    return number == 2 ? wholeMebibytes() - size : 0;
  }

  /** Bytes of the device without what is behind its last whole MiB. */
  private long wholeMebibytes() {
    long size = device.size().count();
    return size - size % MEBIBYTE;
  }

  private Place usual(long number) {
    if (number != 1 && number != 2) {
      throw new FailedException("No mda location.");
    }
    Place place = number == 1 ? new Place(FIRST_AREA, MEBIBYTE - FIRST_AREA) : second(device);
    messages.print(
        (number == 1 ? "Using common defaults for first mda" : "Using defaults for second mda")
            + ": offset "
            + place.offset()
            + " size "
            + place.size()
            + ".");
    messages.print("Override defaults with --settings \"mda_offset=<bytes> mda_size=<bytes>\"");
    return place;
  }

  /** Where lvm2 puts a second area: the last whole MiB and what is behind it. */
  static Place second(BlockDevice device) {
    long size = device.size().count();
    if (size < 2 * MEBIBYTE) {
      throw new FailedException("Device " + device.name() + " is too small for a second mda.");
    }
    long offset = size - size % MEBIBYTE - MEBIBYTE;
    return new Place(offset, size - offset);
  }
}
