package org.jlvm.dm.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.dm.DmException;
import org.jlvm.dm.Errno;

/**
 * Keeps a line for each change, as {@code suspend a noflush}, and can make one of them fail or be
 * the last before a crash. Changes are counted from 1.
 */
public final class CallLog implements CallListener {
  private final List<String> calls = new ArrayList<>();
  private int failing;
  private Optional<Errno> error = Optional.empty();
  private int lastBeforeCrash = Integer.MAX_VALUE;

  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Forgets what was logged; counting begins anew, without failure or crash. */
  public void clear() {
    calls.clear();
    error = Optional.empty();
    lastBeforeCrash = Integer.MAX_VALUE;
  }

  /** Makes one change fail without being carried out; those after it work again. */
  public void failAt(int number, Errno with) {
    failing = number;
    error = Optional.of(with);
  }

  /** From the change after the given number on, none is carried out: the process is dead. */
  public void crashAfter(int number) {
    lastBeforeCrash = number;
  }

  @Override
  public void before(String command, String device, String details) {
    String call = (command + " " + device + " " + details).strip();
    if (calls.size() >= lastBeforeCrash) {
      throw new SimulatedCrash(call);
    }
    calls.add(call);
    if (error.isPresent() && calls.size() == failing) {
      throw DmException.refused(command, device + " ", error.get());
    }
  }
}
