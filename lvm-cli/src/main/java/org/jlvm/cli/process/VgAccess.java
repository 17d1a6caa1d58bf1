package org.jlvm.cli.process;

/**
 * What a command wants to do with a group, which decides its lock and what must be in order.
 *
 * @param update whether its metadata will be changed
 * @param activate whether its volumes will be activated or deactivated
 * @param allowExported whether an exported group will do
 * @param allowForeign whether a group of another host will do
 * @param handlesMissing whether missing PVs do not matter
 */
public record VgAccess(
    boolean update,
    boolean activate,
    boolean allowExported,
    boolean allowForeign,
    boolean handlesMissing) {
  public static final VgAccess READ = new VgAccess(false, false, true, false, true);
  public static final VgAccess UPDATE = new VgAccess(true, false, false, false, false);
  public static final VgAccess ACTIVATE = new VgAccess(false, true, false, false, true);

  public VgAccess withExported() {
    return new VgAccess(update, activate, true, allowForeign, handlesMissing);
  }

  public VgAccess withoutExported() {
    return new VgAccess(update, activate, false, allowForeign, handlesMissing);
  }

  public VgAccess withForeign() {
    return new VgAccess(update, activate, allowExported, true, handlesMissing);
  }

  public VgAccess withMissing() {
    return new VgAccess(update, activate, allowExported, allowForeign, true);
  }

  public boolean exclusive() {
    return update || activate;
  }
}
