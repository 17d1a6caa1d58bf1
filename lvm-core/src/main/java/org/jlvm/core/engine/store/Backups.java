package org.jlvm.core.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.format.TextHeader;
import org.jlvm.core.format.VgTextWriter;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;

/** Copies of metadata in files: one backup a group, and archives from before each change. */
public final class Backups {
  private static final long SECONDS_PER_DAY = 24L * 60 * 60;
  private static final String SUFFIX = ".vg";
  private static final int INDEX_DIGITS = 5;
  private static final long MANY_BYTES = 128L * 1024 * 1024;
  private static final int MANY_FILES = 8192;

  private final Environment environment;
  private final BackupSettings settings;
  private boolean toldOfNoBackup;
  private Optional<VolumeGroup> lastBackedUp = Optional.empty();

  /**
   * One archive file.
   *
   * @param path the file
   * @param index counted up with each archive of a group
   */
  public record Archive(Path path, long index) {}

  public Backups(Environment environment, BackupSettings settings) {
    this.environment = environment;
    this.settings = settings;
  }

  public BackupSettings settings() {
    return settings;
  }

  /** Keeps the metadata as it is before a change, unless that is switched off. */
  public void archive(VolumeGroup vg) {
    if (!settings.archive()) {
      return;
    }
    if (environment.testMode()) {
      environment.messages().verbose("Test mode: Skipping archiving of volume group.");
      return;
    }
    environment
        .messages()
        .verbose(
            "Archiving volume group \"" + vg.name() + "\" metadata (seqno " + vg.seqno() + ").");
    try {
      Files.createDirectories(settings.archiveDirectory());
      List<Archive> present = archives(vg.name());
      long index = present.isEmpty() ? 0 : present.get(present.size() - 1).index() + 1;
      Path target = settings.archiveDirectory().resolve(archiveName(vg.name(), index));
      writeFile(target, VgTextWriter.forFile(vg, header(description("*before*"))));
      List<Archive> all = new ArrayList<>(present);
      all.add(new Archive(target, index));
      expire(vg.name(), all);
    } catch (IOException e) {
      throw new FailedException(
          "Cannot archive volume group metadata for "
              + vg.name()
              + " to "
              + settings.archiveDirectory()
              + ": "
              + reason(e),
          e);
    }
  }

  /** Keeps the metadata as it is after a change; a failure is told but fails nothing. */
  public void backup(VolumeGroup vg) {
    if (!settings.backup()) {
      if (!toldOfNoBackup) {
        environment.messages().warn("WARNING: This metadata update is NOT backed up.");
      }
      toldOfNoBackup = true;
      return;
    }
    if (environment.testMode()) {
      environment.messages().verbose("Test mode: Skipping backup of volume group.");
      return;
    }
    environment
        .messages()
        .verbose(
            "Creating volume group backup \""
                + settings.backupDirectory().resolve(vg.name().value())
                + "\" (seqno "
                + vg.seqno()
                + ").");
    if (lastBackedUp.isPresent() && lastBackedUp.get() == vg) {
      // lvm2 does it again; only the telling can be seen.
      return;
    }
    try {
      Files.createDirectories(settings.backupDirectory());
      Path target = settings.backupDirectory().resolve(vg.name().value());
      writeFile(target, VgTextWriter.forFile(vg, header(description("*after*"))));
      lastBackedUp = Optional.of(vg);
    } catch (IOException e) {
      environment
          .messages()
          .error("Backup of volume group " + vg.name() + " metadata failed: " + reason(e));
    }
  }

  /** The backup of a group, if there is one that can be read. */
  public Optional<VolumeGroup> latest(VgName name) {
    try {
      return Optional.of(BackupFile.read(settings.backupDirectory().resolve(name.value())));
    } catch (LvmException e) {
      environment.messages().debug("No usable backup of " + name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Writes the metadata to a file of the user's choice.
   *
   * @throws FailedException if that is not possible
   */
  public void backupTo(Path file, VolumeGroup vg, String description) {
    try {
      writeFile(file, VgTextWriter.forFile(vg, header(description)));
    } catch (IOException e) {
      throw new FailedException("Cannot write backup " + file + ": " + reason(e), e);
    }
  }

  /** Forgets the backup of a group that is gone. */
  public void remove(VgName name) {
    if (environment.testMode()) {
      return;
    }
    lastBackedUp = Optional.empty();
    try {
      Files.deleteIfExists(settings.backupDirectory().resolve(name.value()));
    } catch (IOException e) {
      environment.messages().debug("Cannot remove backup of " + name + ": " + reason(e));
    }
  }

  /** The archives of a group, oldest first; none if the directory is not there. */
  public List<Archive> archives(VgName name) throws IOException {
    List<Archive> found = new ArrayList<>();
    if (!Files.isDirectory(settings.archiveDirectory())) {
      return found;
    }
    try (Stream<Path> files = Files.list(settings.archiveDirectory())) {
      files.forEach(file -> indexOf(file, name).ifPresent(i -> found.add(new Archive(file, i))));
    }
    found.sort(Comparator.comparingLong(Archive::index).thenComparing(a -> a.path().toString()));
    return found;
  }

  /** The index of an archive file {@code VG_INDEX-RANDOM.vg} of that group. */
  private static Optional<Long> indexOf(Path path, VgName name) {
    String file = String.valueOf(path.getFileName());
    int underscore = file.lastIndexOf('_');
    if (!file.endsWith(SUFFIX)
        || underscore < 0
        || !file.substring(0, underscore).equals(name.value())) {
      return Optional.empty();
    }
    long index = 0;
    int digits = 0;
    for (int i = underscore + 1; i < file.length() && Character.isDigit(file.charAt(i)); i++) {
      index = index * 10 + (file.charAt(i) - '0');
      digits++;
      if (digits > 10) {
        return Optional.empty();
      }
    }
    return digits == 0 ? Optional.empty() : Optional.of(index);
  }

  private String archiveName(VgName name, long index) {
    StringBuilder digits = new StringBuilder(Long.toString(index));
    while (digits.length() < INDEX_DIGITS) {
      digits.insert(0, '0');
    }
    int random = environment.ids().next().hashCode() & Integer.MAX_VALUE;
    return name + "_" + digits + "-" + random + SUFFIX;
  }

  private void expire(VgName name, List<Archive> oldestFirst) throws IOException {
    long keepFrom = environment.now() - settings.retainDays() * SECONDS_PER_DAY;
    int left = oldestFirst.size();
    long bytes = 0;
    for (Archive archive : oldestFirst) {
      if (left <= settings.retainMinimum()) {
        break;
      }
      bytes += Files.size(archive.path());
      if (Files.getLastModifiedTime(archive.path()).toInstant().getEpochSecond() > keepFrom) {
        continue;
      }
      environment.messages().show(Level.VERY_VERBOSE, "Expiring archive " + archive.path());
      Files.deleteIfExists(archive.path());
      left--;
    }
    if (bytes >= MANY_BYTES || left > MANY_FILES) {
      environment
          .messages()
          .info(
              "Consider pruning "
                  + name
                  + " VG archive with more than "
                  + bytes / (1024 * 1024)
                  + " MiB in "
                  + left
                  + " files (see archiving settings in lvm.conf).");
    }
  }

  private String description(String when) {
    return "Created " + when + " executing '" + environment.commandLine() + "'";
  }

  /** The header of a text that is written now. */
  public TextHeader header(String description) {
    return new TextHeader(
        environment.programVersion(),
        description,
        environment.host().nodeName(),
        environment.host().details(),
        environment.host().systemId(),
        environment.now(),
        environment.clock().getZone());
  }

  /** Writes a file so that at any time the old or the new one is there, whole. */
  private static void writeFile(Path target, byte[] contents) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path temporary = Files.createTempFile(absolute.getParent(), ".lvm_", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(contents);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      move(temporary, absolute);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
