package org.jlvm.core.device.signature;

import java.util.Optional;

/** Looks for one kind of signature. */
@FunctionalInterface
interface Probe {
  Optional<Signature> find(ProbeReader device);
}
