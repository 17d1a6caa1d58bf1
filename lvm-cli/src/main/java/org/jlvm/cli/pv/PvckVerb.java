package org.jlvm.cli.pv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.FileDevice;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.check.MetadataInput;
import org.jlvm.core.engine.check.PvDump;
import org.jlvm.core.engine.check.PvRepair;
import org.jlvm.core.engine.check.PvckSettings;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.PvLabel;

/** {@code pvck}: looks at and mends the headers and metadata on physical volumes. */
public final class PvckVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Run(session).run() ? ExitStatus.OK : ExitStatus.FAILED;
    }
  }

  private static final class Run {
    private final CommandSession session;
    private final ParsedCommand command;
    private final Messages messages;
    private final long labelSector;
    private boolean sinkFailed;
    private int texts;

    Run(CommandSession session) {
      this.session = session;
      command = session.command();
      messages = session.session().environment().messages();
      labelSector = command.number(Opt.LABELSECTOR, PvLabel.DEFAULT_SECTOR);
    }

    boolean run() {
      if (command.has(Opt.DUMP)) {
        return dump(command.string(Opt.DUMP, ""));
      }
      if (command.hasAny(Opt.REPAIR, Opt.REPAIRTYPE)) {
        return repair();
      }
      if (command.operands().size() == 1 && !isThere(command.operands().get(0))) {
        return false;
      }
      boolean good = true;
      for (String name : PvNames.unescaped(command.operands())) {
        Optional<BlockDevice> device = usable(name);
        good &=
            device.isEmpty()
                || dump(device.get(), PvckSettings.parse(List.of(), messages)).summarize();
      }
      return good;
    }

    private boolean isThere(String operand) {
      String name = PvNames.unescaped(operand);
      if (session.session().devices().find(name).isPresent()) {
        return true;
      }
      messages.error(
          exists(name)
              ? "Invalid device type " + name + "."
              : "Cannot access device " + name + ".");
      return false;
    }

    /** A slash at the end, which a {@link Path} does not keep, is only right behind a directory. */
    private boolean exists(String name) {
      Path path = directory().resolve(name);
      return name.endsWith("/") ? Files.isDirectory(path) : Files.exists(path);
    }

    private PvDump dump(BlockDevice device, PvckSettings settings) {
      return new PvDump(device, labelSector, settings, messages);
    }

    private Optional<BlockDevice> usable(String name) {
      Optional<DeviceInventory.Found> found = session.session().devices().find(name);
      if (found.isPresent() && found.get().exclusion().isEmpty()) {
        return Optional.of(found.get().device());
      }
      String reason = found.flatMap(DeviceInventory.Found::exclusion).orElse("device not found");
      messages.error("Cannot use " + name + ": " + reason + ".");
      return Optional.empty();
    }

    /** A dump may also be of a plain file, such as a copy of the start of a disk. */
    private Optional<BlockDevice> dumped(String name) {
      Path path = directory().resolve(name);
      if (!exists(name)) {
        messages.error("Cannot access " + name + ".");
        return Optional.empty();
      }
      return Files.isRegularFile(path) ? Optional.of(new FileDevice(path, name)) : usable(name);
    }

    private boolean dump(String what) {
      Optional<BlockDevice> device = dumped(PvNames.unescaped(command.operands().get(0)));
      if (device.isEmpty()) {
        return false;
      }
      PvckSettings settings = PvckSettings.parse(command.strings(Opt.SETTINGS), messages);
      if (what.equals("backup_to_raw")) {
        return dumpBackup(settings);
      }
      PvDump dump = dump(device.get(), settings);
      Optional<Path> file = command.string(Opt.FILE).map(directory()::resolve);
      boolean keepsOne = what.equals("metadata") || what.equals("metadata_area");
      boolean kept = !what.equals("headers") && !what.equals("metadata_search");
      if (file.isPresent() && kept && Files.exists(file.get())) {
        throw new FailedException("File already exists.");
      }
      int copy = (int) command.number(Opt.PVMETADATACOPIES, 1);
      PvDump.Sink sink = new FileSink(file, keepsOne);
      boolean good =
          switch (what) {
            case "headers" -> dump.headers();
            case "metadata" -> dump.texts(copy, PvDump.Part.CURRENT, sink);
            case "metadata_all" -> dump.texts(copy, PvDump.Part.ALL, sink);
            case "metadata_area" -> dump.texts(copy, PvDump.Part.BYTES, sink);
            case "metadata_search" -> dump.search(copy, sink);
            default -> throw new FailedException("Unknown dump value.");
          };
      if (good && sinkFailed && isArea()) {
        messages.error("Found bad header or metadata values.");
      }
      return good && !sinkFailed;
    }

    /** A backup as its text would be on disk. */
    private boolean dumpBackup(PvckSettings settings) {
      String name =
          settings
              .backupFile()
              .orElseThrow(
                  () -> new FailedException("Set backup file in --settings backup_file=path"));
      byte[] text = MetadataInput.ofBackup(directory().resolve(name), name);
      Optional<Path> file = command.string(Opt.FILE).map(directory()::resolve);
      if (file.isEmpty()) {
        show(text, text.length - 1);
        return true;
      }
      try {
        Files.write(
            file.get(), Arrays.copyOf(text, text.length - 1), StandardOpenOption.CREATE_NEW);
        return true;
      } catch (IOException e) {
        throw new FailedException("Failed to create file " + command.string(Opt.FILE, ""), e);
      }
    }

    private Path directory() {
      return session.context().process().directory();
    }

    /** Keeps texts in a file, if one is named. */
    private final class FileSink implements PvDump.Sink {
      private final Optional<Path> file;
      private final boolean only;

      FileSink(Optional<Path> file, boolean only) {
        this.file = file;
        this.only = only;
      }

      @Override
      public boolean isReady() {
        if (file.isEmpty()) {
          return true;
        }
        try {
          Files.createFile(file.get());
          return true;
        } catch (IOException e) {
          messages.error("Failed to create file " + command.string(Opt.FILE, ""));
          return false;
        }
      }

      @Override
      public void accept(byte[] text) {
        Run.this.accept(text, file, only);
      }
    }

    /** The current text is shown where no file was named; lists of texts only name them. */
    private void accept(byte[] text, Optional<Path> file, boolean only) {
      int length = text.length;
      while (length > 0 && text[length - 1] == 0) {
        length--;
      }
      if (file.isEmpty()) {
        // The bytes of an area are for a file only.
        sinkFailed |= isArea();
        if (only && command.string(Opt.DUMP, "").equals("metadata")) {
          show(text, length);
        }
        return;
      }
      try {
        if (texts++ > 0) {
          Files.writeString(file.get(), "\n--\n", StandardOpenOption.APPEND);
        }
        byte[] written = only && texts == 1 && isArea() ? text : Arrays.copyOf(text, length);
        Files.write(file.get(), written, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        messages.error("Failed to create file " + file.get());
        // Only the bytes of an area are missed, for lvm2.
        sinkFailed |= isArea();
      }
    }

    private boolean isArea() {
      return what().equals("metadata_area");
    }

    /** What is dumped. */
    private String what() {
      return command.string(Opt.DUMP, "");
    }

    private void show(byte[] text, int length) {
      messages.print("---");
      session
          .context()
          .console()
          .output(new String(text, 0, length, StandardCharsets.UTF_8) + "\n");
      messages.print("---");
    }

    private boolean repair() {
      String name = PvNames.unescaped(command.operands().get(0));
      session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      if (!isThere(name)) {
        messages.error("Failed to set up device " + name + ".");
        return false;
      }
      Optional<BlockDevice> device = usable(name);
      if (device.isEmpty()) {
        return false;
      }
      PvckSettings settings = PvckSettings.parse(command.strings(Opt.SETTINGS), messages);
      Optional<MetadataInput> input = input();
      PvRepair repair =
          new PvRepair(session.session(), device.get(), (int) labelSector, settings, input);
      try {
        switch (command.string(Opt.REPAIRTYPE, "")) {
          case "label_header" -> repair.labelHeader();
          case "pv_header" -> repair.pvHeader();
          case "metadata" -> repair.metadata();
          default -> {
            repair.pvHeader();
            repair.metadata();
          }
        }
        return true;
      } catch (LvmException e) {
        if (!e.getMessage().isEmpty()) {
          messages.error(e.getMessage());
        }
        return false;
      }
    }

    private Optional<MetadataInput> input() {
      Optional<String> file = command.string(Opt.FILE);
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(
              MetadataInput.read(
                  directory().resolve(file.get()),
                  file.get(),
                  messages,
                  session.session().environment().prompter()));
    }
  }
}
