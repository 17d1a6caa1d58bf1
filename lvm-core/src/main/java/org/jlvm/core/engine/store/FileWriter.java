package org.jlvm.core.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.jlvm.core.error.FailedException;

/** Writes whole files into directories; failures are told in lvm2's words. */
public final class FileWriter {
  private static final FileAttribute<?>[] OWNER_ONLY = {
    PosixFilePermissions.asFileAttribute(
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
  };

  private static final FileAttribute<?>[] AS_USUAL = {};

  private FileWriter() {}

  /**
   * Makes a directory, and those above it, unless it is there.
   *
   * @throws FailedException if that is not possible
   */
  public static void prepareDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (FileAlreadyExistsException e) {
      throw new FailedException("Existing path " + e.getFile() + " is not a directory.", e);
    } catch (IOException e) {
      throw new FailedException(directory + ": mkdir failed: " + reason(e), e);
    }
  }

  /** Whether a directory cannot be written by anyone. */
  public static boolean isOnReadOnlyFileSystem(Path directory) {
    try {
      return !Files.isWritable(directory) && Files.getFileStore(directory).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes a file so that at any time the old or the new one is there, whole.
   *
   * @param cannotBegin what is said if its directory cannot be written
   * @throws FailedException if it was not written; then there is nothing new
   */
  static void write(Path target, byte[] contents, String cannotBegin) {
    Path absolute = target.toAbsolutePath();
    Path temporary;
    try {
      temporary = createTemporaryBeside(absolute);
    } catch (IOException e) {
      throw new FailedException(cannotBegin, e);
    }
    try {
      fill(temporary, contents);
      move(temporary, absolute);
    } catch (IOException e) {
      throw new FailedException(temporary + ": write error failed: " + reason(e), e);
    } finally {
      temporary.toFile().delete();
    }
  }

  /**
   * Makes an empty file, for its owner only where files have owners, of a name that is not taken.
   * Java's own way draws the name from a SecureRandom, which takes 10 ms to set up.
   */
  static Path createTemporaryBeside(Path target) throws IOException {
    boolean owned = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    while (true) {
      Path file = target.resolveSibling(".lvm_" + Long.toHexString(System.nanoTime()) + ".tmp");
      try {
        return Files.createFile(file, owned ? OWNER_ONLY : AS_USUAL);
      } catch (FileAlreadyExistsException e) {
        // Another process had the same moment.
        continue;
      }
    }
  }

  private static void fill(Path file, byte[] contents) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(contents);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What the system said, without the name of the file and of the exception's class. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
