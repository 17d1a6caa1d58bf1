package org.jlvm.core.engine.pv;

import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * Decides, by force or by asking, whether a device may be used that belongs to a group or whose
 * size is to be pretended.
 */
final class PvQuestions {
  enum Answer {
    YES,
    NO,
    /** Only the user can tell. */
    OPEN
  }

  private final PvUse use;
  private final Messages messages;
  private final Prompter prompter;
  private final SizeFormat sizes;

  PvQuestions(PvUse use, Messages messages, Prompter prompter, SizeFormat sizes) {
    this.use = use;
    this.messages = messages;
    this.prompter = prompter;
    this.sizes = sizes;
  }

  /**
   * What is to be asked about a device.
   *
   * @param target the device
   * @param wantedSize zero unless its size is to be pretended
   */
  record Question(PvTarget target, Sectors wantedSize) {
    String device() {
      return target.device().name();
    }

    String vg() {
      return target.vg().isPresent() ? target.vg().get().value() : "<unknown>";
    }

    boolean aboutSize() {
      return !wantedSize.isZero();
    }
  }

  /**
   * Answers a question.
   *
   * @param ask whether the user may be asked; if not, the answer may stay open
   */
  Answer answer(Question question, boolean ask) {
    return use.purpose() == PvUse.Purpose.REMOVE
        ? answerRemoval(question, ask)
        : answerCreation(question, ask);
  }

  private Answer answerCreation(Question question, boolean ask) {
    Answer membership = question.target().isInUse() ? membership(question, ask) : Answer.OPEN;
    Answer size = question.aboutSize() ? size(question, ask) : Answer.OPEN;
    if (membership == Answer.NO && size == Answer.YES
        || membership == Answer.YES && size == Answer.NO) {
      messages.warn("WARNING: Prompt answer yes is overridden by prompt answer no.");
    }
    if (membership == Answer.NO || size == Answer.NO) {
      messages.error(question.device() + ": physical volume not initialized.");
      return Answer.NO;
    }
    return membership == Answer.YES || size == Answer.YES ? Answer.YES : Answer.OPEN;
  }

  private Answer membership(Question question, boolean ask) {
    String device = question.device();
    String vg = question.vg();
    if (!use.overrides()) {
      refuse(question);
      return Answer.NO;
    }
    if (use.yes()) {
      return Answer.YES;
    }
    if (!ask) {
      return Answer.OPEN;
    }
    String prompt =
        "Really INITIALIZE physical volume \""
            + device
            + "\" of volume group \""
            + vg
            + "\" [y/n]? ";
    if (!prompter.ask(prompt)) {
      return Answer.NO;
    }
    messages.warn(
        "WARNING: Forcing physical volume creation on "
            + device
            + " of volume group \""
            + vg
            + "\"");
    return Answer.YES;
  }

  private void refuse(Question question) {
    String device = question.device();
    String vg = question.vg();
    if (question.target().standing() == PvTarget.Standing.USED) {
      messages.error("PV " + device + " is used by a VG but its metadata is missing.");
      messages.error("Can't initialize PV '" + device + "' without -ff.");
    } else if (use.purpose() == PvUse.Purpose.CREATE) {
      messages.error(
          "Can't initialize physical volume \""
              + device
              + "\" of volume group \""
              + vg
              + "\" without -ff");
    } else {
      messages.error("Physical volume '" + device + "' is already in volume group '" + vg + "'");
      messages.error("Unable to add physical volume '" + device + "' to volume group '" + vg + "'");
    }
  }

  private Answer size(Question question, boolean ask) {
    if (!use.yes() && !ask) {
      return Answer.OPEN;
    }
    if (!use.yes()) {
      Sectors real = question.target().device().size().toSectorsDown();
      String text =
          "WARNING: "
              + question.device()
              + ": device size "
              + sizes.display(real)
              + " does not match requested size "
              + sizes.display(question.wantedSize())
              + ". Proceed?";
      if (!prompter.confirm(text)) {
        return Answer.NO;
      }
    }
    messages.warn(
        "WARNING: Faking size of PV " + question.device() + ". Don't write outside real device.");
    return Answer.YES;
  }

  private Answer answerRemoval(Question question, boolean ask) {
    Answer answer = removal(question, ask);
    if (answer == Answer.NO) {
      messages.error(question.device() + ": physical volume label not removed.");
    } else if (answer == Answer.YES) {
      messages.warn(
          "WARNING: Wiping physical volume label from "
              + question.device()
              + " of volume group \""
              + question.vg()
              + "\".");
    }
    return answer;
  }

  private Answer removal(Question question, boolean ask) {
    String device = question.device();
    String vg = question.vg();
    if (!use.overrides()) {
      messages.error(
          question.target().standing() == PvTarget.Standing.USED
              ? "PV " + device + " is used by a VG but its metadata is missing."
              : "PV " + device + " is used by VG " + vg + " so please use vgreduce first.");
      messages.error(
          "(If you are certain you need pvremove, then confirm by using --force twice.)");
      return Answer.NO;
    }
    if (!use.yes() && !ask) {
      return Answer.OPEN;
    }
    messages.warn("WARNING: PV " + device + " is used by VG " + vg + ".");
    String prompt =
        "Really WIPE LABELS from physical volume \""
            + device
            + "\" of volume group \""
            + vg
            + "\" [y/n]? ";
    return use.yes() || prompter.ask(prompt) ? Answer.YES : Answer.NO;
  }
}
