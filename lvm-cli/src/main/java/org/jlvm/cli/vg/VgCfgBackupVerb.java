package org.jlvm.cli.vg;

import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.BackupSettings;
import org.jlvm.core.engine.store.Backups;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.unknown.UnknownSegment;

/** {@code vgcfgbackup}: keeps the metadata of groups in files. */
public final class VgCfgBackupVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      Saving saving = new Saving(session);
      return new GroupChanges(session).each(VgAccess.READ, true, saving::save);
    }
  }

  private static final class Saving {
    private final CommandSession session;
    private final Optional<String> template;
    private String last = "";

    Saving(CommandSession session) {
      this.session = session;
      template = session.command().string(Opt.FILE);
    }

    int save(VgState state) {
      VolumeGroup written = session.session().written(state);
      if (template.isPresent()) {
        saveTo(fileFor(template.get(), state.vg().name().value()), written);
      } else {
        requireComplete(state);
        BackupSettings settings = session.session().backups().settings();
        // Asked for by name, a backup is made even where none is made by itself.
        Backups backups =
            new Backups(
                session.session().environment(), settings.withEnabled(true, settings.archive()));
        if (!backups.backup(written)) {
          return ExitStatus.FAILED;
        }
      }
      session
          .session()
          .environment()
          .messages()
          .info("Volume group \"" + state.vg().name() + "\" successfully backed up.");
      return ExitStatus.OK;
    }

    private void saveTo(String file, VolumeGroup vg) {
      session
          .session()
          .environment()
          .messages()
          .verbose("Creating volume group backup \"" + file + "\" (seqno " + vg.seqno() + ").");
      Path path = session.context().process().directory().resolve(file);
      // lvm2 writes the file even so; a test is to change nothing at all.
      if (!session.session().environment().testMode()) {
        session.session().backups().backupTo(path, vg, session.command().commandLine());
      }
    }

    /** The file's name, with {@code %s} for the group's. */
    private String fileFor(String template, String vg) {
      StringBuilder name = new StringBuilder(template.length() + vg.length());
      for (int i = 0; i < template.length(); i++) {
        char c = template.charAt(i);
        if (c == '%' && i + 1 == template.length()) {
          throw new FailedException("Error processing filename template " + template);
        }
        char next = c == '%' ? template.charAt(i + 1) : ' ';
        if (next == 's' || next == '%') {
          name.append(next == 's' ? vg : "%");
          i++;
        } else {
          name.append(c);
        }
      }
      String file = name.toString();
      if (file.equals(last)) {
        throw new FailedException(
            "VGs must be backed up into different files. Use %s in filename for VG name.");
      }
      last = file;
      return file;
    }

    private static void requireComplete(VgState state) {
      if (state.hasMissingPvs()) {
        throw new FailedException(
            "No backup taken: specify filename with -f to backup with missing PVs.");
      }
      for (LogicalVolume lv : state.vg().lvs()) {
        for (Segment segment : lv.segments()) {
          if (segment instanceof UnknownSegment) {
            throw new FailedException(
                "No backup taken: specify filename with -f to backup with unknown segments.");
          }
        }
      }
    }
  }
}
