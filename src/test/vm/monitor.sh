#!/bin/bash
# The daemon that watches volumes, with the real driver. In the virtual machine:
#   scripts/vm run --disks 2 --disk-mb 128 src/test/vm/monitor.sh
. "$(dirname "$(readlink -f "$0")")/checks.sh"

LVM_SYSTEM_DIR=$(mktemp -d)
export LVM_SYSTEM_DIR
cat >"$LVM_SYSTEM_DIR/lvm.conf" <<'C'
devices { use_devicesfile=0 }
activation { snapshot_autoextend_threshold=50 snapshot_autoextend_percent=50 }
backup { backup=0 archive=0 }
C
field() { lvm lvs --noheadings -o "$1" "v/$2" | tr -d ' '; }
is() { [[ $(field "$1" "$2") == "$3" ]]; }
pid() { cat /run/dmeventd.pid; }
gone() { ! kill -0 "$1"; }
unmounted() { ! grep -q " $1 " /proc/mounts; }
size() { lvm lvs --noheadings -o lv_size --units m --nosuffix "v/$1" | tr -d ' ' | cut -d. -f1; }
grown() { (($(size s) > 24)); }
valid() { [[ $(field lv_snapshot_invalid "$1") == "" && $(field data_percent "$1") != 100.00 ]]; }

lvm vgcreate -qq v /dev/loop0 /dev/loop1
lvm lvcreate -qq -y -L 160m -n o v
holds "nothing runs while there is nothing to watch" [ ! -e /run/dmeventd.pid ]
expect 0 lvm lvcreate -s -L 24m -n s v/o
holds "a daemon runs" kill -0 "$(pid)"
holds "it watches the snapshot" is seg_monitor s monitored
holds "it holds no directory" [ "$(readlink "/proc/$(pid)/cwd")" = / ]
expect 1 timeout 30 lvm monitor -f
says "Another daemon monitors volumes already"
lvm lvcreate -qq -y --type mirror -m 1 --corelog -l 1 --alloc anywhere -n m v
holds "it watches a new mirror" is seg_monitor m monitored
lvm lvremove -qq -y v/m
expect 0 lvm lvchange --monitor n v/s
holds "it watches no more" is seg_monitor s "notmonitored"
expect 0 lvm vgchange --monitor y v
says '2 logical volume(s) in volume group "v" monitored'

# The store would be full after a minute; the daemon looks every ten seconds.
writer() {
	for i in $(seq 0 45); do
		dd if=/dev/urandom of=/dev/v/o bs=1M seek="$i" count=1 conv=fsync,notrunc 2>/dev/null
		sleep 2
	done
}
before=$(dd if=/dev/v/s bs=1M 2>/dev/null | md5sum)
writer &
load=$!
holds "the snapshot grows while it fills up" within 60 grown
wait "$load"
holds "it is still good" valid s
holds "it holds what was there before" [ "$before" = "$(dd if=/dev/v/s bs=1M 2>/dev/null | md5sum)" ]

old=$(pid)
expect 0 lvm monitor -R
holds "another one has taken over" [ "$old" != "$(pid)" ]
holds "what is watched was handed over" is seg_monitor s monitored
lvm monitor -R -f &
taken() { [[ $(pid) == "$!" ]] && is seg_monitor s monitored; }
holds "one in the foreground takes over in its turn" within 20 taken
kill -9 "$(pid)"
holds "nobody watches" is seg_monitor s "notmonitored"
expect 0 lvm vgchange --monitor y v
holds "all is watched again" is seg_monitor s monitored
old=$(pid)
kill "$old"
sleep 2
holds "it stays while there is something to watch" kill -0 "$old"
expect 0 lvm lvremove -y v/s
holds "then it goes" within 10 gone "$old"
holds "and leaves nothing" [ ! -e /run/dmeventd-client ]

mkfs.ext2 -q /dev/v/o
lvm lvcreate -qq -s -L 4m -n t --config 'activation/snapshot_autoextend_threshold=100' v/o
mkdir -p /tmp/t
mount -o errors=remount-ro /dev/v/t /tmp/t
dd if=/dev/zero of=/tmp/t/file bs=1M count=8 conv=fdatasync 2>/dev/null
holds "a snapshot that is lost is unmounted" within 20 unmounted /tmp/t
if command -v dmeventd >/dev/null; then
	kill -9 "$(pid)"
	dmeventd
	within 10 test -p /run/dmeventd-client
	lvm lvremove -qq -y v/t
	lvm lvcreate -qq -s -L 4m -n u v/o
	holds "dmeventd watches for jlvm" is seg_monitor u monitored
	expect 0 lvm monitor -R
	holds "jlvm takes over from dmeventd" is seg_monitor u monitored
else
	echo "SKIP with dmeventd: it is not installed"
fi
expect 0 lvm vgchange -an v
holds "unmounting is not hindered" [ -z "$(dmsetup ls 2>/dev/null | grep '^v-')" ]
kill "$(pid)"
finish
