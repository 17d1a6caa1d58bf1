package org.jlvm.dm.jna;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls functions of the C library that this process is linked with. Each is looked up when it is
 * first called: interfaces and direct mapping would cost every command's start far more.
 */
final class NativeFunctions {
  private final NativeLibrary process = NativeLibrary.getProcess();
  private final Map<String, Function> functions = new HashMap<>();

  /**
   * @return what the function returned or, if that is -1, the negative errno
   */
  int call(String name, Object... arguments) {
    int result = function(name).invokeInt(arguments);
    return result == -1 ? -Native.getLastError() : result;
  }

  /**
   * For functions that return an address.
   *
   * @return it or, if that is -1, the negative errno
   */
  long callForAddress(String name, Object... arguments) {
    long result = function(name).invokeLong(arguments);
    return result == -1 ? -Native.getLastError() : result;
  }

  private synchronized Function function(String name) {
    Function function = functions.get(name);
    if (function == null) {
      function = process.getFunction(name);
      functions.put(name, function);
    }
    return function;
  }

  static byte[] cString(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] terminated = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, terminated, 0, bytes.length);
    return terminated;
  }
}
