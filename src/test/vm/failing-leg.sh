#!/bin/bash
# A disk below a mirror or an array fails while a file system on it is written to: the writer hears nothing
# of it, the daemon does what the policy says within seconds, nothing is lost. In the virtual machine:
#   scripts/vm run --disks 5 --disk-mb 100 --timeout 1800 src/test/vm/failing-leg.sh [CASE...]
# With --system-lvm it shows what lvm2 and its dmeventd do.
. "$(dirname "$(readlink -f "$0")")/checks.sh"
. "$(dirname "$(readlink -f "$0")")/live.sh"

LVM_SYSTEM_DIR=$(mktemp -d)
export LVM_SYSTEM_DIR DM_DISABLE_UDEV=1
modprobe -a dm-mirror dm-raid
mkdir -p /mnt/live

# policies IMAGES LOGS ARRAYS
policies() {
	cat >"$LVM_SYSTEM_DIR/lvm.conf" <<-C
		devices { use_devicesfile=0 hints="none" filter=[ "a|/dev/mapper/disk|", "r|.*|" ] }
		activation {
			monitoring=1
			mirror_image_fault_policy="$1"
			mirror_log_fault_policy="$2"
			raid_fault_policy="$3"
		}
		backup { backup=0 archive=0 }
	C
}

# Disks are devices of the device-mapper, whose tables make them fail. The first MiB has the label.
size=$((100 * 2048))
linear() { echo "$1 $2 linear /dev/loop$3 $1"; }
table() { # disk, fault
	case $2 in
	none) linear 0 $size "$1" ;;
	whole | gone) echo "0 $size error" ;;
	data) printf '%s\n' "$(linear 0 2048 "$1")" "2048 $((size - 2048)) error" ;;
	esac
}
switch() {
	dmsetup suspend --noflush --nolockfs "disk$1"
	table "$1" "$2" | dmsetup load "disk$1"
	dmsetup resume "disk$1"
}
number() { dmsetup info -c --noheadings --separator : -o major,minor "disk$1" | tr -d ' '; }

# fails DISK FAULT: whole (nothing can be read any more), data (only its label can), gone (no such device)
fails() {
	broken=$(number "$1")
	began=${EPOCHREALTIME/./}
	switch "$1" "$2"
	[[ $2 != gone ]] || rm "/dev/mapper/disk$1"
}
let_go() { ! dmsetup table | grep '^v-' | grep -q " $broken "; }
noticed() { # the driver says so
	dmsetup status v-data | grep -qE '[AFSRU]*[DFSRU][ADFSRU]* 3 disk| [AaD]*D[AaD]* |disk [0-9:]+ [DFU]'
}
status() { dmsetup status --noflush v-data; }
# images N: the volume has so many, all well and alike
images() {
	local words
	read -ra words <<<"$(status)"
	case ${words[2]-}:$1 in
	linear:1) ;;
	mirror:*)
		local count=${words[3]}
		[[ $count == "$1" && ${words[4 + count]%/*} == "${words[4 + count]#*/}" &&
			${words[6 + count]} == $(printf 'A%.0s' $(seq "$1")) ]]
		;;
	raid:*)
		[[ ${words[4]} == "$1" && ${words[6]%/*} == "${words[6]#*/}" && ${words[7]} == idle &&
			${words[5]} == $(printf 'A%.0s' $(seq "$1")) ]]
		;;
	*) return 1 ;;
	esac
}
log_is() { status | grep -q " mirror .* $1"; }
stamp() { stat -c %Y%y "/run/data.state"; }
goes_on() { [[ $(stamp) != "$1" ]]; }
seconds() { printf '%d.%d' $((($1) / 1000000)) $((($1) / 100000 % 10)); }

# begin TYPE DISK...: a volume with a writer on it; the last disk of the group is spare
begin() {
	local type=$1 i
	shift
	for i in 0 1 2 3 4; do table $i none | dmsetup create "disk$i"; done
	works lvm vgcreate v /dev/mapper/disk{0,1,2,3}
	works lvm lvcreate -y --type "$type" -m 1 -R 512k -L 40m -n data v "${@/#//dev/mapper/disk}"
	within 60 images 2 || failed "the copies are made" "$(status)"
	mkfs.ext4 -qF /dev/v/data
	mount /dev/v/data /mnt/live
	rm -f /run/data.state
	start_writer data /mnt/live/data 16
	within 60 test -s /run/data.state
}

# acts WHAT COMMAND...: within seconds after the failure
acts() {
	local what=$1
	shift
	if within 60 "$@"; then
		passed "  $what after $(seconds $((${EPOCHREALTIME/./} - began))) s"
	else
		failed "  $what" "$(status; dmsetup table; lvm lvs -a -o +devices v; tail -n 30 /run/monitor.log 2>/dev/null)"
	fi
}

# ends IMAGES: all is well and the data are
ends() {
	local before count=$1
	acts "the volume has $count image(s), all alike," images "$count"
	before=$(stamp)
	holds "writing goes on" within 30 goes_on "$before"
	stop_writer data
	check_blocks data /mnt/live/data
	umount /mnt/live
	holds "the file system is in order" e2fsck -fn /dev/v/data
	nothing_waits "$part"
	# What is gone for good stays in the group until somebody takes it out, as with lvm2.
	lvm vgs --noheadings -o vg_missing_pv_count v 2>/dev/null | grep -q 0 || expect 0 lvm vgreduce --removemissing v
	[[ $count == 1 ]] || holds "the images are the same" same
	expect 0 lvm vgck v
	lvm lvs -a -o lv_name,lv_attr,copy_percent,devices v 2>&1 | sed 's/^/      /'
	lvm pvs -o pv_name,vg_name,pv_attr 2>&1 | sed 's/^/      /'
}
same() {
	local first second
	if [[ $(status) == *raid* ]]; then
		lvm lvchange --syncaction check v/data && within 60 images 2 &&
			[[ $(lvm lvs --noheadings -o raid_mismatch_count v/data | tr -d ' ') == 0 ]]
		return
	fi
	read -r first second <<<"$(dmsetup table v-data | grep -oE '[0-9]+:[0-9]+ 0' | tr '\n' ' ' | sed 's/ 0 */ /g' | awk '{ print $(NF-1), $NF }')"
	cmp "/dev/block/$first" "/dev/block/$second" || cmp <(dd if="$(node "$first")" bs=1M) <(dd if="$(node "$second")" bs=1M)
}
node() { echo "/dev/mapper/$(cat "/sys/dev/block/$1/dm/name")"; }

# clean: nothing of it is left for the next one
clean() {
	local i
	[[ ! ${writer_of[data]-} ]] || kill -9 "${writer_of[data]}" 2>/dev/null
	umount -fl /mnt/live 2>/dev/null
	dmsetup mknodes
	for i in 0 1 2 3 4; do switch $i none; done
	lvm vgchange -an v >/dev/null 2>&1
	devices | grep '^v-' | while read -r i; do
		failed "left behind: $i"
		dmsetup remove --force "$i"
	done
	for i in 0 1 2 3 4; do
		dmsetup remove "disk$i"
		dd if=/dev/zero of="/dev/loop$i" bs=1M count=2 conv=notrunc 2>/dev/null
	done
}

# by_daemon TYPE FAULT DISK IMAGES: what the policy says is done
by_daemon() {
	begin "$1" 0 1 2
	fails "$3" "$2"
	acts "the failed disk is let go" let_go
	ends "$4"
}
# by_hand TYPE FAULT DISK IMAGES OPTION...: nobody watches
by_hand() {
	local type=$1 fault=$2 disk=$3 count=$4
	shift 4
	begin "$type" 0 1 2
	works lvm lvchange --monitor n v/data
	fails "$disk" "$fault"
	acts "the driver notices" noticed
	expect 0 lvm lvconvert -y --repair "$@" v/data
	sed 's/^/      /' <<<"$output"
	holds "the failed disk is let go" let_go
	ends "$count"
}

# in_background: the end of what was begun must come although a disk is missing
in_background() {
	begin mirror 0 1 2
	works lvm lvconvert -i 1 -m +1 v/data /dev/mapper/disk3
	works lvm vgextend v /dev/mapper/disk4
	works lvm lvchange --monitor n v/data
	fails 1 gone
	acts "the driver notices" noticed
	expect 0 lvm lvconvert -b -i 1 -y --repair v/data
	within 60 settled || failed "the copies are put together" "$(dmsetup table)"
	ends 3
}
settled() { [[ $(lvm lvs --noheadings -a -o lv_name v 2>/dev/null) != *mimagetmp* ]]; }

all=(mirror-whole mirror-first mirror-data mirror-gone mirror-remove mirror-by-hand mirror-by-hand-data mirror-background
	log-whole log-data log-remove raid-whole raid-first raid-data raid-gone raid-warn raid-by-hand raid-by-hand-data)
[[ $# -gt 0 ]] || set -- "${all[@]}"
for part; do
	echo "== $part"
	policies allocate allocate allocate
	case $part in
	mirror-whole) by_daemon mirror whole 1 2 ;;
	mirror-first) by_daemon mirror whole 0 2 ;;
	mirror-data) by_daemon mirror data 1 2 ;;
	mirror-gone) by_daemon mirror gone 1 2 ;;
	mirror-remove)
		policies remove remove warn
		by_daemon mirror whole 1 1
		;;
	mirror-by-hand) by_hand mirror gone 0 2 ;;
	mirror-by-hand-data) by_hand mirror data 0 2 --use-policies ;;
	mirror-background) in_background ;;
	log-whole)
		by_daemon mirror whole 2 2
		holds "the log is on a disk" log_is disk
		;;
	log-data)
		by_daemon mirror data 2 2
		holds "the log is on a disk" log_is disk
		;;
	log-remove)
		policies remove remove warn
		by_daemon mirror whole 2 2
		holds "the log is in memory" log_is core
		;;
	raid-whole) by_daemon raid1 whole 1 2 ;;
	raid-first) by_daemon raid1 whole 0 2 ;;
	raid-data) by_daemon raid1 data 1 2 ;;
	raid-gone) by_daemon raid1 gone 1 2 ;;
	raid-warn)
		policies remove remove warn
		begin raid1 0 1
		fails 1 whole
		acts "the driver notices" noticed
		sleep 5
		holds "nothing is changed" bash -c '! lvm lvs -a v | grep -q rimage_2'
		expect 0 lvm lvconvert -y --repair v/data
		says "Faulty devices in v/data successfully replaced."
		ends 2
		;;
	raid-by-hand) by_hand raid1 gone 0 2 ;;
	raid-by-hand-data) by_hand raid1 data 0 2 ;;
	esac
	clean
done
[[ ! -e /run/dmeventd.pid ]] || kill "$(cat /run/dmeventd.pid)"
finish
