package org.jlvm.cli.convert;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.LvRelations;

/** Takes back what a conversion that failed early has added to a group. */
record Leftovers(Session session) {

  /**
   * Removes new volumes, unless the volumes that were there are made of them by now: then the
   * conversion has gone too far to be taken back.
   */
  void removeNew(VgState before, VgState reached) {
    LvRelations relations = LvRelations.of(reached.vg());
    List<LvmId> added = new ArrayList<>();
    Plan.Builder plan = Plan.of(reached.vg());
    for (LogicalVolume lv : reached.vg().lvs()) {
      if (before.vg().findLv(lv.id()).isPresent()) {
        continue;
      }
      for (LogicalVolume user : relations.usersOf(lv.id())) {
        if (before.vg().findLv(user.id()).isPresent()) {
          return;
        }
      }
      added.add(lv.id());
      if (relations.usersOf(lv.id()).isEmpty()) {
        plan.add(new Step.Deactivate(lv.id()));
      }
    }
    if (!added.isEmpty()) {
      plan.commit(reached.vg().withoutLvs(added)).add(new Step.Backup());
      new PlanExecutor(session).run(reached, plan.build());
    }
  }
}
