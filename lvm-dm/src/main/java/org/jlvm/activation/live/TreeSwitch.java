package org.jlvm.activation.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.node.Node;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.error.FailedException;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.Errno;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.UdevFlags;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.RaidParams;
import org.jlvm.dm.table.TargetLine;

/**
 * Switches devices that are in use from one tree to another. New devices are made and new tables
 * loaded first, with nothing changed for users; then the old devices are suspended from the top
 * down; resumed from the bottom up they serve through their new tables, and those that nobody needs
 * any more go. Whatever fails, everything that was suspended is resumed.
 */
public final class TreeSwitch implements Activation.LiveChange {
  private final Changes changes;
  private final DeviceTree before;
  private final DeviceTree wanted;
  private final SuspendMode mode;
  private final CriticalSection section;
  private final List<LiveDevice> created = new ArrayList<>();
  private final List<LiveDevice> loaded = new ArrayList<>();
  private final List<LiveDevice> grown = new ArrayList<>();
  private final List<LiveDevice> suspended = new ArrayList<>();
  private final List<LiveDevice> leaving = new ArrayList<>(0);
  private final Map<DmUuid, UdevFlags> flags = new LinkedHashMap<>();

  private TreeSwitch(
      Changes changes,
      DeviceTree before,
      DeviceTree wanted,
      SuspendMode mode,
      CriticalSection section) {
    this.changes = changes;
    this.before = before;
    this.wanted = wanted;
    this.mode = mode;
    this.section = section;
  }

  /**
   * Makes new devices and loads tables.
   *
   * @throws DmException if that fails; everything is as before then
   */
  public static TreeSwitch prepare(
      Changes changes,
      DeviceTree before,
      DeviceTree wanted,
      SuspendMode mode,
      CriticalSection section) {
    TreeSwitch result = new TreeSwitch(changes, before, wanted, mode, section);
    try {
      changes.begin();
      for (Node node : wanted.bottomUp()) {
        result.prepare(node);
      }
      result.noteLeaving();
      return result;
    } catch (RuntimeException e) {
      result.abort();
      throw e;
    }
  }

  /**
   * An array that gives up its old table still writes to the devices that leave it, so those must
   * not be suspended then.
   */
  private void noteLeaving() {
    Set<DmUuid> needed = needed();
    for (Node node : before.topDown()) {
      Optional<LiveDevice> device = changes.live().find(node);
      if (node.children().isEmpty() || device.isEmpty() || !isArray(device.get())) {
        continue;
      }
      for (Node child : before.bottomUp()) {
        Optional<LiveDevice> below = changes.live().find(child);
        if (node.children().contains(child.uuid())
            && below.isPresent()
            && !needed.contains(below.get().uuid())) {
          leaving.add(below.get());
        }
      }
    }
  }

  private boolean isArray(LiveDevice device) {
    for (TargetLine line : changes.table(device).lines()) {
      if (line.params() instanceof RaidParams) {
        return true;
      }
    }
    return false;
  }

  private Set<DmUuid> needed() {
    Set<DmUuid> needed = new HashSet<>();
    for (Node node : wanted.bottomUp()) {
      changes.live().find(node).ifPresent(device -> needed.add(device.uuid()));
    }
    return needed;
  }

  private void prepare(Node node) {
    Optional<LiveDevice> found = changes.live().find(node);
    boolean hasParent = wanted.hasParent(node);
    if (found.isEmpty()) {
      LiveDevice device = changes.create(node);
      created.add(device);
      flags.put(device.uuid(), node.udevFlags());
      changes.load(device, node);
      if (node.early() && hasParent) {
        changes.resume(device, node.udevFlags());
      }
      return;
    }
    LiveDevice device = found.get();
    flags.put(device.uuid(), node.udevFlags());
    DmInfo info = changes.info(device).orElseThrow();
    if (info.inactiveTable()) {
      changes.clear(device); // left behind by a command that was killed
    }
    DmTable current = changes.table(device);
    DmTable next = node.table(changes.numbers());
    if (current.equals(next) && info.readOnly() == node.readOnly()) {
      return;
    }
    changes.load(device, node);
    loaded.add(device);
    if (hasParent && mustGrowFirst(node, current, next) && !info.suspended()) {
      grown.add(device);
      changes.resume(device, node.udevFlags());
    }
  }

  /**
   * Whether the devices above could not be loaded on top of it as it is. A snapshot looks at the
   * size of its store only when it needs more of it.
   */
  private static boolean mustGrowFirst(Node node, DmTable current, DmTable next) {
    return node.layer() != Layer.COW && next.size().compareTo(current.size()) > 0;
  }

  @Override
  public void suspend() {
    try {
      section.enter();
      Set<DmUuid> done = new HashSet<>();
      for (Node node : before.topDown()) {
        suspend(node, done);
      }
      for (Node node : wanted.topDown()) {
        if (!isNew(node)) {
          suspend(node, done);
        }
      }
    } catch (DmException e) {
      abort();
      throw new FailedException(e.getMessage(), e);
    } catch (RuntimeException e) {
      abort();
      throw e;
    }
  }

  private boolean isNew(Node node) {
    Optional<LiveDevice> device = changes.live().find(node);
    return device.isPresent() && created.contains(device.get());
  }

  private void suspend(Node node, Set<DmUuid> done) {
    Optional<LiveDevice> found = changes.live().find(node);
    if (found.isEmpty() || !done.add(found.get().uuid())) {
      return;
    }
    LiveDevice device = found.get();
    flags.putIfAbsent(device.uuid(), node.udevFlags());
    DmInfo info = changes.info(device).orElseThrow();
    suspended.add(device);
    if (!info.suspended()) {
      changes
          .messages()
          .verbose(
              "Suspending "
                  + device
                  + (mode.skipLockFs() ? "" : " with filesystem sync")
                  + (mode.noFlush() ? "" : " with device flush"));
      changes.suspend(device, mode);
    }
  }

  @Override
  public void resume() {
    List<String> failures = new ArrayList<>(0);
    for (LiveDevice device : leaving) {
      attempt(
          failures,
          () -> changes.resume(device, flags.getOrDefault(device.uuid(), UdevFlags.NONE)));
      suspended.remove(device);
    }
    renameAndResume(failures);
    removeUnneeded(failures);
    leave();
    setReadAheads(failures);
    if (!failures.isEmpty()) {
      throw new FailedException(String.join("\n", failures));
    }
  }

  /** Last, as a device is opened for it by its node, which may lie on another one. */
  private void setReadAheads(List<String> failures) {
    for (Node node : wanted.bottomUp()) {
      Optional<LiveDevice> device = changes.live().find(node);
      if (device.isPresent()) {
        attempt(failures, () -> changes.setReadAhead(device.get(), node));
      }
    }
  }

  private void renameAndResume(List<String> failures) {
    List<Node> waiting = new ArrayList<>(wanted.bottomUp());
    boolean progress = true;
    // A name may be free only after another device of the tree has given it up.
    while (!waiting.isEmpty() && progress) {
      List<Node> later = new ArrayList<>(0);
      for (Node node : waiting) {
        if (isNameTaken(node, waiting)) {
          later.add(node);
        } else {
          attempt(failures, () -> renameAndResume(node));
        }
      }
      progress = later.size() < waiting.size();
      waiting = later;
    }
    for (Node node : waiting) {
      attempt(failures, () -> renameAndResume(node));
    }
  }

  private boolean isNameTaken(Node node, List<Node> waiting) {
    LiveDevice own = changes.live().find(node).orElseThrow();
    if (own.name().equals(node.name())) {
      return false;
    }
    for (Node other : waiting) {
      Optional<LiveDevice> device = changes.live().find(other);
      if (other != node && device.isPresent() && device.get().name().equals(node.name())) {
        return true;
      }
    }
    return false;
  }

  private void renameAndResume(Node node) {
    LiveDevice device = changes.live().find(node).orElseThrow();
    if (!device.name().equals(node.name())) {
      changes.messages().verbose("Renaming " + device + " to " + node.name());
      replace(device, changes.rename(device, node.name(), node.udevFlags()));
      device = changes.live().find(node).orElseThrow();
    }
    DmInfo info = changes.info(device).orElseThrow();
    if (info.suspended() || info.inactiveTable()) {
      changes.messages().verbose("Resuming " + device + ".");
      changes.resume(device, node.udevFlags());
    }
    suspended.remove(device);
  }

  private void replace(LiveDevice old, LiveDevice renamed) {
    Collections.replaceAll(suspended, old, renamed);
  }

  /** What is no longer part of any volume goes; what cannot go is at least resumed. */
  private void removeUnneeded(List<String> failures) {
    Set<DmUuid> needed = needed();
    for (Node node : before.topDown()) {
      Optional<LiveDevice> device = changes.live().find(node);
      if (device.isPresent() && !needed.contains(device.get().uuid())) {
        remove(device.get(), node, failures);
      }
    }
    resumeRest(failures);
  }

  private void remove(LiveDevice device, Node node, List<String> failures) {
    attempt(
        failures,
        () -> {
          changes.messages().verbose("Removing " + device);
          changes.removeQuietly(device, node.udevFlags());
          suspended.remove(device);
        });
  }

  private void resumeRest(List<String> failures) {
    for (int i = suspended.size() - 1; i >= 0; i--) {
      LiveDevice device = suspended.get(i);
      attempt(
          failures,
          () -> changes.resume(device, flags.getOrDefault(device.uuid(), UdevFlags.NONE)));
    }
    suspended.clear();
  }

  /**
   * An error in one step must not keep others from being resumed. There is no way back any more, so
   * each step gets a second chance; what is done already it does not do again.
   */
  private void attempt(List<String> failures, Runnable step) {
    try {
      step.run();
    } catch (DmException e) {
      if (e.is(Errno.EBUSY)) {
        failures.add(e.getMessage());
      } else {
        changes.messages().error(e.getMessage());
        attemptAgain(failures, step);
      }
    }
  }

  private static void attemptAgain(List<String> failures, Runnable step) {
    try {
      step.run();
    } catch (DmException e) {
      failures.add(e.getMessage());
    }
  }

  @Override
  public void abort() {
    List<String> failures = new ArrayList<>(0);
    for (LiveDevice device : loaded) {
      attempt(failures, () -> changes.clear(device));
    }
    for (LiveDevice device : grown) {
      attempt(failures, () -> shrink(device));
    }
    resumeRest(failures);
    for (int i = created.size() - 1; i >= 0; i--) {
      LiveDevice device = created.get(i);
      attempt(
          failures,
          () -> changes.remove(device, flags.getOrDefault(device.uuid(), UdevFlags.NONE)));
    }
    loaded.clear();
    grown.clear();
    created.clear();
    leave();
    for (String failure : failures) {
      changes.messages().error(failure);
    }
  }

  /** Gives a device that had to grow before the others its former table again. */
  private void shrink(LiveDevice device) {
    for (Node node : before.bottomUp()) {
      if (changes.live().find(node).equals(Optional.of(device))) {
        changes.load(device, node);
        changes.resume(device, node.udevFlags());
        suspended.remove(device);
      }
    }
  }

  private void leave() {
    section.leave();
  }
}
