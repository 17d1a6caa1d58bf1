#!/bin/bash
# What goes on in volumes is followed in the background: by one process each, which says in the system's
# log how it ended. In the virtual machine:
#   scripts/vm run --disks 4 --disk-mb 100 src/test/vm/polling.sh
. "$(dirname "$(readlink -f "$0")")/checks.sh"

LVM_SYSTEM_DIR=$(mktemp -d)
export LVM_SYSTEM_DIR DM_DISABLE_UDEV=1
cat >"$LVM_SYSTEM_DIR/lvm.conf" <<'C'
devices { use_devicesfile=0 hints="none" filter=[ "a|/dev/mapper/disk|", "r|.*|" ] }
activation { monitoring=0 polling_interval=600 }
backup { backup=0 archive=0 }
C
modprobe -a dm-mirror dm-delay
log=$LVM_SYSTEM_DIR/log
python3 - "$log" <<'P' &
import socket, sys
source = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
source.bind("/dev/log")
with open(sys.argv[1], "a", buffering=1) as log:
    while True:
        log.write(source.recv(4096).decode(errors="replace") + "\n")
P
logger=$!
trap 'kill $logger' EXIT
within 10 test -S /dev/log

# Some are slow, behind the label and metadata, until they are told not to be.
sectors=$((100 * 2048))
for n in 0 1 2 3; do dmsetup create disk$n --table "0 $sectors linear /dev/loop$n 0"; done
switch() { dmsetup suspend --noflush "$1" && dmsetup load "$1" <<<"$2" && dmsetup resume "$1"; }
slow() {
	local n
	for n in "$@"; do
		switch disk$n "0 2048 linear /dev/loop$n 0
2048 $((sectors - 2048)) delay /dev/loop$n 2048 0 /dev/loop$n 2048 3000"
	done
}
fast() {
	local n
	for n in "$@"; do switch disk$n "0 $sectors linear /dev/loop$n 0"; done
}

lvm vgcreate -qq v /dev/mapper/disk{0,1,2,3}
lvm lvcreate -qq -y -l 8 -n one v /dev/mapper/disk0
lvm lvcreate -qq -y -l 4 -n gap v /dev/mapper/disk0
lvm lvextend -qq -l +8 v/one /dev/mapper/disk0
lvm lvcreate -qq -y -l 16 -n two v /dev/mapper/disk1
lvm lvremove -qq -y v/gap
pollers() { pgrep -fc '[ ]lvpoll '; }
pollers_are() { [[ $(pollers) == "$1" ]]; }
logged() { [[ $(grep -c "$1" "$log") == "$2" ]]; }
moves() { [[ $(lvm lvs -a --noheadings -o lv_name v | grep -c pvmove) == "$1" ]]; }

slow 2 3
expect 0 lvm pvmove -b /dev/mapper/disk0 /dev/mapper/disk2
expect 0 lvm pvmove -b /dev/mapper/disk1 /dev/mapper/disk3
holds "each is followed by a process" within 20 pollers_are 2
expect 0 lvm vgchange --poll y v
expect 0 lvm lvchange --poll y v/one
expect 0 lvm pvmove -b
holds "further ones go at once, and say why" within 60 logged 'left to the process' 5
holds "the first ones stay" pollers_are 2
fast 2 3
holds "both moves end without waiting for the interval" within 60 moves 0
holds "the processes end" within 20 pollers_are 0
holds "and say so" logged 'pvmove of v/pvmove[01]: finished' 2
holds "nothing is left of them" [ -z "$(ls /run/lvm/followed)" ]

# Moves the other way; whoever follows is killed, or its volume goes.
slow 2 3
expect 0 lvm pvmove -b /dev/mapper/disk2:0-7 /dev/mapper/disk3
within 20 pollers_are 1
pkill -9 -f '[ ]lvpoll '
holds "nobody follows" within 10 pollers_are 0
expect 0 lvm vgchange --poll y v
holds "somebody does again" within 20 pollers_are 1
sleep 5 # until its JVM hears signals
pkill -f '[ ]lvpoll '
holds "whoever is told to end says so" within 20 logged 'told to end' 1
expect 0 lvm vgchange --poll y v
expect 0 lvm pvmove --abort
holds "it learns that the move was taken back" within 20 pollers_are 0
holds "which is not a failure" logged 'not under way any more' 1
fast 2 3

# One process follows several at the same time.
slow 0 1
for move in "2 0" "3 1"; do
	lvm pvmove -i 600 "/dev/mapper/disk${move% *}" "/dev/mapper/disk${move#* }" >/dev/null 2>&1 &
	within 60 moves $((${move#* } + 1))
	kill $!
	wait $!
done
fast 0 1
start=$SECONDS
expect 0 lvm pvmove
says "/dev/mapper/disk2: Moved: 100.00%"
says "/dev/mapper/disk3: Moved: 100.00%"
holds "within seconds" [ $((SECONDS - start)) -lt 60 ]
holds "and none is left" moves 0

# A person sees a bar, a program a document.
expect 0 script -qefc "lvm pvmove /dev/mapper/disk0 /dev/mapper/disk2" /dev/null
says $'\r\033[K  /dev/mapper/disk0: Moved: ['
says '#] 100.00%'
expect 0 lvm pvmove -i 1 --reportformat json_std /dev/mapper/disk2 /dev/mapper/disk0
holds "all of it is JSON" python3 -c 'import json, sys; assert json.loads(sys.argv[1])["progress"][-1]["percent"] == 100' "$output"
lvm vgchange -qq -an v
finish
