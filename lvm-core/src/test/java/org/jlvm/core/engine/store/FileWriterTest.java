package org.jlvm.core.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWriterTest {
  @TempDir Path folder;

  @Test
  void aTemporaryFileIsItsOwnersAlone() throws IOException {
    Path file = FileWriter.createTemporaryBeside(folder.resolve("target"));
    assertThat(file).hasParent(folder).isEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(FileWriter.createTemporaryBeside(folder.resolve("target"))).isNotEqualTo(file);
  }

  /** As on systems that know no owners; a zip file is one. */
  @Test
  void isMadeWhereFilesHaveNoOwners() throws IOException {
    try (FileSystem other =
        FileSystems.newFileSystem(folder.resolve("other.zip"), Map.of("create", "true"))) {
      assertThat(other.supportedFileAttributeViews()).doesNotContain("posix");
      assertThat(FileWriter.createTemporaryBeside(other.getPath("/target"))).exists();
    }
  }
}
