#!/bin/bash
# In the virtual machine: moves that one program began and was killed in are finished, or taken back, by
# the other, while a mounted file system is written to; and merges of snapshots are finished. LVM_ORACLE
# names another lvm2 (from 2.03.36 on with JLVM_MARKED_PARTS=1). Run by `scripts/test --all`:
#   scripts/vm run --disks 3 --disk-mb 600 --memory 3000 src/test/vm/handover.sh
set -u
export DM_DISABLE_UDEV=1 LVM_SUPPRESS_FD_WARNINGS=1
failed=0
check() { # what, status
	if [ "$2" = 0 ]; then echo "PASS $1"; else echo "FAIL $1"; failed=1; fi
}
jlvm() { lvm "$@" </dev/null; }
lvm2() { "${LVM_ORACLE:-/usr/sbin/lvm}" "$@" </dev/null 2>/dev/null; }
used() { jlvm pvs --noheadings -o pv_used --units b --nosuffix "$1" | tr -d ' '; }

jlvm vgcreate vg /dev/loop0 /dev/loop1 /dev/loop2 >/dev/null
jlvm lvcreate -y -L 152M -n data vg /dev/loop0 >/dev/null
jlvm lvcreate -y -L 32M -n gap vg /dev/loop0 >/dev/null
jlvm lvextend -L +52M vg/data /dev/loop0 >/dev/null
mke2fs -q /dev/vg/data
mkdir -p /tmp/mnt && mount /dev/vg/data /tmp/mnt
head -c 100M /dev/urandom >/tmp/mnt/kept
sum=$(sha256sum </tmp/mnt/kept)
touch /tmp/writing
(
	while [ -e /tmp/writing ]; do
		dd if=/dev/urandom of=/tmp/mnt/changing bs=64k count=40 conv=fsync 2>/dev/null || touch /tmp/io-error
	done
) &
writer=$!

# began WHO FROM TO: WHO begins a move and is killed once the metadata have its temporary volume
mode=
began() {
	# shellcheck disable=SC2086
	"$1" pvmove $mode -i +60 "$2" "$3" >/dev/null &
	local shell=$!
	until lvm2 lvs -a --noheadings -o lv_name vg | grep -q pvmove0; do sleep 0.2; done
	until dmsetup info -c --noheadings -o tables_loaded vg-pvmove0 2>/dev/null | grep -q Live; do sleep 0.2; done
	pkill -KILL -f 'pvmove .*-i [+]60'
	wait $shell 2>/dev/null
}
for mode in "" --atomic; do
	for pair in "jlvm lvm2" "lvm2 jlvm"; do
		first=${pair% *} second=${pair#* }
		began "$first" /dev/loop0 /dev/loop1
		"$second" pvmove -i 1 >/dev/null
		[ "$(used /dev/loop0)" = 0 ]
		check "$second finishes what $first began $mode" $?
		began "$second" /dev/loop1 /dev/loop0
		"$first" pvmove --abort >/dev/null
		! dmsetup info vg-pvmove0 >/dev/null 2>&1
		check "$first takes back what $second began $mode" $?
		"$first" pvmove -i 1 /dev/loop1 /dev/loop0 >/dev/null
		[ "$(used /dev/loop1)" = 0 ]
		check "$first moves everything back $mode" $?
	done
done

rm /tmp/writing
wait $writer
[ ! -e /tmp/io-error ]
check "no write failed" $?
umount /tmp/mnt
e2fsck -fn /dev/vg/data >/dev/null 2>&1
check "the file system is sound" $?
mount /dev/vg/data /tmp/mnt
[ "$(sha256sum </tmp/mnt/kept)" = "$sum" ]
check "what was not changed is as it was" $?
umount /tmp/mnt

# A merge that was begun goes on in the driver; whoever comes next takes its traces away.
jlvm lvcreate -y -L 64M -n origin vg /dev/loop2 >/dev/null
for pair in "jlvm lvm2" "lvm2 jlvm"; do
	first=${pair% *} second=${pair#* }
	head -c 64M /dev/urandom >/dev/vg/origin
	frozen=$(sha256sum </dev/vg/origin)
	"$first" lvcreate -y -s -L 72M -n frozen vg/origin /dev/loop2 >/dev/null
	head -c 60M /dev/urandom | dd of=/dev/vg/origin bs=1M conv=notrunc,fsync 2>/dev/null
	"$first" lvconvert -i +60 --merge vg/frozen >/dev/null &
	shell=$!
	until dmsetup table vg-origin 2>/dev/null | grep -q snapshot-merge; do sleep 0.2; done
	pkill -KILL -f 'lvconvert -i [+]60'
	wait $shell 2>/dev/null
	lvm2 lvs -a --noheadings -o lv_name vg | grep -q frozen
	check "$first was killed in a merge" $?
	"$second" vgchange --poll y vg >/dev/null
	for ((i = 0; i < 300; i++)); do
		lvm2 lvs -a --noheadings -o lv_name vg | grep -q frozen || break
		sleep 0.2
	done
	[ $i -lt 300 ] && ! dmsetup ls | grep -q frozen
	check "$second finishes the merge that $first began" $?
	[ "$(sha256sum </dev/vg/origin)" = "$frozen" ]
	check "the origin is as it was when the snapshot was taken" $?
done
jlvm vgck vg
check "vgck" $?
! dmsetup info -c --noheadings -o suspended | grep -q Suspended
check "nothing is suspended" $?
exit $failed
