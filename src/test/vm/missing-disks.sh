#!/bin/bash
# Disks are lost, come back out of date, or are replaced; what can be saved is saved. In the virtual
# machine:
#   scripts/vm run --disks 4 --disk-mb 64 --timeout 900 src/test/vm/missing-disks.sh
. "$(dirname "$(readlink -f "$0")")/checks.sh"

LVM_SYSTEM_DIR=$(mktemp -d)
export LVM_SYSTEM_DIR
cat >"$LVM_SYSTEM_DIR/lvm.conf" <<C
devices { use_devicesfile=0 hints="none" }
activation { monitoring=0 }
backup { backup_dir="$LVM_SYSTEM_DIR/backup" archive_dir="$LVM_SYSTEM_DIR/archive" }
C
backup=$LVM_SYSTEM_DIR/backup/v

# lvm2's own program has to agree with what it finds afterwards.
oracle=${LVM_ORACLE:-/usr/sbin/lvm}
original() { "$oracle" "$@"; }
agrees() { [[ ! -x $oracle ]] || [[ $(original "$@" 2>/dev/null) == "$(lvm "$@" 2>/dev/null)" ]]; }

lose() {
	local n
	for n; do
		losetup -d "/dev/loop$n"
		rm -f "/dev/loop$n"
	done
}
bring() {
	local n
	for n; do
		mknod "/dev/loop$n" b 7 "$n"
		losetup "/dev/loop$n" "/vm/disks/$n"
	done
}
forget() {
	lvm vgremove -qq -ff -y v 2>/dev/null
	for n in 0 1 2 3; do
		dd if=/dev/zero of="/dev/loop$n" bs=1M count=2 conv=notrunc 2>/dev/null
	done
}
# Volumes a, b and c on disks 0, 1 and 2; s on 1 and 2 in stripes; each full of a letter.
build() {
	lvm vgcreate -qq v /dev/loop0 /dev/loop1 /dev/loop2
	lvm pvcreate -qq /dev/loop3
	lvm lvcreate -qq -y -l 4 -n a v /dev/loop0
	lvm lvcreate -qq -y -l 4 -n b v /dev/loop1
	lvm lvcreate -qq -y -l 2 -i 2 -n s v /dev/loop1 /dev/loop2
	lvm lvcreate -qq -y -l 4 -n c v /dev/loop2
	for lv in a b s c; do
		letters "$lv" "$(($(blockdev --getsize64 "/dev/v/$lv")))" | dd of="/dev/v/$lv" bs=1M conv=fsync 2>/dev/null
	done
	lvm vgchange -qq -an v
}
letters() { yes "$1" | tr -d '\n' | head -c "$2"; }
# intact LV: active, and full of its letter
intact() { cmp "/dev/v/$1" <(letters "$1" "$(blockdev --getsize64 "/dev/v/$1")"); }
active() { [[ -b /dev/v/$1 ]]; }
inactive() { ! active "$1"; }
is() { [[ $(lvm vgs --noheadings -o "$1" v 2>/dev/null | tr -d ' ') == "$2" ]]; }
uuid() { lvm pvs --noheadings -o pv_uuid "/dev/loop$1" | tr -d ' '; }
nothing_mapped() { [[ -z $(dmsetup ls | grep '^v-') ]]; }

echo "== a disk is lost for good"
build
lose 1
expect 0 lvm vgs v
says 'WARNING: VG v is missing PV'
expect 5 lvm vgchange -ay v
says "Refusing activation of partial LV v/b.  Use '--activationmode partial' to override."
holds "what is whole is active" intact a
holds "what is not is not" inactive b
expect 0 lvm vgchange -ay --activationmode partial v
holds "stripes that are there can be read" test -n "$(dd if=/dev/v/s bs=64k skip=1 count=1 2>/dev/null | tr -d s | wc -c)"
holds "those that are lost give errors" bash -c '! dd if=/dev/v/b bs=4k count=1'
expect 5 lvm lvcreate -l 1 v
says 'Cannot change VG v while PVs are missing.'
expect 5 lvm vgreduce --removemissing v
says 'There are still partial LVs in VG v.'
expect 0 lvm vgreduce --removemissing --force v
says 'WARNING: Removing partial LV v/b.'
says 'Wrote out consistent volume group v.'
holds "devices of what was removed are gone" inactive s
holds "their maps as well" bash -c '! dmsetup info v-b'
holds "nothing is missing" is vg_missing_pv_count 0
holds "a is intact" intact a
holds "c is intact" intact c
expect 0 lvm lvextend -l +2 v/a
lvm vgchange -qq -an v
holds "lvm2 sees the same" agrees lvs -a -o +devices v

echo "== it comes back with what it knew before"
bring 1
expect 0 lvm pvs
says 'WARNING: Outdated PV /dev/loop1 seqno'
expect 0 lvm vgs -o vg_name,pv_count,lv_count v
says 'v    2   2'
expect 5 lvm pvcreate /dev/loop1
expect 0 lvm vgck --updatemetadata v
expect 0 lvm vgextend v /dev/loop1
holds "it is part of the group again" is pv_count 3
expect 0 lvm vgchange -ay v
holds "c is intact" intact c
lvm vgchange -qq -an v
forget

echo "== a disk was away for a while"
build
lose 1
expect 0 lvm vgchange --addtag changed v
bring 1
expect 5 lvm vgchange -ay v
says 'Refusing activation of partial LV v/b.'
says 'WARNING: VG v was missing PV /dev/loop1'
expect 5 lvm vgextend --restoremissing v /dev/loop3
expect 0 lvm vgextend --restoremissing v /dev/loop1
holds "nothing is missing" is vg_missing_pv_count 0
expect 0 lvm vgchange -ay v
for lv in a b s c; do
	holds "$lv is intact" intact "$lv"
done
lvm vgchange -qq -an v
holds "lvm2 sees the same" agrees pvs -o +pv_missing
forget

echo "== its header is overwritten"
build
id=$(uuid 1)
dd if=/dev/zero of=/dev/loop1 bs=64k count=16 conv=notrunc 2>/dev/null
expect 0 lvm vgs v
says 'is missing PV'
expect 3 lvm pvcreate --uuid "$id" /dev/loop1
expect 5 lvm pvcreate --uuid "$id" --restorefile "$backup" /dev/loop0
expect 0 lvm pvcreate --uuid "$id" --restorefile "$backup" /dev/loop1
expect 0 lvm vgcfgrestore v
says 'Restored volume group v.'
expect 0 lvm vgchange -ay v
for lv in a b s c; do
	holds "$lv is intact" intact "$lv"
done
lvm vgchange -qq -an v

echo "== the same, by repair in place"
dd if=/dev/zero of=/dev/loop1 bs=64k count=16 conv=notrunc 2>/dev/null
expect 0 lvm pvck --repair -y -f "$backup" --settings "pv_uuid=$id" /dev/loop1
expect 0 lvm vgck v
expect 0 lvm vgchange -ay v
for lv in a b s c; do
	holds "$lv is intact" intact "$lv"
done
lvm vgchange -qq -an v
holds "lvm2 sees the same" agrees lvs -a -o +devices v

echo "== an empty disk takes its place"
lose 1
lvm pvremove -qq /dev/loop3
expect 0 lvm pvcreate --uuid "$id" --restorefile "$backup" /dev/loop3
expect 0 lvm vgcfgrestore v
expect 0 lvm vgchange -ay v
holds "a is intact" intact a
holds "c is intact" intact c
holds "b is there, without its contents" bash -c 'active() { [[ -b /dev/v/$1 ]]; }; active b'
lvm vgchange -qq -an v
bring 1
dd if=/dev/zero of=/dev/loop1 bs=1M count=2 conv=notrunc 2>/dev/null
forget

echo "== metadata of one disk are damaged"
build
dd if=/dev/urandom of=/dev/loop1 bs=512 seek=8 count=1 conv=notrunc 2>/dev/null
expect 0 lvm vgs v
says 'WARNING: Wrong checksum'
expect 0 lvm vgck --updatemetadata v
expect 0 lvm vgck v
expect 0 lvm vgchange -ay v
holds "b is intact" intact b
lvm vgchange -qq -an v
forget

echo "== two halves go their own ways"
build
lose 1 2
expect 0 lvm vgreduce --removemissing --force v
expect 0 lvm vgchange --addtag left v
lvm vgchange -qq --addtag once v
lvm vgchange -qq --addtag more v
lvm vgchange -qq --addtag often v
lose 0
bring 1 2
expect 0 lvm vgs v
holds "the other half is as it was" is vg_missing_pv_count 1
bring 0
expect 0 lvm vgs v
holds "the newer one wins" is vg_missing_pv_count 0
expect 0 lvm lvs v
holds "with what it has" is lv_count 1
expect 0 lvm vgchange -ay v
holds "a is intact" intact a
lvm vgchange -qq -an v

echo "== a snapshot's disk is lost"
forget
build
lvm vgchange -qq -ay v
lvm lvcreate -qq -y -s -l 1 -n t v/c /dev/loop0
lvm vgchange -qq -an v
lose 0
expect 5 lvm vgreduce --removemissing v
says 'WARNING: Partial LV t needs to be repaired or removed.'
expect 0 lvm vgreduce --removemissing --force v
holds "nothing is missing" is vg_missing_pv_count 0
expect 0 lvm vgchange -ay v
holds "b is intact" intact b
lvm vgchange -qq -an v
holds "no device is left over" nothing_mapped
finish
