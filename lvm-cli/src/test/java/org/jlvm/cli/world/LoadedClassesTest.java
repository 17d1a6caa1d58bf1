package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No class of jlvm is loaded between the first suspend and the last resume of a command: its jar
 * could lie on a device that is suspended. Each command has a class loader of its own, as each
 * process has.
 */
class LoadedClassesTest {
  private static final String SUSPENDED = "(suspended)";

  @TempDir Path directory;

  /** What happens, in order: classes that are loaded, and suspends and resumes. */
  private static final class RecordingLoader extends URLClassLoader {
    private final List<String> events;

    RecordingLoader(URL[] path, List<String> events) {
      super(path, LoadedClassesTest.class.getClassLoader());
      this.events = events;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.jlvm.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : findClass(name);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      events.add(name);
      return super.findClass(name);
    }
  }

  /** Runs in the class loader of the command. */
  static final class Run {
    private Run() {}

    /**
     * @param tell hears of each change of a device
     */
    public static void run(Path directory, String command, Consumer<String> tell) {
      World world = new World(directory, 3);
      world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
      world.succeed("lvcreate -an -l 5 -n lv vg /dev/disk0");
      world.succeed("lvchange -ay vg/lv");
      if (command.contains("snap") && !command.startsWith("lvcreate")) {
        world.succeed("lvcreate -s -l 3 -n snap vg/lv");
      }
      world.listen(tell);
      world.succeed(command);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lvextend -l +3 vg/lv",
        "lvchange --refresh vg/lv",
        "lvcreate -s -l 3 -n snap vg/lv",
        "lvextend -l +1 vg/snap",
        "lvrename vg lv other",
        "lvremove -y vg/snap"
      })
  void nothingIsLoadedWhileADeviceIsSuspended(String command) throws Exception {
    List<String> events = new ArrayList<>();
    try (RecordingLoader loader = new RecordingLoader(classPath(), events)) {
      Method run =
          Class.forName(Run.class.getName(), true, loader)
              .getMethod("run", Path.class, String.class, Consumer.class);
      run.setAccessible(true);
      Consumer<String> tell = call -> events.add(call.startsWith("suspend") ? SUSPENDED : call);
      run.invoke(null, directory, command, tell);
    }
    int first = events.indexOf(SUSPENDED);
    int last = first;
    for (int i = first; i < events.size(); i++) {
      last = events.get(i).startsWith("resume") ? i : last;
    }
    assertThat(first).isPositive();
    assertThat(events.subList(first, last))
        .filteredOn(event -> event.startsWith("org.jlvm."))
        .filteredOn(name -> !name.startsWith("org.jlvm.dm.user.")) // what is the kernel elsewhere
        .filteredOn(name -> !name.startsWith("org.jlvm.dm.table."))
        .filteredOn(name -> !name.startsWith("org.jlvm.cli.world."))
        .isEmpty();
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
