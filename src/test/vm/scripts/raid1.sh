#!/bin/bash
# A RAID1 volume under a file system: made of a linear one, an image split off, one tracked and merged
# back, one replaced, and linear again; what is in it stays the same all the time.
set -eu

vgcreate -s 4m vg /dev/loop0 /dev/loop1 /dev/loop2 /dev/loop3
lvcreate -L 60M -n home vg /dev/loop0
mkfs.ext4 -q -E nodiscard /dev/vg/home
mkdir -p /mnt/home
mount /dev/vg/home /mnt/home
for i in {1..20}; do head -c 1000000 /dev/urandom >/mnt/home/$i; done
sync
(cd /mnt/home && sha256sum [0-9]*) >/tmp/raid1.sums

check() {
	echo 1 >/proc/sys/vm/drop_caches
	(cd /mnt/home && sha256sum --quiet -c /tmp/raid1.sums)
}

in_sync() {
	while [[ $(lvs --noheadings -o sync_percent vg/home | tr -d ' ') != 100.00 ]]; do sleep 0.2; done
}

lvconvert -y -m 2 vg/home
in_sync
check
sync
lvconvert -y --splitmirrors 1 --name copy vg/home /dev/loop2
lvchange -pr vg/copy
e2fsck -fn /dev/vg/copy >/dev/null
lvremove -y vg/copy
lvconvert -y --splitmirrors 1 --trackchanges vg/home
echo more >/mnt/home/more
sync
lvconvert --merge vg/home_rimage_1
in_sync
lvconvert -y --replace /dev/loop0 vg/home /dev/loop3
in_sync
check
[[ $(lvs -a --noheadings -o devices vg | grep -c loop0) == 0 ]]
lvextend -L +20M vg/home
in_sync
lvconvert -y -m 0 vg/home
check
[[ $(cat /mnt/home/more) == more ]]
umount /mnt/home
vgremove -fy vg
[[ -z $(dmsetup ls | grep -v 'No devices') ]]
