package org.jlvm.core.device.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.device.FileDevice;
import org.jlvm.core.ondisk.RealLvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pvcreate and {@link SignatureWiper} find the same signatures at the same offsets. */
class SignatureOracleTest {
  private static final Pattern FOUND =
      Pattern.compile("Found existing signature on \\S+ at offset (\\d+):.* TYPE=\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkfs.ext4 -q -F",
        "mkfs.ext4 -q -F -t ext2",
        "mkfs.ext4 -q -F -t ext3",
        "mkfs.ext4 -q -F -O journal_dev",
        "mkfs.xfs -q -f",
        "mkfs.btrfs -q -f",
        "mkfs.vfat -I",
        "mkfs.vfat -I -F 32",
        "mkfs.vfat -I -F 12",
        "mkfs.exfat",
        "mkntfs -q -F -Q",
        "mkfs.f2fs -q -f",
        "mkfs.nilfs2 -q -f",
        "jfs_mkfs -q",
        "mkreiserfs -q -f -f",
        "mkswap -q",
        "mkfs.minix",
        "mkfs.bfs",
        "mkfs.cramfs /etc/apt",
        "cryptsetup -q luksFormat --type luks1 --pbkdf-force-iterations 1000",
        "cryptsetup -q luksFormat --type luks2 --pbkdf pbkdf2 --pbkdf-force-iterations 1000",
        "sfdisk dos",
        "sfdisk gpt",
        "sfdisk sun",
        "sfdisk sgi",
        "mkfs.erofs - /etc/apt",
        "mksquashfs /etc/apt - -quiet -no-progress -noappend",
        "xorriso -as mkisofs -quiet -o - /etc/apt",
        "md 0",
        "md 4096",
        "md end",
        "swap mkfs.ext4 -q -F",
      })
  void sameAsPvcreate(String maker, @TempDir Path directory) throws IOException {
    Path image = directory.resolve("image");
    make(maker, image, directory);
    List<String> ours = wipe(image, directory);
    assertThat(ours).as(maker).isNotEmpty();
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String loop = lvm.loop(Files.size(image));
      copy(image, Path.of(loop));
      RealLvm.Output real =
          lvm.run("pvcreate", "-y", "-v", loop, "--config", "devices/md_component_detection=0");
      List<String> expected = new ArrayList<>();
      Matcher matcher = FOUND.matcher(real.text());
      while (matcher.find()) {
        expected.add(matcher.group(2) + " " + matcher.group(1));
      }
      Assumptions.assumeFalse(
          real.text().contains("partitioned"), "excluded before signatures are looked for");
      assertThat(ours).as("%s: %s", maker, real.text()).isEqualTo(expected);
    }
  }

  private static List<String> wipe(Path image, Path directory) throws IOException {
    Path copy = directory.resolve("copy");
    Files.copy(image, copy);
    List<String> asked = new ArrayList<>();
    RecordedMessages messages = new RecordedMessages();
    SignatureWiper wiper =
        new SignatureWiper(
            new SignatureWiper.Options(SignatureWiper.Options.LVM, Set.of(), false),
            question -> asked.add(question),
            messages);
    assertThat(wiper.wipe(FileDevice.of(copy), "DEV").isClean()).isTrue();
    assertThat(Signatures.find(FileDevice.of(copy))).isEmpty();
    assertThat(messages.shown()).hasSameSizeAs(asked);
    List<String> found = new ArrayList<>();
    Pattern pattern =
        Pattern.compile(
            "WARNING: (.*) signature detected on DEV at offset (.*)\\. Wipe it\\? \\[y/n\\]: ");
    for (String question : asked) {
      Matcher matcher = pattern.matcher(question);
      assertThat(matcher.matches()).as(question).isTrue();
      found.add(matcher.group(1) + " " + matcher.group(2));
    }
    return found;
  }

  private static void make(String maker, Path image, Path directory) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      boolean big = maker.contains("xfs") || maker.contains("btrfs") || maker.contains("nilfs");
      file.setLength(big ? 320L << 20 : 80L << 20);
    }
    String[] words = maker.split(" ", -1);
    if (words[0].equals("md")) {
      makeMd(words[1], image);
    } else if (words[0].equals("swap")) {
      run("mkswap -q", image);
      run(maker.substring("swap ".length()), image);
    } else if (words[0].equals("sfdisk")) {
      Path script = directory.resolve("script");
      Files.writeString(script, "label: " + words[1] + "\n");
      needs("sfdisk");
      RealLvm.shell("sh", "-c", "sfdisk -q " + image + " < " + script);
    } else if (words[0].equals("cryptsetup")) {
      needs("cryptsetup");
      RealLvm.shell("sh", "-c", "echo secret | " + maker + " " + image + " -");
    } else if (maker.contains(" - ") || words[0].equals("mkfs.cramfs")) {
      needs(words[0]);
      Path fresh = directory.resolve("fresh");
      RealLvm.shell(
          "sh",
          "-c",
          maker.contains(" - ") ? maker.replace(" - ", " " + fresh + " ") : maker + " " + fresh);
      RealLvm.shell("dd", "status=none", "conv=notrunc", "if=" + fresh, "of=" + image);
    } else {
      run(maker, image);
    }
  }

  private static void run(String maker, Path image) throws IOException {
    needs(maker.split(" ", -1)[0]);
    RealLvm.shell("sh", "-c", maker + " " + image + " > /dev/null");
  }

  private static void needs(String tool) {
    boolean found = false;
    for (String directory : List.of("/sbin/", "/usr/sbin/", "/usr/bin/")) {
      found |= Files.isExecutable(Path.of(directory + tool));
    }
    Assumptions.assumeTrue(found, "needs " + tool);
  }

  /** A version 1 superblock by hand, for mdadm makes one only on devices in use. */
  private static void makeMd(String place, Path image) throws IOException {
    long size = Files.size(image);
    long offset = place.equals("end") ? size / 4096 * 4096 - 8192 : Long.parseLong(place);
    ByteBuffer superblock = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    superblock.putInt(0, 0xa92b4efc).putInt(4, 1).putLong(144, offset / 512);
    superblock.put(16, "0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.seek(offset);
      file.write(superblock.array());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    RealLvm.shell("dd", "status=none", "bs=1M", "conv=sparse", "if=" + from, "of=" + to);
  }
}
