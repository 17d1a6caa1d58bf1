package org.jlvm.dm.ioctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jlvm.dm.jna.Libc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the protocol against the C headers, as the C compiler sees them. */
class HeaderTest {
  private static final String HEADERS =
      "#define _GNU_SOURCE\n"
          + "#include <stddef.h>\n#include <stdio.h>\n#include <fcntl.h>\n#include <poll.h>\n"
          + "#include <sys/file.h>\n#include <sys/ioctl.h>\n#include <sys/ipc.h>\n"
          + "#include <sys/mman.h>\n#include <sys/resource.h>\n#include <sys/sem.h>\n"
          + "#include <sys/stat.h>\n#include <linux/dm-ioctl.h>\n#include <linux/fs.h>\n";

  @TempDir private Path directory;

  @Test
  void layoutIsThatOfTheKernelsHeader() throws Exception {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("sizeof(struct dm_ioctl)", (long) Layout.HEADER_SIZE);
    expected.put("offsetof(struct dm_ioctl, version)", (long) Layout.VERSION);
    expected.put("offsetof(struct dm_ioctl, data_size)", (long) Layout.DATA_SIZE);
    expected.put("offsetof(struct dm_ioctl, data_start)", (long) Layout.DATA_START);
    expected.put("offsetof(struct dm_ioctl, target_count)", (long) Layout.TARGET_COUNT);
    expected.put("offsetof(struct dm_ioctl, open_count)", (long) Layout.OPEN_COUNT);
    expected.put("offsetof(struct dm_ioctl, flags)", (long) Layout.FLAGS);
    expected.put("offsetof(struct dm_ioctl, event_nr)", (long) Layout.EVENT_NR);
    expected.put("offsetof(struct dm_ioctl, dev)", (long) Layout.DEV);
    expected.put("offsetof(struct dm_ioctl, name)", (long) Layout.NAME);
    expected.put("offsetof(struct dm_ioctl, uuid)", (long) Layout.UUID);
    expected.put("DM_NAME_LEN", (long) Layout.NAME_SIZE);
    expected.put("DM_UUID_LEN", (long) Layout.UUID_SIZE);
    expected.put("sizeof(struct dm_target_spec)", (long) Layout.SPEC_SIZE);
    expected.put("offsetof(struct dm_target_spec, sector_start)", (long) Layout.SPEC_START);
    expected.put("offsetof(struct dm_target_spec, length)", (long) Layout.SPEC_LENGTH);
    expected.put("offsetof(struct dm_target_spec, next)", (long) Layout.SPEC_NEXT);
    expected.put("offsetof(struct dm_target_spec, target_type)", (long) Layout.SPEC_TYPE);
    expected.put("DM_MAX_TYPE_NAME", (long) Layout.SPEC_TYPE_SIZE);
    expected.put("offsetof(struct dm_target_deps, count)", (long) Layout.DEPS_COUNT);
    expected.put("offsetof(struct dm_target_deps, dev)", (long) Layout.DEPS_DEVICES);
    expected.put("offsetof(struct dm_name_list, dev)", (long) Layout.NAMES_DEV);
    expected.put("offsetof(struct dm_name_list, next)", (long) Layout.NAMES_NEXT);
    expected.put("offsetof(struct dm_name_list, name)", (long) Layout.NAMES_NAME);
    expected.put("offsetof(struct dm_target_versions, next)", (long) Layout.VERSIONS_NEXT);
    expected.put("offsetof(struct dm_target_versions, version)", (long) Layout.VERSIONS_VERSION);
    expected.put("offsetof(struct dm_target_versions, name)", (long) Layout.VERSIONS_NAME);
    expected.put("offsetof(struct dm_target_msg, sector)", (long) Layout.MESSAGE_SECTOR);
    expected.put("offsetof(struct dm_target_msg, message)", (long) Layout.MESSAGE_TEXT);
    compare(expected);
  }

  @Test
  void flagsAreThoseOfTheKernelsHeader() throws Exception {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("DM_READONLY_FLAG", (long) Layout.READONLY_FLAG);
    expected.put("DM_SUSPEND_FLAG", (long) Layout.SUSPEND_FLAG);
    expected.put("DM_PERSISTENT_DEV_FLAG", (long) Layout.PERSISTENT_DEV_FLAG);
    expected.put("DM_STATUS_TABLE_FLAG", (long) Layout.STATUS_TABLE_FLAG);
    expected.put("DM_ACTIVE_PRESENT_FLAG", (long) Layout.ACTIVE_PRESENT_FLAG);
    expected.put("DM_INACTIVE_PRESENT_FLAG", (long) Layout.INACTIVE_PRESENT_FLAG);
    expected.put("DM_BUFFER_FULL_FLAG", (long) Layout.BUFFER_FULL_FLAG);
    expected.put("DM_SKIP_LOCKFS_FLAG", (long) Layout.SKIP_LOCKFS_FLAG);
    expected.put("DM_NOFLUSH_FLAG", (long) Layout.NOFLUSH_FLAG);
    expected.put("DM_QUERY_INACTIVE_TABLE_FLAG", (long) Layout.QUERY_INACTIVE_TABLE_FLAG);
    expected.put("DM_UEVENT_GENERATED_FLAG", (long) Layout.UEVENT_GENERATED_FLAG);
    expected.put("DM_UUID_FLAG", (long) Layout.UUID_FLAG);
    expected.put("DM_SECURE_DATA_FLAG", (long) Layout.SECURE_DATA_FLAG);
    expected.put("DM_DATA_OUT_FLAG", (long) Layout.DATA_OUT_FLAG);
    expected.put("DM_DEFERRED_REMOVE", (long) Layout.DEFERRED_REMOVE_FLAG);
    expected.put("DM_INTERNAL_SUSPEND_FLAG", (long) Layout.INTERNAL_SUSPEND_FLAG);
    expected.put("DM_NAME_LIST_FLAG_HAS_UUID", (long) Layout.NAMES_HAS_UUID);
    expected.put("DM_NAME_LIST_FLAG_DOESNT_HAVE_UUID", (long) Layout.NAMES_HAS_NO_UUID);
    compare(expected);
  }

  @Test
  void commandsAreThoseOfTheKernelsHeader() throws Exception {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("DM_VERSION", Command.VERSION.request());
    expected.put("DM_LIST_DEVICES", Command.LIST_DEVICES.request());
    expected.put("DM_DEV_CREATE", Command.CREATE.request());
    expected.put("DM_DEV_REMOVE", Command.REMOVE.request());
    expected.put("DM_DEV_RENAME", Command.RENAME.request());
    expected.put("DM_DEV_SUSPEND", Command.SUSPEND.request());
    expected.put("DM_DEV_SUSPEND+0", Command.RESUME.request());
    expected.put("DM_DEV_STATUS", Command.INFO.request());
    expected.put("DM_DEV_WAIT", Command.WAIT.request());
    expected.put("DM_TABLE_LOAD", Command.LOAD.request());
    expected.put("DM_TABLE_CLEAR", Command.CLEAR.request());
    expected.put("DM_TABLE_DEPS", Command.DEPENDENCIES.request());
    expected.put("DM_TABLE_STATUS", Command.STATUS.request());
    expected.put("DM_TABLE_STATUS+0", Command.TABLE.request());
    expected.put("DM_LIST_VERSIONS", Command.LIST_VERSIONS.request());
    expected.put("DM_TARGET_MSG", Command.MESSAGE.request());
    expected.put("DM_DEV_ARM_POLL", Command.ARM_POLL.request());
    expected.put("DM_GET_TARGET_VERSION", Command.TARGET_VERSION.request());
    assertThat(expected).hasSize(Command.values().length);
    compare(expected);
  }

  @Test
  void systemCallConstantsAreThoseOfTheHeaders() throws Exception {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("O_RDONLY", (long) Libc.O_RDONLY);
    expected.put("O_RDWR", (long) Libc.O_RDWR);
    expected.put("O_CREAT", (long) Libc.O_CREAT);
    expected.put("O_CLOEXEC", (long) Libc.O_CLOEXEC);
    expected.put("LOCK_SH", (long) Libc.LOCK_SH);
    expected.put("LOCK_EX", (long) Libc.LOCK_EX);
    expected.put("LOCK_NB", (long) Libc.LOCK_NB);
    expected.put("LOCK_UN", (long) Libc.LOCK_UN);
    expected.put("MCL_CURRENT", (long) Libc.MCL_CURRENT);
    expected.put("MCL_FUTURE", (long) Libc.MCL_FUTURE);
    expected.put("S_IFCHR", (long) Libc.S_IFCHR);
    expected.put("S_IFBLK", (long) Libc.S_IFBLK);
    expected.put("BLKRASET", Libc.BLKRASET);
    expected.put("BLKRAGET", Libc.BLKRAGET);
    expected.put("POLLIN", 1L);
    expected.put("PRIO_PROCESS", 0L);
    expected.put("sizeof(struct pollfd)", 8L);
    expected.put("IPC_CREAT", 0x200L);
    expected.put("IPC_EXCL", 0x400L);
    expected.put("IPC_RMID", 0L);
    expected.put("IPC_NOWAIT", 0x800L);
    expected.put("GETVAL", 12L);
    expected.put("SETVAL", 16L);
    expected.put("SEM_INFO", 19L);
    expected.put("sizeof(struct sembuf)", 6L);
    expected.put("sizeof(struct seminfo)", 40L);
    expected.put("sizeof(struct timespec)", 16L);
    compare(expected);
  }

  private void compare(Map<String, Long> expected) throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/include/linux/dm-ioctl.h")), "no kernel headers");
    assumeTrue(hasCompiler(), "no gcc");
    StringBuilder program = new StringBuilder(HEADERS).append("int main(void) {\n");
    for (String expression : expected.keySet()) {
      program.append("printf(\"%s=%llu\\n\", \"").append(expression).append("\", ");
      program.append("(unsigned long long)(").append(expression).append("));\n");
    }
    program.append("return 0; }\n");
    Path source = directory.resolve("numbers.c");
    Files.writeString(source, program);
    Path binary = directory.resolve("numbers");
    assertThat(run("gcc", "-o", binary.toString(), source.toString())).isEmpty();
    Map<String, Long> actual = new LinkedHashMap<>();
    for (String line : run(binary.toString()).split("\n")) {
      int equals = line.lastIndexOf('=');
      actual.put(line.substring(0, equals), Long.parseUnsignedLong(line.substring(equals + 1)));
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static boolean hasCompiler() {
    for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(directory, "gcc"))) {
        return true;
      }
    }
    return false;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
