package org.jlvm.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;

/**
 * The steps of one change of one group, in order.
 *
 * @param before the group as it is
 * @param after the group as it will be when all steps are done
 * @param steps what to do
 */
public record Plan(VolumeGroup before, VolumeGroup after, List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  public static Builder of(VolumeGroup before) {
    return new Builder(before);
  }

  /** The same with one more step, which changes no metadata, at its end. */
  public Plan then(Step last) {
    List<Step> all = new ArrayList<>(steps);
    all.add(last);
    return new Plan(before, after, all);
  }

  /** Collects steps; each metadata step starts from the group that the one before left. */
  public static final class Builder {
    private final VolumeGroup before;
    private final List<Step> steps = new ArrayList<>();
    private VolumeGroup now;

    private Builder(VolumeGroup before) {
      this.before = before;
      now = before;
    }

    /** The group as it is when the steps so far are done. */
    public VolumeGroup now() {
      return now;
    }

    public Builder add(Step step) {
      steps.add(step);
      return this;
    }

    public Builder tell(Level level, String text) {
      return add(new Step.Tell(level, text));
    }

    /** Makes new metadata current; no device has to follow. */
    public Builder commit(VolumeGroup changed) {
      return commit(changed, List.of());
    }

    /** Makes new metadata current while the devices of active volumes are switched over to it. */
    public Builder commit(VolumeGroup changed, List<LvmId> reload) {
      steps.add(new Step.Commit(changed, reload));
      now = changed;
      return this;
    }

    public Plan build() {
      return new Plan(before, now, steps);
    }
  }
}
