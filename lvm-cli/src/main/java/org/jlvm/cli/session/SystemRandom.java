package org.jlvm.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's random numbers (random(4)); where there are none Java's secure ones, whose set-up
 * takes as long as a tenth of a command.
 */
final class SystemRandom implements RandomGenerator {
  private static final int BLOCK = 256;

  private final Path device;
  private ByteBuffer drawn = ByteBuffer.allocate(0);
  private @Nullable SecureRandom instead;

  /**
   * @param device usually {@code /dev/urandom}
   */
  SystemRandom(Path device) {
    this.device = device;
  }

  @Override
  public long nextLong() {
    SecureRandom other = instead;
    if (other == null && drawn.remaining() < Long.BYTES) {
      other = draw();
    }
    return other == null ? drawn.getLong() : other.nextLong();
  }

  /** What is asked from now on if the device gives nothing. */
  private @Nullable SecureRandom draw() {
    try (InputStream stream = Files.newInputStream(device)) {
      drawn = ByteBuffer.wrap(stream.readNBytes(BLOCK));
    } catch (IOException e) {
      // not Linux, or a folder without devices
      drawn = ByteBuffer.allocate(0);
    }
    if (drawn.remaining() < Long.BYTES) {
      instead = new SecureRandom();
    }
    return instead;
  }
}
