package org.jlvm.core.engine;

import java.util.Map;
import java.util.Set;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;

/**
 * Carries out plans, step by step. A step that fails leaves its own effect undone and ends the
 * plan; what to do about the steps before it, the plan's maker says with {@link #run(VgState, Plan,
 * Undo)}. With {@code --test} only messages are shown.
 */
public final class PlanExecutor {
  private final Session session;

  /** Takes back the steps of a plan that failed half way. */
  @FunctionalInterface
  public interface Undo {
    /**
     * @param reached the group as the steps that were done left it
     * @param cause why the plan failed
     */
    void undo(VgState reached, RuntimeException cause);
  }

  public PlanExecutor(Session session) {
    this.session = session;
  }

  public VgState run(VgState before, Plan plan) {
    return run(before, plan, (reached, cause) -> {});
  }

  /**
   * Carries out a plan.
   *
   * @return the group as it is afterwards
   */
  public VgState run(VgState before, Plan plan, Undo undo) {
    Run run = new Run(before);
    for (Step step : plan.steps()) {
      try {
        run.step(step);
      } catch (RuntimeException e) {
        try {
          undo.undo(run.now, e);
        } catch (RuntimeException second) {
          e.addSuppressed(second);
          session.environment().messages().error("Undoing failed as well: " + second.getMessage());
        }
        throw e;
      }
    }
    return run.now;
  }

  /** How far a plan has got. */
  private final class Run {
    private VgState now;

    Run(VgState before) {
      now = before;
    }

    void step(Step step) {
      if (step instanceof Step.Tell tell) {
        session.environment().messages().show(tell.level(), tell.text());
      } else if (step instanceof Step.Commit commit) {
        commit(commit);
      } else if (step instanceof Step.Backup) {
        session.backup(now);
      } else if (!session.environment().testMode()) {
        onDevice(step);
      }
    }

    private void onDevice(Step step) {
      Activation activation = session.activation();
      if (step instanceof Step.Activate activate) {
        activation.activate(now, activate.lv(), activate.request());
      } else if (step instanceof Step.Deactivate deactivate) {
        activation.deactivate(now, deactivate.lv());
      } else if (step instanceof Step.Refresh refresh) {
        activation.refresh(now, refresh.lv());
      } else if (step instanceof Step.Wipe wipe) {
        new Wiper(session).wipe(now, wipe.lv(), wipe.request());
      } else if (step instanceof Step.ResetMirrorLog reset) {
        new MirrorLogWriter(session).reset(now, reset.lv(), reset.inSync());
      } else if (step instanceof Step.AssumeInSync assume) {
        activation.assumeInSync(assume.inSync());
      } else {
        throw new IllegalStateException("unknown step " + step);
      }
    }

    /**
     * Everything that can fail for ordinary reasons happens before the first suspend; from there to
     * the resume nothing may wait for the suspended devices.
     */
    private void commit(Step.Commit commit) {
      try (GroupUpdate update = session.update(now, commit.vg(), Map.of(), Set.of())) {
        if (commit.reload().isEmpty() || session.environment().testMode()) {
          now = update.commit();
          return;
        }
        Activation.LiveChange change =
            session.activation().prepare(now, update.target(), commit.reload());
        try {
          change.suspend();
          now = update.commit();
        } catch (RuntimeException e) {
          change.abort();
          throw e;
        }
        change.resume();
      }
    }
  }
}
