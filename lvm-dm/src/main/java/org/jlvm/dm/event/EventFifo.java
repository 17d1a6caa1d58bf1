package org.jlvm.dm.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jlvm.dm.Errno;
import org.jlvm.dm.jna.Libc;

/** One direction of the talk between clients and the daemon: a FIFO that only root may use. */
final class EventFifo implements AutoCloseable {
  private static final int TYPE = 0xF000;
  private static final int FIFO = 0x1000;
  private static final int FORBIDDEN = 0177;
  private static final int MODE = 0600;

  private final Libc libc;
  private final Path path;
  private final int fd;

  private EventFifo(Libc libc, Path path, int fd) {
    this.libc = libc;
    this.path = path;
    this.fd = fd;
  }

  /** The FIFO at a path, made if it is not there or not as it should be. */
  static EventFifo make(Libc libc, Path path) {
    Optional<String> wrong = wrong(path);
    if (wrong.isPresent() && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.delete(path);
      } catch (IOException e) {
        throw new EventException(path + ": unlink failed: " + e.getMessage());
      }
    }
    int made = libc.mkfifo(path.toString(), MODE);
    if (made < 0 && -made != Errno.EEXIST.number()) {
      throw failure(path, "mkfifo", made);
    }
    return open(libc, path, Libc.O_RDWR);
  }

  /**
   * The FIFO that is there.
   *
   * @param flags how to open it
   */
  static EventFifo open(Libc libc, Path path, int flags) {
    int fd = libc.open(path.toString(), flags, 0);
    if (fd < 0) {
      throw failure(path, "open", fd);
    }
    return new EventFifo(libc, path, fd);
  }

  /** Whether somebody reads from it. */
  static boolean isServed(Libc libc, Path path) {
    Optional<String> wrong = wrong(path);
    if (wrong.isPresent()) {
      if (wrong.get().isEmpty()) {
        return false;
      }
      throw new EventException(wrong.get());
    }
    int fd = libc.open(path.toString(), Libc.O_WRONLY | Libc.O_NONBLOCK, 0);
    if (fd < 0) {
      return false;
    }
    libc.close(fd);
    return true;
  }

  /** What keeps it from being trusted; empty text if it does not exist. */
  private static Optional<String> wrong(Path path) {
    try {
      Object mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      int bits = (Integer) mode;
      if ((bits & TYPE) != FIFO) {
        return Optional.of(path + " must be a fifo.");
      }
      if (!owner.equals(0)) {
        return Optional.of(path + " must be owned by uid 0.");
      }
      return (bits & FORBIDDEN) == 0
          ? Optional.empty()
          : Optional.of(path + " must have mode 0600.");
    } catch (NoSuchFileException e) {
      return Optional.of("");
    } catch (IOException e) {
      return Optional.of(path + ": stat failed: " + e.getMessage());
    }
  }

  /** Keeps other clients out until it is closed. */
  void lock() {
    int result = libc.flock(fd, Libc.LOCK_EX);
    if (result < 0) {
      throw failure(path, "flock", result);
    }
  }

  /** Throws away what nobody has read. */
  void drain() {
    ByteBuffer rest = ByteBuffer.allocateDirect(128);
    while (libc.pollForRead(fd, Duration.ofMillis(1)) > 0 && libc.read(fd, rest.clear()) > 0) {
      // An answer to someone who did not wait for it.
    }
  }

  void write(EventMessage message) {
    ByteBuffer bytes = message.encode();
    while (bytes.hasRemaining()) {
      int written = libc.write(fd, bytes);
      if (written < 0 && !isTemporary(written)) {
        throw failure(path, "write", written);
      }
      if (written < 0) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * Reads a message.
   *
   * @param limit how long to wait for its beginning, and then for the rest
   * @return empty if none came, or one that is too long
   */
  Optional<EventMessage> read(Duration limit, int longest) {
    ByteBuffer head = ByteBuffer.allocateDirect(EventMessage.HEAD);
    if (!fill(head, limit)) {
      return Optional.empty();
    }
    int word = head.getInt(0);
    int length = head.getInt(Integer.BYTES);
    if (length < 0 || length > longest) {
      drain();
      return Optional.empty();
    }
    ByteBuffer text = ByteBuffer.allocateDirect(length);
    if (!fill(text, limit)) {
      return Optional.empty();
    }
    return Optional.of(new EventMessage(word, decode(text.flip())));
  }

  /** Some versions of dmeventd send the zero that ends a string in C. */
  private static String decode(ByteBuffer bytes) {
    String text = StandardCharsets.UTF_8.decode(bytes).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private boolean fill(ByteBuffer buffer, Duration limit) {
    while (buffer.hasRemaining()) {
      int ready = libc.pollForRead(fd, limit);
      if (ready == 0 || ready < 0 && !isTemporary(ready)) {
        return false;
      }
      int moved = ready < 0 ? ready : libc.read(fd, buffer);
      if (moved == 0 || moved < 0 && !isTemporary(moved)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTemporary(int result) {
    return -result == Errno.EINTR.number() || -result == Errno.EAGAIN.number();
  }

  private static EventException failure(Path path, String call, int result) {
    return new EventException(path + ": " + call + " failed: " + new Errno(-result).text());
  }

  @Override
  public void close() {
    libc.close(fd);
  }
}
