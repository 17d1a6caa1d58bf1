#!/bin/bash
# Volumes above and below other layers: LUKS, md, multipath. jlvm and lvm2 must agree on what is a
# PV. In the virtual machine:
#   scripts/vm run --disks 4 --disk-mb 128 src/test/vm/stacking.sh
here=$(dirname "$(readlink -f "$0")")
. "$here/checks.sh"
. "$here/live.sh"
modprobe -aq dm-crypt dm-multipath dm-round-robin raid1
mkdir -p /mnt/s

# agree WHAT: both tell the same PVs and volumes
agree() {
	[[ $lvm2 ]] || return 0
	local command difference
	for command in "pvs -a -o pv_name,vg_name,pv_attr,pv_size,pv_free" "lvs -a -o lv_name,lv_attr,devices" "vgck"; do
		# shellcheck disable=SC2086
		if difference=$(diff <("$lvm2" $command 2>&1) <(lvm $command 2>&1)); then
			passed "  $1: $command as lvm2"
		else
			failed "  $1: $command differs from lvm2" "$difference"
		fi
	done
}

# pvs_are DISK...: no more and no less
pvs_are() {
	local found
	found=$(lvm pvs --noheadings -o pv_name 2>&1 | tr -s ' \n' ' ')
	if [[ $found == " $* " ]]; then passed "  PVs: $*"; else failed "  PVs are not $*" "$found"; fi
}

# used VG/LV: a file system on it keeps what it is given, also after the group was off
used() {
	mkfs.ext4 -qF "/dev/$1"
	mount "/dev/$1" /mnt/s
	head -c 3000000 /dev/urandom | tee /mnt/s/data | sha256sum >/run/sum
	expect 0 lvm lvcreate -s -L 8m -n snap "$1"
	expect 0 lvm lvremove -y "${1%/*}/snap"
	umount /mnt/s
	expect 0 lvm vgchange -an "${1%/*}"
	expect 0 lvm vgchange -ay "${1%/*}"
	mount "/dev/$1" /mnt/s
	holds "the data are the same" cmp -s /run/sum <(sha256sum </mnt/s/data)
	umount /mnt/s
}

clean() {
	local disk
	for disk in 0 1; do
		blkdiscard -f /dev/loop$disk
		blockdev --flushbufs /dev/loop$disk
	done
}
secret() { printf pass | cryptsetup "$@" -; }
format() { secret luksFormat -q --pbkdf pbkdf2 --pbkdf-force-iterations 1000 "$1"; }

pv_on_luks() {
	format /dev/loop0
	secret open --disable-keyring /dev/loop0 crypt0
	expect 0 lvm pvcreate /dev/mapper/crypt0
	expect 0 lvm vgcreate v /dev/mapper/crypt0 /dev/loop1
	expect 0 lvm lvcreate -qq -y -L 40m -i 2 -n a v
	pvs_are /dev/loop1 /dev/mapper/crypt0
	agree "a PV on LUKS"
	used v/a
	holds "the layer is in use" bash -c '! cryptsetup close crypt0'
	expect 0 lvm vgchange -an v
	holds "the layer is free" cryptsetup close crypt0
	agree "the LUKS device closed"
	secret open --disable-keyring /dev/loop0 crypt0
	expect 0 lvm vgremove -f v
	cryptsetup close crypt0
	clean
}

luks_on_lv() {
	expect 0 lvm vgcreate v /dev/loop0 /dev/loop1
	expect 0 lvm lvcreate -qq -y -L 64m -n a v
	format /dev/v/a
	secret open --disable-keyring /dev/v/a inner
	mkfs.ext4 -qF /dev/mapper/inner
	mount /dev/mapper/inner /mnt/s
	start_writer inner /mnt/s/data 4
	agree "LUKS on a volume"
	expect 0 lvm lvcreate -s -L 16m -n snap v/a
	expect 0 lvm lvremove -y v/snap
	expect 0 lvm lvextend -r -L 80m v/a
	expect 0 lvm pvmove -i 0 /dev/loop0 /dev/loop1
	expect 5 lvm lvchange -an v/a
	says 'Logical volume v/a is used by another device.'
	agree "LUKS on a volume that changed"
	stop_writer inner
	check_blocks inner /mnt/s/data
	umount /mnt/s
	cryptsetup close inner
	expect 0 lvm vgremove -f v
	clean
}

pv_on_md() {
	# once with the old format, whose disks look like the array itself
	for metadata in 1.2 1.0; do
		mdadm --create /dev/md0 --run --level=1 --raid-devices=2 --metadata=$metadata /dev/loop0 /dev/loop1 >/dev/null 2>&1
		expect 0 lvm vgcreate v /dev/md0
		expect 0 lvm lvcreate -qq -y -L 40m -n a v
		pvs_are /dev/md0
		agree "a PV on md $metadata"
		used v/a
		expect 0 lvm vgchange -an v
		mdadm --stop /dev/md0 >/dev/null 2>&1
		agree "md $metadata stopped"
		mdadm --assemble /dev/md0 /dev/loop0 /dev/loop1 >/dev/null 2>&1
		expect 0 lvm vgremove -f v
		mdadm --stop /dev/md0 >/dev/null 2>&1
		clean
	done
}

# One disk that the kernel sees twice.
pv_on_multipath() {
	local size paths
	if ! modprobe scsi_debug dev_size_mb=96 add_host=2 vpd_use_hostno=0; then
		skipped "multipath: no scsi_debug"
		return
	fi
	modprobe sd_mod
	for ((i = 0; i < 50; i++)); do
		paths=(/dev/sd?)
		[[ ${#paths[@]} -ge 2 ]] && break
		sleep 0.1
	done
	size=$(blockdev --getsz "${paths[0]}")
	dmsetup create mpatha --uuid mpath-36001405abcdef --table \
		"0 $size multipath 2 queue_mode bio 0 1 1 round-robin 0 2 1 ${paths[0]} 1 ${paths[1]} 1"
	dmsetup mknodes
	expect 0 lvm vgcreate v /dev/mapper/mpatha
	expect 0 lvm lvcreate -qq -y -L 40m -n a v
	pvs_are /dev/mapper/mpatha
	agree "a PV on multipath"
	expect 5 lvm pvcreate "${paths[1]}"
	used v/a
	dmsetup message mpatha 0 "fail_path ${paths[0]}"
	mount /dev/v/a /mnt/s
	holds "the data are the same by one path" cmp -s /run/sum <(sha256sum </mnt/s/data)
	umount /mnt/s
	expect 0 lvm vgchange -an v
	expect 0 lvm vgremove -f v
	dmsetup remove mpatha
	modprobe -r scsi_debug # the machine could not go down with it
}

[[ -e /run/udev/control ]] || echo 'activation { udev_rules = 0 udev_sync = 0 }' >/etc/lvm/lvmlocal.conf
if command -v cryptsetup >/dev/null; then
	pv_on_luks
	luks_on_lv
else
	skipped "LUKS: no cryptsetup"
fi
if command -v mdadm >/dev/null; then pv_on_md; else skipped "md: no mdadm"; fi
pv_on_multipath
nothing_waits "all"
holds "no device is left" test -z "$(devices)"
finish
