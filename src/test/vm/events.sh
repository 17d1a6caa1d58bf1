#!/bin/bash
# Physical volumes come and go, groups become complete. In the virtual machine:
#   scripts/vm run --disks 4 --disk-mb 64 src/test/vm/events.sh
. "$(dirname "$(readlink -f "$0")")/checks.sh"
forget() { rm -rf /run/lvm/{pvs_online,vgs_online,pvs_lookup}; }
active() { [[ -b /dev/v/$1 ]]; }
inactive() { ! active "$1"; }
noted() { [[ $(find /run/lvm/pvs_online -type f | wc -l) == "$1" ]]; }

lvm vgcreate -qq v /dev/loop0 /dev/loop1 /dev/loop2
lvm pvcreate -qq /dev/loop3
lvm pvchange -qq --metadataignore y /dev/loop2
lvm lvcreate -qq -y -l 6 -i 3 -n three v
lvm lvcreate -qq -y -l 1 -n never --setautoactivation n v
lvm vgchange -qq -an v
event() { lvm pvscan --cache --listvg --checkcomplete --vgonline --autoactivation event --udevoutput "$1"; }

forget
expect 0 lvm pvscan --cache --listvg --checkcomplete /dev/loop2
says 'VG unknown'
expect 0 event /dev/loop0
says "LVM_VG_NAME_INCOMPLETE='v'"
holds "two volumes are noted" noted 2
expect 0 lvm vgchange -aay --autoactivation event v
says 'PVs online incomplete for VG v, using all devices.'
holds "active all the same" active three
lvm vgchange -qq -an v
expect 0 event /dev/loop1
says "LVM_VG_NAME_COMPLETE='v'"
expect 0 event /dev/loop1
holds "only the first is told" [ -z "$output" ]
expect 0 lvm vgchange -aay --autoactivation event v
says '1 logical volume(s) in volume group "v" now active'
holds "the volume is active" active three
holds "that without autoactivation is not" inactive never
expect 0 lvm vgchange -an v
holds "may be activated again" [ ! -e /run/lvm/vgs_online/v ]
expect 0 lvm pvscan --cache 7:99
expect 0 lvm pvscan --cache /dev/loop3
says 'PV /dev/loop3 not used.'
losetup -d /dev/loop1
rm -f /dev/loop1
expect 0 lvm pvscan --cache 7:1
holds "the volume is forgotten" noted 2
mknod /dev/loop1 b 7 1
losetup /dev/loop1 /vm/disks/1
expect 0 lvm pvscan --cache -aay /dev/loop1
says 'VG v run autoactivation.'
holds "active again" active three
expect 0 lvm vgchange -an v
expect 0 lvm vgchange -ay --sysinit
holds "active by --sysinit" active never
expect 0 lvm vgremove -f -y v
holds "nothing is left of a removed group" noted 0
finish
