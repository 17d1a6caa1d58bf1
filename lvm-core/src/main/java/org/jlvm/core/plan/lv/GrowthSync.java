package org.jlvm.core.plan.lv;

import org.jlvm.core.alloc.LvResize;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;

/**
 * Whether the copies of what is added to a volume count as the same: they do in a volume whose
 * copies were never compared.
 *
 * @param noSync whether the user asked for that
 * @param live what is known of devices
 * @param messages for the user
 * @param prompter asks whether to go on where that is not possible
 */
public record GrowthSync(boolean noSync, LiveFacts live, Messages messages, Prompter prompter) {
  /** The change, with the volume marked, if it grows, and with the user's agreement. */
  public LvResize.Change checked(LvResize.Change change) {
    return (request, target) -> {
      boolean grows = target.direction() == LvResize.Direction.EXTEND;
      LogicalVolume lv = request.lv();
      boolean unsynced = grows && (noSync || lv.flags().has(Flag.NOTSYNCED));
      VolumeGroup changed = change.make(request, target);
      if (!unsynced) {
        return changed;
      }
      String path = request.vg().name() + "/" + lv.name();
      if (live.isActive(lv)) {
        messages.verbose("Skipping initial resync for extended portion of " + path);
      } else {
        messages.error("Unable to read sync percent while LV " + path + " is not locally active.");
        String question = "Do full resync of extended portion of " + path + '?';
        if (!prompter.regardlessOfYes().confirm(question)) {
          throw new FailedException("");
        }
      }
      return changed.withLv(changed.lv(lv.id()).withFlag(Flag.NOTSYNCED, true));
    };
  }
}
