#!/bin/bash
# In the virtual machine: mirrors are made, converted and repaired while a mounted file system on them is
# written to; what one program began and was killed in, the other finishes. Run by `scripts/test --all`:
#   scripts/vm run --disks 4 --disk-mb 160 --memory 2000 src/test/vm/mirrors.sh
set -u
export DM_DISABLE_UDEV=1 LVM_SUPPRESS_FD_WARNINGS=1
failed=0
check() { # what, status
	if [ "$2" = 0 ]; then echo "PASS $1"; else echo "FAIL $1"; failed=1; fi
}
jlvm() { lvm "$@" </dev/null; }
lvm2() { "${LVM_ORACLE:-/usr/sbin/lvm}" "$@" </dev/null 2>/dev/null; }
legs() { lvm2 lvs --noheadings -o devices vg/data | tr ',' '\n' | grep -c mimage_; }
clean() { ! dmsetup ls | grep -q mimagetmp; }

jlvm vgcreate vg /dev/loop0 /dev/loop1 /dev/loop2 /dev/loop3 >/dev/null
jlvm lvcreate -y -L 64M -n data vg /dev/loop0 >/dev/null
mke2fs -q /dev/vg/data
mkdir -p /tmp/mnt && mount /dev/vg/data /tmp/mnt
head -c 30M /dev/urandom >/tmp/mnt/kept
sum=$(sha256sum </tmp/mnt/kept)
touch /tmp/writing
(
	while [ -e /tmp/writing ]; do
		dd if=/dev/urandom of=/tmp/mnt/changing bs=64k count=40 conv=fsync 2>/dev/null || touch /tmp/io-error
	done
) &
writer=$!

jlvm lvconvert -i 1 --type mirror -m 1 vg/data >/dev/null
check "a mirror is made of a volume in use" $?

# began WHO: adds a copy and is killed once the copies there are wait in a layer
began() {
	"$1" lvconvert -i +60 -m +1 vg/data >/dev/null &
	local shell=$!
	until lvm2 lvs -a --noheadings -o lv_name,devices vg | grep -q 'data .*mimagetmp'; do sleep 0.2; done
	sleep 1
	pkill -KILL -f 'lvconvert -i [+]60'
	wait $shell 2>/dev/null
}
for pair in "jlvm lvm2" "lvm2 jlvm"; do
	first=${pair% *} second=${pair#* }
	began "$first"
	"$second" lvconvert vg/data >/dev/null
	[ "$(legs)" = 3 ] && clean
	check "$second finishes what $first began" $?
	"$first" lvconvert -m -1 vg/data /dev/loop1 >/dev/null
	[ "$(legs)" = 2 ]
	check "$first takes a copy out" $?
done
jlvm lvconvert --mirrorlog core vg/data >/dev/null && jlvm lvconvert --mirrorlog disk vg/data >/dev/null
check "the log goes into memory and back" $?

rm /tmp/writing
wait $writer
[ ! -e /tmp/io-error ]
check "no write failed" $?
umount /tmp/mnt
until [ "$(lvm2 lvs --noheadings -o copy_percent vg/data | tr -d ' ')" = 100.00 ]; do sleep 1; done
jlvm lvconvert --splitmirrors 1 -n copy vg/data >/dev/null
for lv in data copy; do
	e2fsck -fn /dev/vg/$lv >/dev/null 2>&1
	check "the file system of $lv is sound" $?
	mount -o ro /dev/vg/$lv /tmp/mnt
	[ "$(sha256sum </tmp/mnt/kept)" = "$sum" ]
	check "what was not changed is as it was in $lv" $?
	umount /tmp/mnt
done
jlvm vgck vg
check "vgck" $?
! dmsetup info -c --noheadings -o suspended | grep -q Suspended
check "nothing is suspended" $?
exit $failed
