# shellcheck shell=bash
# For checks of volumes in use, after checks.sh: programs that write all the time, the state of
# devices, and what lvm2 says of it.
live_files=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
lvm2=${LVM_ORACLE:-/usr/sbin/lvm}
[[ -x $lvm2 ]] || lvm2=
export LVM_SUPPRESS_FD_WARNINGS=1
declare -A writer_of=() blocks_of=()

gcc -O2 -o /run/checked-io "$live_files/checked-io.c" || {
	skipped "$(basename "$0" .sh): no gcc"
	finish
}

# start_writer NAME PATH MEGABYTES
start_writer() {
	/run/checked-io write "$2" $(($3 * 256)) "/run/$1.state" >"/run/$1.figures" 2>&1 &
	writer_of[$1]=$!
	blocks_of[$1]=$(($3 * 256))
}

# stop_writer NAME: ends it; no error and no wrong block until now
stop_writer() {
	kill "${writer_of[$1]}"
	if wait "${writer_of[$1]}"; then
		passed "  writer of $1: $(<"/run/$1.figures")"
	else
		failed "  writer of $1" "$(<"/run/$1.figures")"
	fi
}

# check_blocks NAME PATH: reads everything from the disk
check_blocks() {
	sync
	echo 3 >/proc/sys/vm/drop_caches
	holds "all blocks of $1 are right" /run/checked-io check "$2" "${blocks_of[$1]}" "/run/$1.state"
}

# unfinished: devices that are suspended or have a table that waits
unfinished() {
	dmsetup info -c --noheadings --separator ' ' -o name,suspended,tables_loaded | grep -E 'Suspended|Inactive|None'
}

# cookies: those that somebody waits for. What a killed command leaves goes with the next one.
cookies() { dmsetup udevcookies 2>/dev/null | awk '$1 ~ /^0x0?d4d/ && $3 > 0'; }

# nothing_waits WHAT: no device is suspended or half changed, no one waits for udev
nothing_waits() {
	local found
	[[ ! -e /run/udev/control ]] || udevadm settle
	found=$(unfinished; cookies)
	[[ -z $found ]] || failed "after $1: something waits" "$found"
}

semaphores() { ipcs -s | grep -i '^0x0d4d'; }

# devices: the names of those that there are
devices() { dmsetup info -c --noheadings -o name 2>/dev/null | grep -v '^No devices' | sort; }

# devices_of LV=ORIGIN...: what active volumes of the group v consist of
devices_of() {
	local lv name origin
	for lv; do
		name=${lv%%=*} origin=${lv#*=}
		echo "v-$name"
		[[ ! $origin ]] || printf '%s\n' "v-$name-cow" "v-$origin-real"
	done | sort -u
}

# as_lvm2_sees: volumes of the group v with their origins, hidden ones too; jlvm is asked where lvm2 is not
as_lvm2_sees() {
	"${lvm2:-lvm}" lvs --noheadings -a --separator = -o lv_name,origin v 2>/dev/null | tr -d ' []'
}

# limited SECONDS COMMAND...: what hangs fails, and does not keep others from going on
limited() { timeout -s KILL "$@"; }
