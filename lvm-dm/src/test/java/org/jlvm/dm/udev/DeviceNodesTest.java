package org.jlvm.dm.udev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmName;
import org.jlvm.dm.RecordedMessages;
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.table.DeviceNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceNodesTest {
  private static final DmName NAME = new DmName("a");
  private static final DeviceNumber NUMBER = new DeviceNumber(253, 4000);

  @TempDir private Path devices;
  private final Libc libc = new Libc();
  private final RecordedMessages messages = new RecordedMessages();

  @BeforeEach
  void needsRoot() {
    assumeTrue(libc.geteuid() == 0, "needs root to make nodes");
    int result =
        libc.mknod(devices.resolve("probe").toString(), Libc.S_IFBLK | 0600, NUMBER.encode());
    assumeTrue(result == 0, "may not make nodes here");
  }

  private DeviceNodes nodes() {
    return new DeviceNodes(devices, libc, messages, true);
  }

  private static DeviceNumber numberOf(Path node) throws Exception {
    return DeviceNumber.decode((Long) Files.getAttribute(node, "unix:rdev"));
  }

  @Test
  void nodesAreMadeWhenUpdatedAndNotBefore() throws Exception {
    DeviceNodes nodes = nodes();
    nodes.add(NAME, NUMBER, false);
    assertThat(nodes.path(NAME)).doesNotExist();
    nodes.update();
    assertThat(numberOf(nodes.path(NAME))).isEqualTo(NUMBER);
    nodes.remove(NAME, false);
    nodes.update();
    assertThat(nodes.path(NAME)).doesNotExist();
    assertThat(messages.texts()).isEmpty();
  }

  @Test
  void theGroupDiskMayReadAndWriteANode() throws Exception {
    DeviceNodes nodes = nodes();
    nodes.add(NAME, NUMBER, false);
    nodes.update();
    Path node = nodes.path(NAME);
    assertThat((Integer) Files.getAttribute(node, "unix:mode") & 07777).isEqualTo(0660);
    assertThat(Files.getAttribute(node, "unix:uid")).isEqualTo(0);
    assertThat(Files.getAttribute(node, "unix:gid")).isEqualTo(6);
  }

  @Test
  void whatIsAddedAndRemovedInBetweenIsNeverMade() {
    DeviceNodes nodes = nodes();
    nodes.add(NAME, NUMBER, true);
    nodes.remove(NAME, true);
    nodes.update();
    assertThat(nodes.path(NAME)).doesNotExist();
    assertThat(messages.texts()).isEmpty();
  }

  @Test
  void aStaleNodeOrLinkIsReplaced() throws Exception {
    DeviceNodes nodes = nodes();
    nodes.add(NAME, new DeviceNumber(253, 4001), false);
    nodes.update();
    nodes.add(NAME, NUMBER, false);
    nodes.update();
    assertThat(numberOf(nodes.path(NAME))).isEqualTo(NUMBER);
    Files.delete(nodes.path(NAME));
    Files.createSymbolicLink(nodes.path(NAME), Path.of("../nowhere"));
    nodes.add(NAME, NUMBER, false);
    nodes.update();
    assertThat(numberOf(nodes.path(NAME))).isEqualTo(NUMBER);
  }

  @Test
  void anotherKindOfFileIsNotTouched() throws Exception {
    DeviceNodes nodes = nodes();
    Files.createDirectories(nodes.path(NAME).getParent());
    Files.createFile(nodes.path(NAME));
    nodes.add(NAME, NUMBER, false);
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(nodes::update)
        .withMessage("A non-block device file at '" + nodes.path(NAME) + "' is already present");
    assertThat(nodes.path(NAME)).isRegularFile();
  }

  @Test
  void whatUdevHasNotDoneIsDoneAndSaid() {
    DeviceNodes nodes = nodes();
    nodes.add(NAME, NUMBER, true);
    nodes.update();
    nodes.remove(NAME, true);
    nodes.update();
    assertThat(messages.texts())
        .containsExactly(
            nodes.path(NAME) + " not set up by udev: Falling back to direct node creation.",
            "Node "
                + nodes.path(NAME)
                + " was not removed by udev. Falling back to direct node removal.");
  }

  @Test
  void onlyNodesOfBlockDevicesArePresent() throws Exception {
    DeviceNodes nodes = nodes();
    assertThat(nodes.present()).isEmpty();
    nodes.add(NAME, NUMBER, false);
    nodes.update();
    Path directory = nodes.path(NAME).getParent();
    Files.createFile(directory.resolve("file"));
    Files.createSymbolicLink(directory.resolve("nowhere"), Path.of("gone"));
    assertThat(nodes.present()).containsExactly(Map.entry(NAME, NUMBER));
  }
}
