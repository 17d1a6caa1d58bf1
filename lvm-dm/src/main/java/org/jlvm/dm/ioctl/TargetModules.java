package org.jlvm.dm.ioctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.core.message.Messages;

/** Loads the kernel's module that holds a target. */
final class TargetModules {
  private final Path modprobe;
  private final Messages messages;

  TargetModules(Path modprobe, Messages messages) {
    this.modprobe = modprobe;
    this.messages = messages;
  }

  /** Returns when modprobe is done; whether the target is there then is for the caller to see. */
  void load(String targetType) {
    if (!Files.isExecutable(modprobe)) {
      messages.debug("No " + modprobe + " to load dm-" + targetType);
      return;
    }
    messages.verbose("Executing: " + modprobe + " dm-" + targetType);
    try {
      Process process =
          new ProcessBuilder(List.of(modprobe.toString(), "dm-" + targetType))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int status = process.waitFor();
      if (status != 0) {
        messages.error(modprobe + " failed: " + status);
      }
    } catch (IOException e) {
      messages.error(modprobe + " failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
