#!/bin/bash
# The file system that holds the JVM, jlvm and everything else that runs lies on the volume that
# changes, and nothing of it is in the page cache when a command begins. A command that waited for a
# device that it has suspended would wait for ever: the watchdog tells. In the virtual machine:
#   scripts/vm run --disks 3 --disk-mb 400 --memory 2048 src/test/vm/root-on-volume.sh [ROUNDS]
here=$(dirname "$(readlink -f "$0")")
. "$here/checks.sh"
. "$here/live.sh"
rounds=${1:-50}
checkout=$(cd "$here/../../.." && pwd)
root=/mnt/root

works lvm vgcreate v /dev/loop0 /dev/loop1 /dev/loop2
works lvm lvcreate -qq -y -L 640m -n root v
mkfs.ext4 -qF /dev/v/root
mkdir -p $root
mount /dev/v/root $root

# copy FILE: with the libraries that it needs
copy() {
	local file
	for file in "$1" $(ldd "$1" 2>/dev/null | grep -o '/[^ ]*'); do
		[[ -e $root$file ]] || { mkdir -p "$root${file%/*}" && cp -L "$file" "$root$file"; }
	done
}
# copy_tree DIRECTORY: the same, with everything that is in it
copy_tree() {
	local file
	mkdir -p "$root${1%/*}"
	cp -aL "$1" "$root$1"
	while read -r file; do copy "$file"; done < <(find "$1" -name '*.so*' -o -type f -name java)
}
mkdir -p $root/{tmp,dev,proc,sys,run,etc/lvm,mnt}
for program in /bin/sh /bin/bash /usr/bin/sync /usr/bin/readlink /usr/sbin/modprobe; do copy $program; done
copy_tree "$checkout/target/runtime"
# the launcher alone: next to no jars there is nothing that its runtime could be older than
copy "$checkout/scripts/lvm"
if [[ ! -e $checkout/target/runtime/launch ]] || grep -q '^mode=cds' "$checkout/target/runtime/launch"; then
	copy_tree "$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")"
fi
for d in dev proc sys run; do mount --rbind /$d $root/$d; done

cat >$root/rounds.sh <<R
for ((i = 1; i <= $rounds; i++)); do
	for c in "lvextend -qq -l +1 v/root" "lvcreate -qq -y -s -L 16M -n snap v/root" "lvremove -qq -y v/snap"; do
		echo "\$i: \$c" >/run/alive
		sync
		echo 3 >/proc/sys/vm/drop_caches
		$checkout/scripts/lvm \$c >/run/said 2>&1 || exit 1
	done
done
echo "$rounds rounds" >/run/alive
R
echo begin >/run/alive
(
	last=
	while sleep 60; do
		now=$(</run/alive)
		if [[ $now == "$last" ]]; then
			echo "no progress in $now" >/run/hung
			unfinished >>/run/hung
			for device in $(devices); do dmsetup resume "$device"; done
			kill -KILL "$(</run/inside)"
			exit
		fi
		last=$now
	done
) &
watchdog=$!
holds "$rounds rounds on the root volume" \
	chroot $root /bin/bash -c 'echo $$ >/run/inside; . /rounds.sh'
kill $watchdog
if [[ $(</run/alive) != "$rounds rounds" ]]; then failed "in $(</run/alive)" "$(cat /run/said /run/hung 2>/dev/null)"; fi
nothing_waits "the rounds"
# the daemon that watches snapshots was started from there
for process in /proc/[0-9]*; do
	[[ $(readlink "$process/root") != "$root" ]] || kill -KILL "${process#/proc/}"
done
for ((i = 0; i < 20; i++)); do umount -R $root 2>/dev/null && break; sleep 0.2; done
holds "the file system is in order" e2fsck -fn /dev/v/root
expect 0 lvm vgremove -f v
holds "no device is left" test -z "$(devices)"
finish
