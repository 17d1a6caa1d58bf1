package org.jlvm.cli.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.core.model.LvmId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFollowersTest {
  private static final LvmId VG = new LvmId("a".repeat(LvmId.LENGTH));
  private static final LvmId ONE = new LvmId("b".repeat(LvmId.LENGTH));
  private static final LvmId OTHER = new LvmId("c".repeat(LvmId.LENGTH));

  @TempDir private Path folder;

  @Test
  void oneFollowsAndAnotherOnlyAfterwards() {
    Followers first = new LockedFollowers(folder.resolve("new/one"));
    Followers second = new LockedFollowers(folder.resolve("new/one"));

    assertThat(first.enter(VG, ONE)).isTrue();
    assertThat(first.enter(VG, ONE)).as("again, at the next look").isTrue();
    assertThat(second.enter(VG, ONE)).isFalse();
    assertThat(second.enter(VG, OTHER)).isTrue();
    first.leave(VG, ONE);
    assertThat(second.enter(VG, ONE)).isTrue();
  }

  @Test
  void whoWasRefusedDoesNotEndTheOthersTurn() {
    Followers first = new LockedFollowers(folder);
    Followers second = new LockedFollowers(folder);
    first.enter(VG, ONE);
    second.enter(VG, ONE);

    second.leave(VG, ONE);

    assertThat(new LockedFollowers(folder).enter(VG, ONE)).isFalse();
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    Followers follower = new LockedFollowers(folder);
    follower.enter(VG, ONE);

    follower.leave(VG, ONE);

    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeMadeKeepsNobodyAway() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(new LockedFollowers(file.resolve("sub")).enter(VG, ONE)).isTrue();
  }
}
