package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a format by its magic bytes, and a check of the structure that they are in.
 *
 * @param leastSize smaller devices cannot hold the format; 0 for any
 * @param magics tried in order
 * @param checkedLength how much of the structure the check wants; 0 for no check
 */
record MagicProbe(String type, long leastSize, List<Magic> magics, int checkedLength, Check check)
    implements Probe {
  /** Tells whether a structure with the right magic is what it looks like. */
  @FunctionalInterface
  interface Check {
    /**
     * @param structure its bytes, little-endian
     */
    boolean accepts(ByteBuffer structure, ProbeReader device, Magic magic);
  }

  /** By magic bytes alone. */
  static MagicProbe of(String type, Magic... magics) {
    return new MagicProbe(type, 0, List.of(magics), 0, (bytes, device, magic) -> true);
  }

  MagicProbe from(long size) {
    return new MagicProbe(type, size, magics, checkedLength, check);
  }

  MagicProbe checking(int length, Check newCheck) {
    return new MagicProbe(type, leastSize, magics, length, newCheck);
  }

  @Override
  public Optional<Signature> find(ProbeReader device) {
    if (device.size() < leastSize) {
      return Optional.empty();
    }
    for (Magic magic : magics) {
      if (device.matches(magic.offsetOn(device), magic.bytes()) && isAccepted(device, magic)) {
        return Optional.of(new Signature(type, magic.offsetOn(device), magic.bytes().length));
      }
    }
    return Optional.empty();
  }

  private boolean isAccepted(ProbeReader device, Magic magic) {
    if (checkedLength == 0) {
      return true;
    }
    Optional<ByteBuffer> structure = device.at(magic.baseOn(device), checkedLength);
    return structure.isPresent() && check.accepts(structure.get(), device, magic);
  }
}
