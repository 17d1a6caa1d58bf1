#!/bin/bash
# Commands are killed: at each ioctl and each write by strace, and at random moments. `vgchange -ay`
# puts everything in order, for jlvm and for lvm2, and the volume's user has noticed nothing. In the
# virtual machine, with udevd or without:
#   scripts/vm run --disks 3 --disk-mb 128 src/test/vm/killed.sh [STRIDE [RANDOM [SEED]]]
# STRIDE: at each so many-th call only (3), 0: at none; RANDOM: that many kills at random moments (25)
here=$(dirname "$(readlink -f "$0")")
. "$here/checks.sh"
. "$here/live.sh"
stride=${1:-3} kills=${2:-25} RANDOM=${3:-7}

commands=(
	"lvcreate -y -s -L 16m -n snap v/data"
	"lvremove -y v/snap"
	"lvextend -l +1 v/data"
	"lvrename v/data v/other"
	"lvchange --refresh v/data"
	"lvcreate -y -l 2 -n new v"
	"vgchange -an -S lv_name=idle v"
	"pvmove -i 0 -n data PLACE"
)

# where the volume lies, which moves
place() { lvm pvs --noheadings -o pv_name -S lv_name=data 2>/dev/null | head -n 1 | tr -d ' '; }

# make_ready COMMAND: there is a volume "data", and a snapshot if the command removes it
make_ready() {
	local lvs wanted=
	[[ $1 != lvremove* ]] || wanted=yes
	lvs=$(as_lvm2_sees)
	if [[ $lvs == *other=* ]]; then works lvm lvrename v other data; fi
	if [[ $lvs == *new=* ]]; then works lvm lvremove -qq -y v/new; fi
	if [[ $lvs == *snap=data* && ! $wanted ]]; then works lvm lvremove -qq -y v/snap; fi
	if [[ $lvs != *snap=* && $wanted ]]; then works lvm lvcreate -qq -y -s -L 16m -n snap v/data; fi
}

# in_order WHAT
in_order() {
	local found
	[[ $command != pvmove* ]] || works limited 60 lvm pvmove -i 0
	works limited 60 lvm vgchange -ay v
	works limited 60 lvm vgck v
	if [[ $lvm2 ]]; then works limited 60 "$lvm2" vgck v; fi
	nothing_waits "$1"
	# shellcheck disable=SC2046
	found=$(diff <(devices_of $(as_lvm2_sees)) <(devices)) || failed "after $1: not these devices" "$found"
	rounds=$((rounds + 1))
}

# kill_at SYSCALL NUMBER: runs $command until then; false if it ended before
kill_at() {
	local status=0 words=$command
	[[ $words != *PLACE ]] || words=${words/PLACE/$(place)}
	# shellcheck disable=SC2086
	strace -f -qq -o /run/trace -e "trace=$1" -e "inject=$1:signal=SIGKILL:when=$2" lvm $words >/run/said 2>&1 || status=$?
	[[ $status == 137 ]]
}

at_each() {
	local number
	for ((number = 1 + $2; number < 200; number += $2)); do
		make_ready "$command"
		local was=$failures
		if ! kill_at "$1" $number 2>/dev/null; then
			in_order "$command"
			return
		fi
		in_order "$command, killed at $1 $number"
		[[ $failures == "$was" ]] || tail -n 5 /run/trace
	done
}

at_random() {
	local moment process words=$command
	moment=$((RANDOM % 2)).$((RANDOM % 10))
	make_ready "$command"
	[[ $words != *PLACE ]] || words=${words/PLACE/$(place)}
	# shellcheck disable=SC2086
	lvm $words >/run/said 2>&1 &
	process=$!
	sleep "$moment"
	kill -KILL $process 2>/dev/null
	wait $process 2>/dev/null
	in_order "$command, killed after $moment s"
}

lvm vgcreate -qq v /dev/loop0 /dev/loop1 /dev/loop2
lvm lvcreate -qq -y -L 48m -n data v /dev/loop0
lvm lvcreate -qq -y -L 4m -n idle v
mkfs.ext4 -qF /dev/v/data
mkdir -p /mnt/live
mount /dev/v/data /mnt/live
start_writer data /mnt/live/data 8
rounds=0
if ((stride == 0)); then
	:
elif command -v strace >/dev/null; then
	for command in "${commands[@]}"; do
		at_each ioctl "$stride"
		at_each pwrite64 "$stride"
		passed "$command: $rounds times until now"
	done
else
	skipped "killed at each call: no strace"
fi
for ((i = 0; i < kills; i++)); do
	command=${commands[i % ${#commands[@]}]}
	at_random
done
passed "killed and put in order $rounds times"
command=none
make_ready none
stop_writer data
check_blocks data /mnt/live/data
umount /mnt/live
holds "the file system is in order" e2fsck -fn /dev/v/data
sleep 4
expect 0 lvm vgchange -an v
holds "no semaphore is left" test -z "$(semaphores)"
holds "no device is left" test -z "$(devices)"
finish
