package org.jlvm.dm.user;

import org.jlvm.dm.Errno;

/** A table or a target cannot be had; becomes a DmException with the command's name. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int errno;

  RefusedException(Errno errno, String why) {
    super(why);
    this.errno = errno.number();
  }

  Errno errno() {
    return new Errno(errno);
  }
}
