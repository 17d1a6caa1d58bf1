package org.jlvm.dm.user;

import org.jlvm.dm.DmException;

/** Hears of each change of a device before it is made, and may prevent it. */
public interface CallListener {
  /**
   * @param command libdevmapper's word, as {@code reload}
   * @param device what the call names
   * @param details the rest of the arguments, as a table; may be empty
   * @throws DmException if the call is to fail without being carried out
   */
  void before(String command, String device, String details);
}
