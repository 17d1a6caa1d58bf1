package org.jlvm.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.MetadataUpdate;
import org.jlvm.core.message.Messages;

/**
 * A change of a group's metadata that is written and precommitted, not yet current. Devices are
 * suspended between here and {@link #commit}.
 */
public final class GroupUpdate implements AutoCloseable {
  private final Optional<MetadataUpdate> metadata;
  private final VgState target;
  private final Messages messages;
  private final Consumer<VgState> afterwards;
  private boolean done;

  private GroupUpdate(
      Optional<MetadataUpdate> metadata,
      VgState target,
      Messages messages,
      Consumer<VgState> afterwards) {
    this.metadata = metadata;
    this.target = target;
    this.messages = messages;
    this.afterwards = afterwards;
  }

  static GroupUpdate begin(
      MetadataUpdate metadata, Messages messages, Consumer<VgState> afterwards) {
    try {
      metadata.write();
      metadata.precommit();
    } catch (RuntimeException e) {
      revert(metadata, e);
      metadata.close();
      throw e;
    }
    return new GroupUpdate(Optional.of(metadata), metadata.target(), messages, afterwards);
  }

  /** For {@code --test}: nothing is written. */
  static GroupUpdate pretended(VgState target, Messages messages) {
    return new GroupUpdate(Optional.empty(), target, messages, state -> {});
  }

  /** The group as it will be. */
  public VgState target() {
    return target;
  }

  /** Makes the new metadata current. */
  public VgState commit() {
    done = true;
    if (metadata.isEmpty()) {
      return target;
    }
    List<String> failures = new ArrayList<>(0);
    try {
      VgState committed = metadata.get().commit(failures);
      afterwards.accept(committed);
      return committed;
    } finally {
      for (String failure : failures) {
        messages.warn("WARNING: Failed to commit metadata: " + failure);
      }
    }
  }

  /** Takes the change back unless it was committed. */
  @Override
  public void close() {
    if (metadata.isEmpty()) {
      return;
    }
    try (MetadataUpdate open = metadata.get()) {
      if (!done) {
        done = true;
        open.revert();
      }
    }
  }

  private static void revert(MetadataUpdate metadata, RuntimeException cause) {
    try {
      metadata.revert();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
