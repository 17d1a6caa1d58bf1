package org.jlvm.core.engine.scan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.PvLabel;

/** Reads the labels, area headers and metadata texts of devices; many devices in parallel. */
public final class LabelScanner {
  /** Covers the label and the header of an area at the usual place in one read. */
  private static final int FIRST_READ = 8192;

  private static final int PARALLEL_FROM = 16;
  private static final int MAX_THREADS = 16;

  private LabelScanner() {}

  private record Found(Optional<ScannedPv> pv, List<Scan.Problem> problems) {}

  /** Reads all devices. What is wrong with one becomes a problem in the result. */
  public static Scan scan(List<BlockDevice> devices) {
    List<Found> found =
        devices.size() < PARALLEL_FROM ? readInTurn(devices) : readInParallel(devices);
    List<Scan.Problem> problems = new ArrayList<>();
    Map<Scan.TextKey, MetadataText> texts = new HashMap<>();
    Map<String, Scan.TextKey> newest = new HashMap<>();
    Set<LvmId> known = new HashSet<>();
    List<ScannedPv> checked = new ArrayList<>(found.size());
    for (Found one : found) {
      problems.addAll(one.problems());
      if (one.pv().isPresent()) {
        ScannedPv pv = one.pv().get();
        // Nothing is told of what is wrong with a second device of the same id, as it is not used.
        AreaReader reader =
            known.add(pv.id())
                ? new AreaReader(pv, texts, newest, problems)
                : new AreaReader(pv, texts, new HashMap<>(), new ArrayList<>());
        List<ScannedArea> areas = reader.read();
        checked.add(new ScannedPv(pv.device(), pv.label(), areas));
      }
    }
    return new Scan(devices, checked, problems, texts);
  }

  private static List<Found> readInTurn(List<BlockDevice> devices) {
    List<Found> found = new ArrayList<>(devices.size());
    for (BlockDevice device : devices) {
      found.add(readDevice(device));
    }
    return found;
  }

  private static List<Found> readInParallel(List<BlockDevice> devices) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(MAX_THREADS, devices.size()));
    try {
      List<Future<Found>> pending = new ArrayList<>(devices.size());
      for (BlockDevice device : devices) {
        pending.add(pool.submit(() -> readDevice(device)));
      }
      List<Found> found = new ArrayList<>(devices.size());
      for (Future<Found> one : pending) {
        found.add(one.get());
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("Interrupted while reading devices.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a device failed unexpectedly", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Found readDevice(BlockDevice device) {
    List<Scan.Problem> problems = new ArrayList<>(0);
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      int length = (int) Math.min(FIRST_READ, handle.size().count());
      ByteBuffer start = ByteBuffer.allocate(length);
      handle.read(0, start);
      start.flip();
      ByteBuffer labels = start.duplicate().limit(Math.min(PvLabel.SCAN_BYTES, length));
      PvLabel.Found label = PvLabel.find(labels);
      for (FormatException problem : label.problems()) {
        problems.add(problem(device.name(), problem));
      }
      if (label.label().isEmpty()) {
        return new Found(Optional.empty(), problems);
      }
      List<ScannedArea> areas = readAreas(handle, start, label.label().get());
      return new Found(Optional.of(new ScannedPv(device, label.label().get(), areas)), problems);
    } catch (DeviceException e) {
      problems.add(Scan.Problem.warning(device.name(), e.getMessage()));
      return new Found(Optional.empty(), problems);
    }
  }

  private static Scan.Problem problem(String name, FormatException found) {
    return switch (found.kind()) {
      case NAMELESS -> new Scan.Problem(name, Level.ERROR, "PV " + name + " size is zero.", true);
      case UNSEALED ->
          new Scan.Problem(
              name, Level.VERY_VERBOSE, "Label checksum incorrect on " + name + " - ignoring");
      case CORRUPT, UNSUPPORTED -> Scan.Problem.warning(name, name + ": " + found.getMessage());
    };
  }

  private static List<ScannedArea> readAreas(DeviceHandle handle, ByteBuffer start, PvLabel label) {
    List<ScannedArea> areas = new ArrayList<>(2);
    List<DiskArea> places = label.pv().metadataAreas();
    for (int i = 0; i < places.size(); i++) {
      DiskArea place = places.get(i);
      ScannedArea area = new ScannedArea(i, place, Optional.empty(), Optional.empty());
      try {
        MdaHeader header = readHeader(handle, start, place.offset().count());
        area = new ScannedArea(i, place, Optional.of(header), Optional.empty());
      } catch (FormatException | DeviceException e) {
        area = area.damaged(e.getMessage());
      }
      areas.add(area);
    }
    return areas;
  }

  /** Whether the headers of areas on disk are still the ones that were read. */
  public static boolean isUnchanged(ScannedPv pv) {
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ)) {
      for (ScannedArea area : pv.areas()) {
        ByteBuffer none = ByteBuffer.allocate(0);
        Optional<MdaHeader> before = area.header();
        if (before.isPresent()
            && !before.get().equals(readHeader(handle, none, before.get().start()))) {
          return false;
        }
      }
      return true;
    } catch (FormatException | DeviceException e) {
      // Whatever is wrong now, the full scan will tell.
      return false;
    }
  }

  static MdaHeader readHeader(DeviceHandle handle, ByteBuffer start, long offset) {
    if (offset + MdaHeader.BYTES <= start.limit()) {
      return MdaHeader.decode(start.duplicate().position((int) offset), offset);
    }
    if (offset > handle.size().count() - MdaHeader.BYTES) {
      throw new FormatException("metadata area at " + offset + " is past the end of the device");
    }
    ByteBuffer sector = ByteBuffer.allocate(MdaHeader.BYTES);
    handle.read(offset, sector);
    return MdaHeader.decode(sector.flip(), offset);
  }
}
