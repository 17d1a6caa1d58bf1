package org.jlvm.core.device.inventory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.FileDevice;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.units.Sectors;

/** Image files instead of devices; nothing else is looked at. */
public final class ImageInventory implements DeviceInventory {
  private final Path directory;
  private final List<FileDevice> images;
  private final Sectors minimumSize;

  private ImageInventory(Path directory, List<FileDevice> images, Sectors minimumSize) {
    this.directory = directory;
    this.images = List.copyOf(images);
    this.minimumSize = minimumSize;
  }

  /**
   * Finds the images.
   *
   * @param directory relative paths start here
   * @param paths image files, or folders whose files are all images
   * @param minimumSize smaller images are excluded
   * @throws FailedException if a path is not there or cannot be read
   */
  public static ImageInventory of(Path directory, List<String> paths, Sectors minimumSize) {
    Set<FileDevice> images = new LinkedHashSet<>();
    for (String path : paths) {
      Path resolved = directory.resolve(path);
      if (Files.isDirectory(resolved)) {
        images.addAll(folder(resolved, path));
      } else if (Files.isRegularFile(resolved)) {
        images.add(new FileDevice(resolved, path));
      } else {
        throw new FailedException("Image " + path + " is neither a file nor a folder of files.");
      }
    }
    return new ImageInventory(directory, List.copyOf(images), minimumSize);
  }

  private static List<FileDevice> folder(Path folder, String name) {
    List<FileDevice> images = new ArrayList<>();
    String prefix = name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        if (Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new FailedException("Cannot read image folder " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new FailedException("Cannot read image folder " + name + ": " + e.getMessage(), e);
    }
    Collections.sort(files);
    for (Path file : files) {
      images.add(new FileDevice(file, prefix + file.getFileName()));
    }
    return images;
  }

  @Override
  public List<BlockDevice> usable() {
    List<BlockDevice> usable = new ArrayList<>(images.size());
    for (FileDevice image : images) {
      if (exclusion(image).isEmpty()) {
        usable.add(image);
      }
    }
    return usable;
  }

  @Override
  public List<Found> all() {
    List<Found> all = new ArrayList<>(images.size());
    for (FileDevice image : images) {
      all.add(new Found(image, exclusion(image)));
    }
    return all;
  }

  @Override
  public Optional<Found> find(String name) {
    Path wanted = directory.resolve(name).normalize();
    for (FileDevice image : images) {
      if (image.name().equals(name) || image.path().normalize().equals(wanted)) {
        return Optional.of(new Found(image, exclusion(image)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> exclusion(FileDevice image) {
    return image.size().toSectorsDown().compareTo(minimumSize) < 0
        ? Optional.of("device is too small (pv_min_size)")
        : Optional.empty();
  }
}
