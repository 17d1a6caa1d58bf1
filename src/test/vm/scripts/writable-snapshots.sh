#!/bin/bash
# Twenty machines from one disk image: writable snapshots of one origin, each changed on its own.
set -eu
vgcreate images /dev/loop0 /dev/loop1 /dev/loop2
lvcreate -y -L 64M -n golden images
head -c 4M /dev/urandom >/tmp/golden
dd if=/tmp/golden of=/dev/images/golden bs=1M oflag=direct status=none
{
	echo '#!/usr/sbin/lvm'
	for i in {1..20}; do echo "lvcreate -s -L 8M -n clone$i images/golden"; done
} >/tmp/clones
lvm /tmp/clones
[[ $(lvs --noheadings -S origin=golden images | wc -l) == 20 ]]
for i in {1..20}; do
	cmp -n 4M /tmp/golden "/dev/images/clone$i"
	printf 'machine %s' "$i" | dd of="/dev/images/clone$i" bs=64k seek="$i" conv=notrunc,fsync status=none
done
# what one writes no other sees; what the origin is given none of them
printf 'new golden' | dd of=/dev/images/golden bs=64k seek=30 conv=notrunc,fsync status=none
echo 3 >/proc/sys/vm/drop_caches
for i in {1..20}; do
	cp /tmp/golden /tmp/expected
	printf 'machine %s' "$i" | dd of=/tmp/expected bs=64k seek="$i" conv=notrunc status=none
	cmp -n 4M /tmp/expected "/dev/images/clone$i"
done
vgchange -an images
[[ -z $(dmsetup info -c --noheadings -o name | grep ^images || true) ]]
vgchange -ay images
for i in 1 20; do
	cp /tmp/golden /tmp/expected
	printf 'machine %s' "$i" | dd of=/tmp/expected bs=64k seek="$i" conv=notrunc status=none
	cmp -n 4M /tmp/expected "/dev/images/clone$i"
done
lvremove -f images/clone7
lvs images
vgremove -f images
rm -f /tmp/golden /tmp/expected /tmp/clones
