package org.jlvm.activation.tree;

import java.util.Set;
import org.jlvm.activation.target.MappingSettings;
import org.jlvm.core.engine.activation.PartialMode;
import org.jlvm.core.model.LvmId;
import org.jlvm.dm.UdevFlags;

/**
 * How the devices of a tree are to be.
 *
 * @param readOnly volumes that refuse writes whatever the metadata says
 * @param partial what to do about missing PVs
 * @param noScan whether udev is told not to look into the devices
 * @param temporary whether the devices live for this command only
 * @param postponedMerges origins whose merge cannot begin yet
 * @param components hidden volumes that are activated by themselves, read-only
 * @param mapping what shows in tables
 * @param udev flags on every device
 */
public record TreeWishes(
    Set<LvmId> readOnly,
    PartialMode partial,
    boolean noScan,
    boolean temporary,
    Set<LvmId> postponedMerges,
    Set<LvmId> components,
    MappingSettings mapping,
    UdevFlags udev) {
  public TreeWishes {
    readOnly = Set.copyOf(readOnly);
    postponedMerges = Set.copyOf(postponedMerges);
    components = Set.copyOf(components);
  }

  public static TreeWishes plain(MappingSettings mapping, UdevFlags udev) {
    return new TreeWishes(
        Set.of(), PartialMode.PARTIAL, false, false, Set.of(), Set.of(), mapping, udev);
  }

  public TreeWishes withReadOnly(Set<LvmId> volumes) {
    return new TreeWishes(
        volumes, partial, noScan, temporary, postponedMerges, components, mapping, udev);
  }

  public TreeWishes withPartial(PartialMode mode) {
    return new TreeWishes(
        readOnly, mode, noScan, temporary, postponedMerges, components, mapping, udev);
  }

  public TreeWishes forWiping(boolean scanned, boolean shortLived) {
    return new TreeWishes(
        readOnly, partial, !scanned, shortLived, postponedMerges, components, mapping, udev);
  }

  public TreeWishes withPostponedMerges(Set<LvmId> origins) {
    return new TreeWishes(readOnly, partial, noScan, temporary, origins, components, mapping, udev);
  }

  public TreeWishes withComponents(Set<LvmId> volumes) {
    return new TreeWishes(
        readOnly, partial, noScan, temporary, postponedMerges, volumes, mapping, udev);
  }
}
