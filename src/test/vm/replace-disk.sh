#!/bin/bash
# Two small disks are replaced by a big one while a database works on them: undisturbed, with pvmove
# killed at random moments, and with the machine lost in the middle. Starts its machines itself:
#   src/test/vm/replace-disk.sh [calm|killed|reboot]...    default: all three
here=$(dirname "$(readlink -f "$0")")

# outside: a machine each, two for the one that is lost
if [[ ! ${IN_JLVM_VM-} ]]; then
	checkout=$(cd "$here/../../.." && pwd)
	[[ $# -gt 0 ]] || set -- calm killed reboot
	result=0 disks=
	trap '[[ ! $disks ]] || rm -rf "$disks"' EXIT
	for part; do
		status=0
		if [[ $part != reboot ]]; then
			"$checkout/scripts/vm" run --disks 4 --disk-mb 400 "$here/replace-disk.sh" "$part" || status=$?
		else
			disks=$(mktemp -d "${TMPDIR:-/tmp}/jlvm-disks.XXXXXX")
			truncate -s 100M "$disks/0" "$disks/1"
			truncate -s 300M "$disks/2"
			"$checkout/scripts/vm" run --disks 0 --output "$disks" "$here/replace-disk.sh" lost &
			machine=$!
			while [[ ! -e $disks/lost ]] && kill -0 $machine 2>/dev/null; do sleep 0.2; done
			kill $machine 2>/dev/null
			wait $machine
			[[ -e $disks/lost ]] || { echo "FAIL the first machine did not come to pvmove"; result=1; }
			"$checkout/scripts/vm" run --disks 0 --output "$disks" "$here/replace-disk.sh" again || status=$?
		fi
		[[ $status == 0 ]] || result=$status
	done
	exit "$result"
fi

. "$here/checks.sh"
. "$here/live.sh"
modprobe dm-mirror
mkdir -p /mnt/live

# small DISK...: of a quarter of its size
small() {
	local disk
	for disk; do
		losetup -d "/dev/loop$disk"
		truncate -s 100M "/vm/disks/$disk"
		losetup "/dev/loop$disk" "/vm/disks/$disk"
	done
}

# throttle PERCENT: of the time that copying may take
throttle() { echo "$1" >/sys/module/dm_mirror/parameters/raid1_resync_throttle; }
moved() { lvm pvs --noheadings -o pv_used --units b --nosuffix "$1" | tr -d ' '; }

# database DISK DISK: a volume over both, an application at work
database() {
	works lvm vgcreate v "$1" "$2"
	works lvm lvcreate -qq -y -l 100%FREE -n data v
	mkfs.ext4 -qF /dev/v/data
	mount /dev/v/data /mnt/live
	start_writer data /mnt/live/data 48
}

# leave DISK DISK: they are empty and no part of the group any more
leave() {
	expect 0 lvm vgreduce v "$1" "$2"
	expect 0 lvm pvremove "$1" "$2"
}

all_well() {
	stop_writer data
	check_blocks data /mnt/live/data
	umount /mnt/live
	holds "the file system is in order" e2fsck -fn /dev/v/data
	nothing_waits "all"
	holds "nothing moves any more" test "$(as_lvm2_sees)" = data=
	[[ ! $lvm2 ]] || expect 0 "$lvm2" vgck v
	expect 0 lvm vgchange -an v
	holds "no device is left" test -z "$(devices)"
}

replace() {
	expect 0 lvm vgextend v "$3"
	expect 0 lvm pvchange -xn "$1" "$2"
	expect 0 lvm pvmove -i 1 "$1"
	expect 0 lvm pvmove -i 1 "$2" "$3"
	leave "$1" "$2"
	all_well
}

# There and back again, killed on the way each time; then `pvmove` goes on with what there is.
replace_killed() {
	local kills=0 moves=0 from=$1 to=$3 process
	works lvm vgextend v "$3"
	throttle 20
	RANDOM=11
	while ((kills < 20)); do
		lvm pvmove -i 1 "$from" "$to" >/run/said 2>&1 &
		process=$!
		while :; do
			sleep "$((RANDOM % 2)).$((RANDOM % 10))$((RANDOM % 10))"
			kill -KILL $process 2>/dev/null || break
			wait $process 2>/dev/null
			kills=$((kills + 1))
			((kills < 20)) || break
			lvm pvmove -i 1 >/run/said 2>&1 &
			process=$!
		done
		works limited 120 lvm pvmove -i 1
		if [[ $(moved "$from") != 0 ]]; then works lvm pvmove -i 1 "$from" "$to"; fi
		nothing_waits "$kills kills"
		holds "after $kills kills all has left $from" test "$(moved "$from")" = 0
		moves=$((moves + 1))
		to=$from from=$3
		[[ $(moved "$1") == 0 ]] || from=$1 to=$3
	done
	throttle 100
	passed "$kills kills in $moves moves"
	[[ $(moved "$1") == 0 ]] || works lvm pvmove -i 1 "$1" "$3"
	works lvm pvmove -i 1 "$2" "$3"
	leave "$1" "$2"
	all_well
}

case $1 in
calm)
	small 0 1
	database /dev/loop0 /dev/loop1
	replace /dev/loop0 /dev/loop1 /dev/loop2
	;;
killed)
	small 0 1
	database /dev/loop0 /dev/loop1
	replace_killed /dev/loop0 /dev/loop1 /dev/loop2
	;;
lost)
	for i in 0 1 2; do losetup /dev/loop$i /vm/host/out/$i; done
	database /dev/loop0 /dev/loop1
	works lvm vgextend v /dev/loop2
	throttle 5
	lvm pvmove -i 1 /dev/loop0 >/run/said 2>&1 &
	until grep -q 'Moved: [1-9]' /run/said; do sleep 0.1; done
	cp /run/data.state /vm/host/out/state.new
	mv /vm/host/out/state.new /vm/host/out/state
	sync /vm/host/out/state
	cp /run/said /vm/host/out/lost.new
	mv /vm/host/out/lost.new /vm/host/out/lost
	sync /vm/host/out/lost
	sleep 60 # the machine is killed
	;;
again)
	for i in 0 1 2; do losetup /dev/loop$i /vm/host/out/$i; done
	sed 's/^/     before: /' /vm/host/out/lost
	holds "the move is not finished" grep pvmove0 <<<"$(as_lvm2_sees)"
	expect 0 lvm vgchange -ay --poll n v
	mount /dev/v/data /mnt/live
	cp /vm/host/out/state /run/data.state
	blocks_of[data]=$((48 * 256))
	check_blocks data /mnt/live/data
	start_writer data /mnt/live/data 48
	expect 0 lvm pvmove -i 1
	expect 0 lvm pvmove -i 1 /dev/loop1 /dev/loop2
	leave /dev/loop0 /dev/loop1
	all_well
	;;
esac
finish
