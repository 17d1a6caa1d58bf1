package org.jlvm.cli.command;

import java.util.Optional;
import java.util.function.Function;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VgName;
import org.jlvm.core.report.log.LogItem;
import org.jlvm.core.units.Sectors;

/**
 * What a command works on at the moment and how it went, for those who keep a log of it. By lvm2's
 * habit messages of the program belong to the object that is being processed.
 */
public final class WorkLog {
  private final Function<WorkLog, Keeper> starter;
  private Optional<Keeper> keeper = Optional.empty();
  private LogItem.Subject subject = LogItem.Subject.NONE;

  /** The volume that it is about; its subject is made when one asks. */
  private Optional<LogicalVolume> volume = Optional.empty();

  /** Who writes down how it went. */
  public interface Keeper {
    /** The present subject is done, with that exit status. */
    void done(int status);

    /**
     * How far the present work is, for a document that is read while the command runs.
     *
     * @return whether it was written there
     */
    default boolean progress(Advance advance) {
      return false;
    }

    /** Nothing more will come. */
    void end();
  }

  /**
   * How far an operation on a volume is.
   *
   * @param operation its kind: {@code pvmove}
   * @param object what it is about in the user's eyes: the volume, or the device moved from
   * @param vg the name of the group
   * @param lv the name of the volume that the driver works on
   * @param percent as it is shown, without the sign
   * @param done at most the total
   * @param total all that is to be done
   */
  public record Advance(
      String operation,
      String object,
      String vg,
      String lv,
      String percent,
      Sectors done,
      Sectors total) {}

  /** A place in the command's work to which {@link #close} leads back. */
  public final class Place implements AutoCloseable {
    private final LogItem.Subject before;

    private Place(LogItem.Subject before) {
      this.before = before;
    }

    @Override
    public void close() {
      volume = Optional.empty();
      subject = before;
    }
  }

  /**
   * @param starter gives who keeps the log, when the command begins to process objects
   */
  public WorkLog(Function<WorkLog, Keeper> starter) {
    this.starter = starter;
  }

  /** The command begins to process objects; only the first call counts. */
  public void begin() {
    if (keeper.isEmpty()) {
      keeper = Optional.of(starter.apply(this));
    }
  }

  /** The command keeps its log by itself. */
  public void keep(Keeper own) {
    keeper = Optional.of(own);
  }

  public boolean isKept() {
    return keeper.isPresent();
  }

  public LogItem.Subject subject() {
    if (volume.isPresent()) {
      LogicalVolume lv = volume.get();
      about(lv.name().value(), Optional.of(lv.id()));
    }
    return subject;
  }

  /** From now on it is about objects of a type: {@code vg}, {@code lv}, {@code pv}, ... */
  public Place enter(String type) {
    Place place = new Place(subject());
    subject = new LogItem.Subject(type, "", "", subject.group(), subject.groupId());
    return place;
  }

  /** As the other, for parts of a group. */
  public Place enter(String type, VgName group, LvmId groupId) {
    Place place = new Place(subject());
    subject = new LogItem.Subject(type, "", "", group.value(), groupId.hyphenated());
    return place;
  }

  /** From now on it is about an object of the present type. */
  public void about(String name, Optional<LvmId> id) {
    volume = Optional.empty();
    subject =
        new LogItem.Subject(
            subject.type(),
            name,
            id.map(LvmId::hyphenated).orElse(""),
            subject.group(),
            subject.groupId());
  }

  public void about(LogicalVolume lv) {
    volume = Optional.of(lv);
  }

  /** From now on it is about no object in particular. */
  public void aboutNothing() {
    about("", Optional.empty());
  }

  /** The present object is done. */
  public void done(int status) {
    keeper.ifPresent(log -> log.done(status));
  }

  /** As {@link Keeper#progress}. */
  public boolean progress(Advance advance) {
    return keeper.isPresent() && keeper.get().progress(advance);
  }

  /** Nothing more will come. */
  public void end() {
    Optional<Keeper> ending = keeper;
    keeper = Optional.empty();
    ending.ifPresent(Keeper::end);
  }
}
