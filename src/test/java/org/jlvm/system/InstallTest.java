package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/install} below a prefix: what is there afterwards, that it works, and goes again.
 */
class InstallTest {
  private static final long LIMIT_SECONDS = 300;

  @TempDir Path folder;

  @Test
  void whatIsInstalledWorksAndGoesAgain() throws Exception {
    Path prefix = folder.resolve("opt");
    assertThat(install(prefix)).isZero();
    assertThat(prefix.resolve("sbin/vgs")).isSymbolicLink();
    assertThat(prefix.resolve("share/man/man8/lvcreate.8.gz")).isNotEmptyFile();
    assertThat(prefix.resolve("share/bash-completion/completions/lvs")).exists();

    Path disk = Files.createDirectory(folder.resolve("disks")).resolve("disk");
    Files.write(disk, new byte[16 << 20]);
    assertThat(
            run(
                prefix.resolve("sbin/vgcreate").toString(),
                "--images",
                disk.toString(),
                "vg",
                disk.toString()))
        .isZero();
    assertThat(run(prefix.resolve("sbin/lvm").toString(), "vgs", "--images", disk.toString(), "vg"))
        .isZero();
    assertThat(said()).contains("vg");
    assertThat(completions(prefix, "lvcreate --mirr")).contains("--mirrorlog", "--mirrors");

    assertThat(install(prefix, "--uninstall")).isZero();
    try (Stream<Path> left = Files.walk(prefix)) {
      assertThat(left.filter(path -> !Files.isDirectory(path))).isEmpty();
    }
  }

  @Test
  void whatIsNotOursStays() throws Exception {
    Path other = Files.createDirectories(folder.resolve("opt/sbin")).resolve("vgs");
    Files.writeString(other, "another program");
    assertThat(install(folder.resolve("opt"))).isEqualTo(1);
    assertThat(said()).contains(other + " is not jlvm's");
    assertThat(other).hasContent("another program");
    assertThat(folder.resolve("opt/lib")).doesNotExist();
    assertThat(install(folder.resolve("opt"), "--uninstall")).isZero();
    assertThat(other).hasContent("another program");
  }

  /** What bash offers for the last word of a line. */
  private List<String> completions(Path prefix, String line) throws Exception {
    String script =
        "source '%s'; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(%s); COMP_CWORD=1;"
            + " $(complete -p lvcreate | sed 's/.*-F \\([^ ]*\\).*/\\1/') lvcreate '%s' lvcreate;"
            + " printf '%%s\\n' \"${COMPREPLY[@]}\"";
    String last = line.substring(line.lastIndexOf(' ') + 1);
    Path file = prefix.resolve("share/bash-completion/completions/lvcreate");
    assertThat(run("bash", "-c", script.formatted(file, line, line, last))).isZero();
    return said().lines().map(String::strip).toList();
  }

  private int install(Path prefix, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Tools.project().resolve("scripts/install").toString());
    command.addAll(List.of("--prefix", prefix.toString()));
    command.addAll(List.of(options));
    return run(command.toArray(new String[0]));
  }

  private int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
        .as(List.of(command)::toString)
        .isTrue();
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
  }
}
