package org.jlvm.dm.jna;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * System calls that Java has no way to make. Each returns what the C function does or, where that
 * is -1, the negative errno. Constants are those of Linux on the architectures that share
 * asm-generic (x86, ARM, RISC-V, s390).
 */
public final class Libc {
  public static final int O_RDONLY = 0;
  public static final int O_WRONLY = 1;
  public static final int O_RDWR = 2;
  public static final int O_CREAT = 0x40;
  public static final int O_NONBLOCK = 0x800;
  public static final int O_CLOEXEC = 0x80000;

  public static final int LOCK_SH = 1;
  public static final int LOCK_EX = 2;
  public static final int LOCK_NB = 4;
  public static final int LOCK_UN = 8;

  public static final int MCL_CURRENT = 1;
  public static final int MCL_FUTURE = 2;

  /** Lock pages when they are first touched instead of touching all; since Linux 4.4. */
  public static final int MCL_ONFAULT = 4;

  /** Bring pages in that exist, as a read would; since Linux 5.14. */
  public static final int MADV_POPULATE_READ = 22;

  public static final int S_IFCHR = 0x2000;
  public static final int S_IFBLK = 0x6000;

  public static final long BLKRASET = 0x1262;
  public static final long BLKRAGET = 0x1263;

  public static final int LOG_ERR = 3;
  public static final int LOG_WARNING = 4;
  public static final int LOG_NOTICE = 5;
  public static final int LOG_INFO = 6;

  private static final int LOG_PID = 1;
  private static final int LOG_DAEMON = 3 << 3;
  private static final short POLLIN = 1;
  private static final int POLLFD_SIZE = 8;
  private static final int PRIO_PROCESS = 0;
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final int MAP_POPULATE = 0x8000;

  private final NativeFunctions functions = new NativeFunctions();

  @SuppressWarnings("unused") // kept from being collected
  private Optional<ByteBuffer> logName = Optional.empty();

  public int open(String path, int flags, int mode) {
    return functions.call("open", NativeFunctions.cString(path), flags | O_CLOEXEC, mode);
  }

  public int close(int fd) {
    return functions.call("close", fd);
  }

  /** Reads into a direct buffer from its position on, which it moves. */
  public int read(int fd, ByteBuffer buffer) {
    return advance(buffer, functions.call("read", fd, buffer.slice(), (long) buffer.remaining()));
  }

  /** Writes from a direct buffer's position on, which it moves. */
  public int write(int fd, ByteBuffer buffer) {
    return advance(buffer, functions.call("write", fd, buffer.slice(), (long) buffer.remaining()));
  }

  private static int advance(ByteBuffer buffer, int moved) {
    if (moved > 0) {
      buffer.position(buffer.position() + moved);
    }
    return moved;
  }

  /** Makes a FIFO. */
  public int mkfifo(String path, int mode) {
    return functions.call("mkfifo", NativeFunctions.cString(path), mode);
  }

  /** Changes the directory that this process holds busy; Java goes on resolving as before. */
  public int chdir(String path) {
    return functions.call("chdir", NativeFunctions.cString(path));
  }

  /** With a structure as argument, in a direct buffer from its start on. */
  public int ioctl(int fd, long request, ByteBuffer argument) {
    return functions.call("ioctl", fd, request, argument);
  }

  /** With a number as argument. */
  public int ioctl(int fd, long request, long argument) {
    return functions.call("ioctl", fd, request, argument);
  }

  /**
   * Waits until the file can be read.
   *
   * @return 1 if it can be, 0 if the time is up
   */
  public int pollForRead(int fd, Duration limit) {
    ByteBuffer pollfd = ByteBuffer.allocateDirect(POLLFD_SIZE).order(ByteOrder.nativeOrder());
    pollfd.putInt(0, fd).putShort(Integer.BYTES, POLLIN);
    int milliseconds = (int) Math.min(limit.toMillis(), Integer.MAX_VALUE);
    return functions.call("poll", pollfd, 1L, milliseconds);
  }

  public int flock(int fd, int operation) {
    return functions.call("flock", fd, operation);
  }

  /**
   * @param device the number in the kernel's encoding
   */
  public int mknod(String path, int mode, long device) {
    return functions.call("mknod", NativeFunctions.cString(path), mode, device);
  }

  /** Gives the file, or the link itself, to an owner and a group. */
  public int lchown(String path, int owner, int group) {
    return functions.call("lchown", NativeFunctions.cString(path), owner, group);
  }

  public int chmod(String path, int mode) {
    return functions.call("chmod", NativeFunctions.cString(path), mode);
  }

  public int mlockall(int flags) {
    return functions.call("mlockall", flags);
  }

  public int munlockall() {
    return functions.call("munlockall");
  }

  /** Advice about memory from an address, on a page boundary, on. */
  public int madvise(long address, long length, int advice) {
    return functions.call("madvise", address, length, advice);
  }

  /**
   * Takes memory of this process alone, all of it at once.
   *
   * @return its address or the negative errno
   */
  public long takeMemory(long length) {
    return functions.callForAddress(
        "mmap",
        0L,
        length,
        PROT_READ | PROT_WRITE,
        MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE,
        -1,
        0L);
  }

  /** Gives back what {@link #takeMemory} took. */
  public int giveBackMemory(long address, long length) {
    return functions.call("munmap", address, length);
  }

  /** Sets the nice value of this thread, -20 to 19. */
  public int setPriority(int nice) {
    return functions.call("setpriority", PRIO_PROCESS, 0, nice);
  }

  /** Makes this process the leader of a session of its own, without a terminal. */
  public int setsid() {
    return functions.call("setsid");
  }

  /** Says under which name the lines that follow are left in the system's log, with the pid. */
  public void openlog(String name) {
    byte[] text = NativeFunctions.cString(name);
    // The C library keeps the pointer, so the memory has to stay.
    ByteBuffer kept = ByteBuffer.allocateDirect(text.length).put(text).flip();
    logName = Optional.of(kept);
    functions.call("openlog", kept, LOG_PID, LOG_DAEMON);
  }

  /** Leaves a line in the system's log. */
  public void syslog(int priority, String text) {
    functions.call(
        "syslog",
        LOG_DAEMON | priority,
        NativeFunctions.cString("%s"),
        NativeFunctions.cString(text));
  }

  public int getuid() {
    return functions.call("getuid");
  }

  public int geteuid() {
    return functions.call("geteuid");
  }

  /** Whether the file is a terminal. */
  public boolean isatty(int fd) {
    return functions.call("isatty", fd) == 1;
  }
}
