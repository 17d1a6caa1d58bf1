#!/bin/bash
# jlvm and lvm2 on the same active volumes: each changes and takes away what the other has made.
set -eu
lvm2=${LVM_ORACLE:-/usr/sbin/lvm}
if [[ ! -x $lvm2 ]]; then
	echo "no lvm2 here"
	exit 77
fi
jlvm=$(command -v lvm)
# without udevd lvm2 makes its links itself only if it is told that there are no rules
[[ -e /run/udev/control ]] || echo 'activation { udev_rules = 0 udev_sync = 0 }' >/etc/lvm/lvmlocal.conf
none() { [[ -z $(dmsetup info -c --noheadings -o name 2>/dev/null | grep -v '^No devices') ]]; }

# state: tables, names and whether anything waits, without numbers that differ
state() {
	udevadm settle 2>/dev/null || true
	dmsetup info -c --noheadings -o name,suspended,tables_loaded,uuid | sort
	dmsetup table | sort
}

# round MAKER CHANGER: the data stay, and both see the same
round() {
	local maker=$1 changer=$2
	echo "== made by $maker, changed by $changer"
	"$maker" vgcreate both /dev/loop0 /dev/loop1
	"$maker" lvcreate -y -L 32M -n plain both
	"$maker" lvcreate -y -i 2 -L 32M -n striped both
	head -c 8M /dev/urandom >/tmp/data
	for lv in plain striped; do dd if=/tmp/data of=/dev/both/$lv bs=1M oflag=direct status=none; done
	"$maker" lvcreate -y -s -L 16M -n snap both/plain
	state >/tmp/before
	"$changer" vgchange -ay both # finds nothing to do
	state | diff /tmp/before -
	"$changer" lvchange --refresh both/plain
	state | diff /tmp/before -
	"$changer" lvextend -L +16M both/striped
	"$changer" lvextend -L +8M both/snap
	"$changer" lvcreate -y -s -L 16M -n other both/plain
	"$changer" lvrename both striped wide
	for lv in plain wide snap other; do cmp -n 8M /tmp/data /dev/both/$lv; done
	"$maker" lvremove -y both/other
	"$changer" lvremove -y both/snap
	"$maker" vgrename both two
	cmp -n 8M /tmp/data /dev/two/plain
	cmp -n 8M /tmp/data /dev/two/wide
	state >/tmp/after
	"$maker" vgchange -ay two
	state | diff /tmp/after -
	"$changer" vgchange -an two
	none
	"$changer" vgchange -ay two
	state | sed 's/ *[0-9]*:[0-9]* / /' >/tmp/theirs
	"$maker" vgchange -an two
	"$maker" vgchange -ay two
	state | sed 's/ *[0-9]*:[0-9]* / /' | diff /tmp/theirs -
	"$changer" vgremove -f two
	none
	[[ ! -e /dev/two ]]
	"$maker" pvremove -y /dev/loop0 /dev/loop1
}

export LVM_SUPPRESS_FD_WARNINGS=1
round "$lvm2" "$jlvm"
round "$jlvm" "$lvm2"
rm -f /tmp/data /tmp/before /tmp/after /tmp/theirs
