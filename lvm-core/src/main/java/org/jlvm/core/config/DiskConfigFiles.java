package org.jlvm.core.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** {@link ConfigFiles} on the machine's own file system. */
public final class DiskConfigFiles implements ConfigFiles {
  @Override
  public Kind kind(String path) throws IOException {
    try {
      return Files.readAttributes(Path.of(path), BasicFileAttributes.class).isRegularFile()
          ? Kind.REGULAR
          : Kind.OTHER;
    } catch (NoSuchFileException e) {
      return Kind.MISSING;
    } catch (FileSystemException e) {
      throw withReason(e);
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (FileSystemException e) {
      throw withReason(e);
    }
  }

  @Override
  public void createDirectories(String path) throws IOException {
    try {
      Files.createDirectories(Path.of(path));
    } catch (FileSystemException e) {
      throw withReason(e);
    }
  }

  private static IOException withReason(FileSystemException e) {
    @Nullable String reason = e.getReason();
    String text;
    if (e instanceof AccessDeniedException) {
      text = "Permission denied";
    } else if (e instanceof NoSuchFileException) {
      text = "No such file or directory";
    } else {
      text = reason == null ? "Input/output error" : reason;
    }
    return new IOException(text, e);
  }
}
