package org.jlvm.cli.pv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.cli.CommandTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on physical volumes and on the membership of groups, on image files. */
class PvVerbsTest {
  private static final long SIZE = 32L << 20;

  @TempDir Path directory;
  private CommandTester tester;

  @BeforeEach
  void images() throws IOException {
    for (String name : new String[] {"a", "b", "c"}) {
      try (RandomAccessFile file = new RandomAccessFile(path(name).toFile(), "rw")) {
        file.setLength(SIZE);
      }
    }
    tester =
        new CommandTester(directory)
            .set("JLVM_IMAGES", "a,b,c")
            .set("XDG_STATE_HOME", directory.resolve("state").toString())
            .set("XDG_RUNTIME_DIR", directory.resolve("run").toString())
            .set("XDG_CONFIG_HOME", directory.resolve("config").toString());
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private String text(String name) throws IOException {
    return Files.readString(path(name), StandardCharsets.ISO_8859_1);
  }

  private void succeeds(String line, String... output) {
    CommandTester.Result result = tester.lvm(line.split(" "));
    assertThat(result.err()).as(line).isEmpty();
    assertThat(result.out().lines()).as(line).containsExactly(output);
    assertThat(result.status()).as(line).isZero();
  }

  private void fails(String line, int status, String... errors) {
    CommandTester.Result result = tester.lvm(line.split(" "));
    assertThat(result.err().lines()).as(line).containsExactly(errors);
    assertThat(result.status()).as(line).isEqualTo(status);
  }

  private void vg() {
    succeeds(
        "vgcreate vg a b",
        "  Physical volume \"a\" successfully created.",
        "  Physical volume \"b\" successfully created.",
        "  Volume group \"vg\" successfully created");
  }

  @Test
  void makesAndRemovesPhysicalVolumes() throws IOException {
    succeeds("pvcreate a", "  Physical volume \"a\" successfully created.");
    assertThat(text("a").substring(512, 520)).isEqualTo("LABELONE");
    succeeds("pvremove a", "  Labels on physical volume \"a\" successfully wiped.");
    assertThat(text("a").substring(512, 520)).isEqualTo("\0".repeat(8));
    fails("pvremove a", 5, "  No PV found on device a.");
  }

  @Test
  void testModeWritesNothing() throws IOException {
    byte[] before = Files.readAllBytes(path("a"));
    tester.lvm("vgcreate", "--test", "vg", "a");
    assertThat(Files.readAllBytes(path("a"))).isEqualTo(before);
  }

  @Test
  void leavesMembersOfGroupsAlone() {
    vg();
    fails(
        "pvcreate a",
        5,
        "  Can't initialize physical volume \"a\" of volume group \"vg\" without -ff",
        "  a: physical volume not initialized.");
    fails(
        "pvremove a",
        5,
        "  PV a is used by VG vg so please use vgreduce first.",
        "  (If you are certain you need pvremove, then confirm by using --force twice.)",
        "  a: physical volume label not removed.");
    fails("vgcreate vg c", 5, "  A volume group called vg already exists.");
  }

  @Test
  void asksBeforeWipingAFileSystem() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path("a").toFile(), "rw")) {
      file.seek(0x8001);
      file.write("CD001".getBytes(StandardCharsets.US_ASCII));
    }
    CommandTester.Result result = tester.lvm("pvcreate", "a");
    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err()).contains("iso9660 signature detected on a at offset 32769. Wipe it?");
    assertThat(text("a").substring(0x8001, 0x8006)).isEqualTo("CD001");
  }

  @Test
  void growsAndShrinksGroups() throws IOException {
    vg();
    succeeds(
        "vgextend vg c",
        "  Physical volume \"c\" successfully created.",
        "  Volume group \"vg\" successfully extended");
    succeeds("vgreduce vg a", "  Removed \"a\" from volume group \"vg\"");
    succeeds("vgreduce vg b", "  Removed \"b\" from volume group \"vg\"");
    fails(
        "vgreduce vg c", 5, "  Can't remove final physical volume \"c\" from volume group \"vg\"");
    succeeds("pvremove a", "  Labels on physical volume \"a\" successfully wiped.");
    succeeds("vgremove vg", "  Volume group \"vg\" successfully removed");
    assertThat(path("state/jlvm/backup/vg")).doesNotExist();
  }

  @Test
  void removesLostVolumes() throws IOException {
    vg();
    Files.move(path("b"), directory.resolve("hidden"));
    tester.set("JLVM_IMAGES", "a,c");
    CommandTester.Result result = tester.lvm("vgreduce", "--removemissing", "vg");
    assertThat(result.out().lines()).containsExactly("  Wrote out consistent volume group vg.");
    assertThat(result.status()).isZero();
    succeeds("vgreduce --removemissing vg", "  Volume group \"vg\" is already consistent.");
  }

  @Test
  void changesProperties() throws IOException {
    vg();
    succeeds(
        "pvchange -xn --addtag t a",
        "  Physical volume \"a\" changed",
        "  1 physical volume changed / 0 physical volumes not changed");
    assertThat(text("b")).contains("tags = [\"t\"]");
    succeeds(
        "pvchange --metadataignore y a",
        "  Physical volume \"a\" changed",
        "  1 physical volume changed / 0 physical volumes not changed");
    fails(
        "pvchange --metadataignore y b",
        5,
        "  Cannot disable all metadata areas in volume group vg.",
        "  Physical volume b not changed");
    succeeds(
        "pvchange -u b",
        "  Physical volume \"b\" changed",
        "  1 physical volume changed / 0 physical volumes not changed");
  }

  @Test
  void ignoredAreasStayIgnored() throws IOException {
    vg();
    tester.lvm("pvchange", "--metadataignore", "y", "a");
    tester.lvm("pvchange", "--addtag", "later", "a");
    assertThat(text("a")).doesNotContain("later");
    assertThat(text("b")).contains("later");
  }

  @Test
  void resizes() throws IOException {
    vg();
    try (RandomAccessFile file = new RandomAccessFile(path("a").toFile(), "rw")) {
      file.setLength(2 * SIZE);
    }
    succeeds(
        "pvresize a",
        "  Physical volume \"a\" changed",
        "  1 physical volume(s) resized or updated / 0 physical volume(s) not resized");
    assertThat(text("a")).contains("pe_count = 15");
  }

  @Test
  void mendsAZeroedLabel() throws IOException {
    vg();
    String before = text("a").substring(512, 1024);
    try (RandomAccessFile file = new RandomAccessFile(path("a").toFile(), "rw")) {
      file.seek(512);
      file.write(new byte[512]);
    }
    String backup = path("state/jlvm/backup/vg").toString();
    CommandTester.Result result = tester.lvm("pvck", "-y", "--repair", "-f", backup, "a");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(text("a").substring(512, 1024)).isEqualTo(before);
    assertThat(tester.lvm("pvck", "--dump", "headers", "a").status()).isZero();
  }

  @Test
  void looksAtDamagedHeadersWithoutTrust() throws IOException {
    vg();
    byte[] good = Files.readAllBytes(path("a"));
    for (int at = 512; at < 1024; at += 19) {
      byte[] bad = good.clone();
      bad[at] = (byte) ~bad[at];
      bad[4096 + 40 + (at - 512) % 48] ^= 0x55;
      Files.write(path("a"), bad);
      for (String what : new String[] {"headers", "metadata", "metadata_all", "metadata_search"}) {
        CommandTester.Result result = tester.lvm("pvck", "--dump", what, "a");
        assertThat(result.err()).as(what + " " + at).doesNotContain("Internal error");
        assertThat(result.status()).isIn(0, 5);
      }
    }
  }

  @Test
  void refusesUnusableWishes() {
    fails(
        "pvcreate --uuid 000000-0000-0000-0000-0000-0000-000000 a",
        3,
        "  --restorefile is required with --uuid",
        "  Run `pvcreate --help' for more information.");
    fails(
        "vgcreate -s 3k vg a",
        5,
        "  Physical Extent size must be a multiple of 128.00 KiB when not a power of 2.");
    fails(
        "vgcreate .. a",
        3,
        "  Name starts with . or .. and has no following character(s).",
        "  New volume group name \"..\" is invalid.",
        "  Run `vgcreate --help' for more information.");
    fails("pvcreate nosuch", 5, "  No device found for nosuch.");
  }
}
