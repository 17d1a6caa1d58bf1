package org.jlvm.cli.table;

import java.util.Optional;
import java.util.Set;

/** Other names of options. The tables use the standard one only. */
public final class Synonyms {
  private Synonyms() {}

  /** Adds to a command's options the other names under which they can be given. */
  static void addTo(Set<Opt> options, String command) {
    for (Opt option : Set.copyOf(options)) {
      other(command, option).ifPresent(options::add);
    }
    if (options.contains(Opt.ALLOCATABLE) || options.contains(Opt.RESIZEABLE)) {
      options.add(Opt.ALLOCATION);
    }
  }

  /** Another name for a standard option. */
  public static Optional<Opt> other(String command, Opt option) {
    return switch (option) {
      case MIRRORLOG -> Optional.of(Opt.CORELOG);
      case RESIZEABLE -> Optional.of(Opt.RESIZABLE);
      case ALLOCATABLE -> Optional.of(Opt.ALLOCATION);
      case ACTIVATE -> Optional.of(Opt.AVAILABLE);
      case REBUILD -> Optional.of(Opt.RAIDREBUILD);
      case SYNCACTION -> Optional.of(Opt.RAIDSYNCACTION);
      case WRITEMOSTLY -> Optional.of(Opt.RAIDWRITEMOSTLY);
      case MINRECOVERYRATE -> Optional.of(Opt.RAIDMINRECOVERYRATE);
      case MAXRECOVERYRATE -> Optional.of(Opt.RAIDMAXRECOVERYRATE);
      case WRITEBEHIND -> Optional.of(Opt.RAIDWRITEBEHIND);
      case VIRTUALSIZE -> Optional.of(Opt.VIRTUALORIGINSIZE);
      case SPLITCACHE -> Optional.of(Opt.SPLIT);
      case PVMETADATACOPIES -> only(command.startsWith("pv"), Opt.METADATACOPIES);
      case VGMETADATACOPIES -> only(command.startsWith("vg"), Opt.METADATACOPIES);
      case METADATAPROFILE -> only(profileIsForMetadata(command), Opt.PROFILE);
      default -> Optional.empty();
    };
  }

  /** The standard option behind another name; the option itself if it is none. */
  public static Opt standard(String command, Opt option) {
    return switch (option) {
      case CORELOG -> Opt.MIRRORLOG;
      case RESIZABLE -> Opt.RESIZEABLE;
      case ALLOCATION -> Opt.ALLOCATABLE;
      case AVAILABLE -> Opt.ACTIVATE;
      case RAIDREBUILD -> Opt.REBUILD;
      case RAIDSYNCACTION -> Opt.SYNCACTION;
      case RAIDWRITEMOSTLY -> Opt.WRITEMOSTLY;
      case RAIDMINRECOVERYRATE -> Opt.MINRECOVERYRATE;
      case RAIDMAXRECOVERYRATE -> Opt.MAXRECOVERYRATE;
      case RAIDWRITEBEHIND -> Opt.WRITEBEHIND;
      case VIRTUALORIGINSIZE -> Opt.VIRTUALSIZE;
      case SPLIT -> Opt.SPLITCACHE;
      case METADATACOPIES ->
          command.startsWith("pv")
              ? Opt.PVMETADATACOPIES
              : command.startsWith("vg") ? Opt.VGMETADATACOPIES : option;
      case PROFILE -> profileIsForMetadata(command) ? Opt.METADATAPROFILE : option;
      default -> option;
    };
  }

  /**
   * Where {@code --profile} means {@code --metadataprofile}; elsewhere {@code --commandprofile}.
   */
  public static boolean profileIsForMetadata(String command) {
    return switch (command) {
      case "lvcreate", "lvconvert", "vgcreate", "lvchange", "vgchange" -> true;
      default -> false;
    };
  }

  private static Optional<Opt> only(boolean condition, Opt option) {
    return condition ? Optional.of(option) : Optional.empty();
  }
}
