#!/bin/bash
# Volumes change in every way while they are written to and read: no error, no wrong block. In the
# virtual machine:
#   scripts/vm run --disks 4 --disk-mb 256 src/test/vm/live-io.sh [ROUNDS]
here=$(dirname "$(readlink -f "$0")")
. "$here/checks.sh"
. "$here/live.sh"
rounds=${1:-50}

# round NAME NUMBER: the volume has the name NAME-0 or NAME-1, by turns
round() {
	local old=v/$1-$((($2 + 1) % 2)) new=v/$1-$(($2 % 2))
	works lvm lvextend -qq -l +1 "$old"
	works lvm lvcreate -qq -y -s -L 12m -n "snap-$1" "$old"
	works lvm lvchange --refresh "$old"
	works lvm lvrename "$old" "$new"
	works lvm lvextend -qq -l +1 "v/snap-$1"
	works lvm lvremove -qq -y "v/snap-$1"
	works lvm lvchange --refresh "$new"
	if (($2 % 5 == 0)); then
		works lvm pvmove -qq -i 0 -n "${new#v/}" "$(place_of "${new#v/}")"
	fi
	nothing_waits "round $2 of $1"
}
place_of() { lvm pvs --noheadings -o pv_name -S "lv_name=$1" | head -n 1 | tr -d ' '; }

lvm vgcreate -qq v /dev/loop0 /dev/loop1 /dev/loop2 /dev/loop3
lvm lvcreate -qq -y -L 64m -n file-0 v /dev/loop0
lvm lvcreate -qq -y -L 24m -n raw-0 v /dev/loop1
mkfs.ext4 -qF /dev/v/file-0
mkdir -p /mnt/live
mount /dev/v/file-0 /mnt/live
start_writer file /mnt/live/data 16
start_writer raw /dev/v/raw-0 24

for ((i = 1; i <= rounds; i++)); do
	if ((i % 2)); then round file $(((i + 1) / 2)); else round raw $((i / 2)); fi
done
passed "$rounds rounds"
stop_writer file
stop_writer raw
check_blocks file /mnt/live/data
check_blocks raw /dev/v/raw-$((rounds / 2 % 2))
umount /mnt/live
holds "the file system is in order" e2fsck -fn /dev/v/file-$(((rounds + 1) / 2 % 2))
expect 0 lvm vgchange -an v
expect 0 lvm vgremove -f v
holds "no device is left" test -z "$(devices)"
finish
