#!/bin/bash
# File systems follow their volumes, mounted or not, and no data is lost. In the virtual machine:
#   scripts/vm run --disks 2 --disk-mb 460 src/test/vm/filesystems.sh
. "$(dirname "$(readlink -f "$0")")/checks.sh"
mkdir -p /mnt/f
modprobe -aq xfs btrfs ext4 dm-crypt

fill() {
	mount "$1" /mnt/f
	head -c 5000000 /dev/urandom >/mnt/f/data
	sha256sum </mnt/f/data >/run/sum
	sync
}
same() { sha256sum </mnt/f/data | cmp -s - /run/sum; }
mounted() { mountpoint -q /mnt/f; }
at_least() { [[ $(df -m --output=size /mnt/f | tail -n 1) -ge $1 ]]; }
at_most() { [[ $(df -m --output=size /mnt/f | tail -n 1) -le $1 ]]; }

lvm vgcreate -qq v /dev/loop0 /dev/loop1

lvm lvcreate -qq -y -L 100m -n e v
mkfs.ext4 -qF /dev/v/e
fill /dev/v/e
expect 0 lvm lvextend -r -L 200m v/e
holds "mounted ext4 grew" at_least 170
expect 5 lvm lvreduce --fs checksize -L 100m v/e
says 'File system reduce is required (see resize2fs or --resizefs.)'
expect 5 lvm lvreduce -r -L 100m v/e
says 'File system not reduced.'
expect 5 lvm lvreduce -r --fsmode nochange -L 100m v/e
expect 0 lvm lvreduce -y -r -L 100m v/e
holds "ext4 is mounted again" mounted
holds "ext4 was cut" at_most 100
holds "its data are the same" same
expect 5 lvm lvreduce -y -r -L 4m v/e
says 'Failed to reduce file system'
holds "its data are the same" same
umount /mnt/f
expect 0 lvm lvresize -r -L 160m v/e
expect 0 lvm lvreduce --fs resize -L 120m v/e
holds "ext4 is in order" e2fsck -fn /dev/v/e
lvm lvremove -qq -y v/e

lvm lvcreate -qq -y -L 320m -n x v
if mkfs.xfs -qf /dev/v/x; then
	fill /dev/v/x
	expect 0 lvm lvextend -r -L 400m v/x
	holds "mounted xfs grew" at_least 330
	expect 5 lvm lvreduce -y -r -L 320m v/x
	says 'File system reduce is required and not supported (xfs).'
	umount /mnt/f
	expect 5 lvm lvextend -r --fsmode nochange -L 440m v/x
	expect 0 lvm lvextend -y -r -L 440m v/x
	mount /dev/v/x /mnt/f
	holds "unmounted xfs grew" at_least 370
	holds "its data are the same" same
	umount /mnt/f
else
	skipped "xfs: no mkfs.xfs"
fi
lvm lvremove -qq -y v/x

lvm lvcreate -qq -y -L 320m -n b v
if mkfs.btrfs -qf /dev/v/b; then
	fill /dev/v/b
	expect 0 lvm lvextend -r -L 400m v/b
	holds "mounted btrfs grew" at_least 400
	expect 0 lvm lvreduce -r -L 320m v/b
	holds "mounted btrfs was cut" at_most 320
	umount /mnt/f
	expect 0 lvm lvreduce -y -r -L 300m v/b
	mount /dev/v/b /mnt/f
	holds "its data are the same" same
	umount /mnt/f
else
	skipped "btrfs: no mkfs.btrfs"
fi
lvm lvremove -qq -y v/b

lvm lvcreate -qq -y -L 100m -n c v
if printf pass | cryptsetup luksFormat -q --pbkdf pbkdf2 --pbkdf-force-iterations 1000 /dev/v/c -; then
	expect 5 lvm lvextend -r -L 140m v/c
	says 'LUKS dm-crypt device must be active for fs resize.'
	printf pass | cryptsetup open --disable-keyring /dev/v/c secret -
	mkfs.ext4 -qF /dev/mapper/secret
	fill /dev/mapper/secret
	expect 0 lvm lvextend -r -L 140m v/c
	holds "encrypted ext4 grew" at_least 100
	expect 0 lvm lvreduce -y -r -L 100m v/c
	holds "encrypted ext4 was cut" at_most 84
	holds "its data are the same" same
	umount /mnt/f
	cryptsetup close secret
else
	skipped "LUKS: no cryptsetup"
fi
finish
