package org.jlvm.core.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Files in a map; a path that ends with a slash is a directory, "!" as content is unreadable. */
public final class MemoryFiles implements ConfigFiles {
  private final Map<String, String> files = new HashMap<>();

  public MemoryFiles with(String path, String content) {
    files.put(path, content);
    return this;
  }

  @Override
  public Kind kind(String path) {
    if (files.containsKey(path + "/")) {
      return Kind.OTHER;
    }
    return files.containsKey(path) ? Kind.REGULAR : Kind.MISSING;
  }

  @Override
  public byte[] read(String path) throws IOException {
    String content = files.getOrDefault(path, "!");
    if (content.equals("!")) {
      throw new IOException("Permission denied");
    }
    return content.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void createDirectories(String path) throws IOException {
    if (path.startsWith("/proc")) {
      throw new IOException("No such file or directory");
    }
  }
}
