package org.jlvm.core.alloc;

import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;

/**
 * Finds extents for a request, the same as lvm2 takes. The policies are tried from the strictest to
 * the one that is asked for, each for what those before did not find.
 */
public final class Allocator {
  private final AllocationRun run;
  private final Messages messages;
  private AllocationPolicy loosest;

  private Allocator(AllocationRun run, AllocationPolicy loosest, Messages messages) {
    this.run = run;
    this.loosest = loosest;
    this.messages = messages;
  }

  /**
   * Finds extents.
   *
   * @throws FailedException if there are not enough
   */
  public static Allocation allocate(
      AllocationRequest request, AllocationSettings settings, Messages messages) {
    return allocate(request, FreeExtents.of(request.vg()), settings, messages);
  }

  /**
   * Finds extents, with what is free in the group known already.
   *
   * @throws FailedException if there are not enough
   */
  public static Allocation allocate(
      AllocationRequest request, FreeExtents free, AllocationSettings settings, Messages messages) {
    AllocationPolicy policy = request.effectivePolicy();
    FreeSpace space = new FreeSpace(request.vg(), free, request.pvs());
    boolean canSplit = policy != AllocationPolicy.CONTIGUOUS;
    AllocationRun run = new AllocationRun(request, settings, space, canSplit);
    // Cling stands for cling_by_tags too, which needs tags in the settings to have any effect.
    AllocationPolicy loosest =
        policy == AllocationPolicy.CLING ? AllocationPolicy.CLING_BY_TAGS : policy;
    return new Allocator(run, loosest, messages).findAll();
  }

  private Allocation findAll() {
    if (run.missing() == 0 && run.shape.logs() == 0) {
      return run.result();
    }
    requireMultiple();
    requireSomePv();
    for (AllocationPolicy policy : AllocationPolicy.values()) {
      if (policy.compareTo(loosest) > 0) {
        break;
      }
      Optional<PlacementPolicy> way = PlacementPolicy.of(policy, run);
      if (way.isPresent() && isDoneWith(policy, way.get())) {
        break;
      }
    }
    requireEnough();
    return run.result();
  }

  /** Places what it can with one policy; returns whether others are not to be tried. */
  private boolean isDoneWith(AllocationPolicy policy, PlacementPolicy way) {
    if (messages.shows(Level.DEBUG)) {
      messages.debug("Trying allocation using " + policy.text() + " policy.");
    }
    requireSpace();
    long before = run.reached();
    place(policy, way);
    if (run.missing() == 0
        && run.logsNeeded() > 0
        && loosest.compareTo(AllocationPolicy.NORMAL) < 0) {
      // Logs cannot cling to anything.
      loosest = AllocationPolicy.NORMAL;
      return false;
    }
    return run.isComplete() || (!run.canSplit && run.reached() != before);
  }

  private void place(AllocationPolicy policy, PlacementPolicy way) {
    boolean again;
    do {
      long before = run.reached();
      way.place(Round.next(run));
      again = way.goesOn(run.reached() != before);
    } while (again
        && policy != AllocationPolicy.CONTIGUOUS
        && run.missing() != 0
        && run.canSplit
        && (!run.request.approximate() || run.space.total() > 0));
  }

  private void requireMultiple() {
    if (run.missing() % run.shape.multiple() != 0) {
      throw new FailedException(
          "Number of extents requested ("
              + run.missing()
              + ") needs to be divisible by "
              + run.shape.multiple()
              + ".");
    }
  }

  private void requireSomePv() {
    int pvs = run.space.pvCount();
    if (pvs == 0 && (run.lastSegment.isEmpty() || run.lastSegment.get().areas().isEmpty())) {
      throw new FailedException("Couldn't allocate areas array.");
    }
    if (pvs > 0
        && pvs < run.shape.dataAreas() + run.shape.logs()
        && loosest != AllocationPolicy.ANYWHERE
        && run.settings.separateLogs()) {
      messages.error("Not enough PVs with free space available for parallel allocation.");
      throw new FailedException("Consider --alloc anywhere if desperate.");
    }
  }

  private void requireSpace() {
    if (run.request.approximate()) {
      return;
    }
    AllocationShape shape = run.shape;
    long needed =
        run.missing() * shape.areas() / shape.multiple()
            + run.missing() * shape.parity() / shape.multiple()
            + (run.logsNeeded() > 0 ? shape.logLength() : 0);
    long free = run.space.total();
    if (needed > free) {
      throw new FailedException(
          "Insufficient free space: "
              + needed
              + " extents needed, but only "
              + free
              + " available");
    }
  }

  private void requireEnough() {
    if (run.missing() != 0) {
      requireSomething();
    }
    if (run.logsNeeded() > 0) {
      throw new FailedException(
          "Insufficient free space for log allocation for logical volume "
              + run.request.lvName()
              + ".");
    }
  }

  private void requireSomething() {
    String name = run.request.lvName();
    String kind = run.canSplit ? "" : "contiguous ";
    long missing = run.missing() * run.shape.areas() / run.shape.multiple();
    if (!run.request.approximate()) {
      throw new FailedException(
          "Insufficient suitable "
              + kind
              + "allocatable extents for logical volume "
              + name
              + ": "
              + missing
              + " more required");
    }
    if (run.reached() == 0) {
      throw new FailedException(
          "Insufficient suitable "
              + kind
              + "allocatable extents found for logical volume "
              + name
              + ".");
    }
    if (run.shape.splitMetadata() && run.areaLengthTaken() < run.shape.areas()) {
      throw new FailedException(
          "Insufficient suitable allocatable extents for logical volume "
              + name
              + ": "
              + run.areaLengthTaken()
              + " extents found but at least "
              + run.shape.areas()
              + " required (1 extent per data image).");
    }
    messages.verbose(
        "Found fewer "
            + kind
            + "allocatable extents for logical volume "
            + name
            + " than requested: using "
            + run.reached()
            + " extents (reduced by "
            + missing
            + ").");
  }
}
