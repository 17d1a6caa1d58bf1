package org.jlvm.core.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.format.TextHeader;
import org.jlvm.core.format.TextVersion;
import org.jlvm.core.format.VgTexts;
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
  private final VgTexts texts = new VgTexts();
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

  /**
   * Keeps the metadata as it is before a change, unless that is switched off.
   *
   * @throws FailedException if that is not possible
   */
  public void archive(VolumeGroup vg) {
    if (!isArchiving()) {
      return;
    }
    FileWriter.prepareDirectory(settings.archiveDirectory());
    if (FileWriter.isOnReadOnlyFileSystem(settings.archiveDirectory())) {
      throw new FailedException(
          "Cannot archive volume group metadata for " + vg.name() + " to read-only filesystem.");
    }
    writeArchive(vg);
  }

  /** As {@link #archive}, where nothing is going to change, so that a failure fails nothing. */
  public void archiveIfPossible(VolumeGroup vg) {
    if (!isArchiving()) {
      return;
    }
    try {
      FileWriter.prepareDirectory(settings.archiveDirectory());
      if (!FileWriter.isOnReadOnlyFileSystem(settings.archiveDirectory())) {
        writeArchive(vg);
      }
    } catch (FailedException e) {
      environment.messages().error(e.getMessage());
    }
  }

  private boolean isArchiving() {
    if (settings.archive() && environment.testMode()) {
      environment.messages().verbose("Test mode: Skipping archiving of volume group.");
    }
    return settings.archive() && !environment.testMode();
  }

  private void writeArchive(VolumeGroup vg) {
    environment
        .messages()
        .verbose(
            "Archiving volume group \"" + vg.name() + "\" metadata (seqno " + vg.seqno() + ").");
    try {
      List<Archive> present = archives(vg.name());
      long index = present.isEmpty() ? 0 : present.get(present.size() - 1).index() + 1;
      Path target = settings.archiveDirectory().resolve(archiveName(vg.name(), index));
      FileWriter.write(
          target,
          texts.forFile(vg, header(description("*before*"))),
          "Couldn't create temporary archive name.");
      List<Archive> all = new ArrayList<>(present);
      all.add(new Archive(target, index));
      expire(vg.name(), all);
    } catch (IOException e) {
      throw new FailedException(
          settings.archiveDirectory() + ": archiving failed: " + FileWriter.reason(e), e);
    }
  }

  /**
   * Keeps the metadata as it is after a change.
   *
   * @return whether that was possible; a failure is told
   */
  public boolean backup(VolumeGroup vg) {
    if (!settings.backup()) {
      if (!toldOfNoBackup) {
        environment.messages().warn("WARNING: This metadata update is NOT backed up.");
      }
      toldOfNoBackup = true;
      return true;
    }
    if (environment.testMode()) {
      environment.messages().verbose("Test mode: Skipping backup of volume group.");
      return true;
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
      return true;
    }
    try {
      FileWriter.prepareDirectory(settings.backupDirectory());
    } catch (FailedException e) {
      environment.messages().error(e.getMessage());
      return false;
    }
    if (FileWriter.isOnReadOnlyFileSystem(settings.backupDirectory())) {
      environment.messages().debug("Skipping backup of volume group on read-only filesystem.");
      return false;
    }
    return writeBackup(vg);
  }

  private boolean writeBackup(VolumeGroup vg) {
    try {
      Path file = settings.backupDirectory().resolve(vg.name().value());
      backupTo(file, vg, description("*after*"));
      lastBackedUp = Optional.of(vg);
      return true;
    } catch (FailedException e) {
      environment.messages().error(e.getMessage());
      environment.messages().error("Backup of volume group " + vg.name() + " metadata failed.");
      return false;
    }
  }

  /** The texts that are written of groups, to files here and to disks elsewhere. */
  public VgTexts texts() {
    return texts;
  }

  /** Whether the backup of a group is of the version that it has. */
  public boolean isCurrent(VolumeGroup vg) {
    Optional<TextVersion> version =
        BackupFile.version(settings.backupDirectory().resolve(vg.name().value()));
    return version.isPresent()
        && version.get().seqno() == vg.seqno()
        && version.get().vgId().equals(vg.id());
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
    FileWriter.write(
        file, texts.forFile(vg, header(description)), "Couldn't create temporary text file name.");
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
      environment.messages().debug("Cannot remove backup of " + name + ": " + FileWriter.reason(e));
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
    found.sort(Backups::olderFirst);
    return found;
  }

  private static int olderFirst(Archive a, Archive b) {
    int byIndex = Long.compare(a.index(), b.index());
    return byIndex != 0 ? byIndex : a.path().toString().compareTo(b.path().toString());
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
      BasicFileAttributes file = Files.readAttributes(archive.path(), BasicFileAttributes.class);
      bytes += file.size();
      if (file.lastModifiedTime().to(TimeUnit.SECONDS) > keepFrom) {
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
}
