package org.jlvm.cli.lv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jlvm.cli.console.Console;
import org.jlvm.core.engine.filesystem.FileSystemTools;

/** Programs of this machine, run on the command's own terminal. */
record HostTools(Console console) implements FileSystemTools {
  private static final int NOT_FOUND = 127;
  private static final List<String> DIRECTORIES = List.of("/sbin", "/usr/sbin", "/bin", "/usr/bin");

  @Override
  public int run(List<String> command) {
    console.flush();
    try {
      return new ProcessBuilder(found(command)).inheritIO().start().waitFor();
    } catch (IOException e) {
      console.error(command.get(0) + ": cannot be run: " + e.getMessage());
      return NOT_FOUND;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOT_FOUND;
    }
  }

  @Override
  public List<String> output(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(found(command));
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? text.lines().toList() : List.of();
    } catch (IOException e) {
      console.debug(command.get(0) + ": cannot be run: " + e.getMessage());
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** These programs are rarely in the search path of ordinary users. */
  private static List<String> found(List<String> command) {
    List<String> whole = new ArrayList<>(command);
    for (String directory : DIRECTORIES) {
      Path program = Path.of(directory).resolve(command.get(0));
      if (Files.isExecutable(program)) {
        whole.set(0, program.toString());
        break;
      }
    }
    return whole;
  }

  @Override
  public void say(String line) {
    console.output(line + '\n');
  }

  @Override
  public void complain(String line) {
    console.raw(line);
  }
}
