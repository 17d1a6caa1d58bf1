#!/bin/bash
# What many a machine runs at night: copies a frozen /home while its users go on. The middle part is
# as it is found on such machines; before and after it are the machine and the proof.
set -eu

# the machine: a group with /home on it, and users at work
vgcreate vg00 /dev/loop0 /dev/loop1 /dev/loop2 /dev/loop3
lvcreate -L 200M -n home vg00
mkfs.ext4 -q -E nodiscard /dev/vg00/home
mkdir -p /home /mnt /var/backups/home
mount /dev/vg00/home /home
mkdir /home/{ann,ben}
for i in {1..40}; do head -c 100000 /dev/urandom >/home/ann/$i; done
(cd /home && find ann -type f -exec sha256sum {} +) >/tmp/frozen.sums
# what is written all the time: each line to both files, in this order
users() {
	local n=0
	while [[ ! -e /tmp/stop ]]; do
		n=$((n + 1))
		echo "line $n" >>/home/ben/first
		echo "line $n" >>/home/ben/second
	done
}
users &
# a snapshot that a night before has left behind
lvcreate -s -L 100M -n home-snap /dev/vg00/home

# the backup
modprobe dm-snapshot
SNAPSHOT=/dev/vg00/home-snap
if [ -e "$SNAPSHOT" ]; then
	umount -f /mnt 2>/dev/null || true
	lvremove -f "$SNAPSHOT"
fi
lvcreate -vs -p r -n home-snap -L 1G /dev/vg00/home
mount -o ro "$SNAPSHOT" /mnt
rm -f /home/ann/1 # not seen by the backup
echo changed >/home/ann/2
if command -v rsync >/dev/null; then
	rsync -a --delete /mnt/ /var/backups/home/
else
	cp -a /mnt/. /var/backups/home/
fi
diff -r /mnt /var/backups/home
umount /mnt
lvremove -f "$SNAPSHOT"

# the proof
touch /tmp/stop
wait
rm -f /tmp/stop
cd /var/backups/home
sha256sum --quiet -c /tmp/frozen.sums
# the second file is as long as the first, or misses its last line
first=$(wc -l <ben/first) second=$(wc -l <ben/second)
echo "frozen after $first lines, the users wrote $(wc -l </home/ben/first)"
((first - second >= 0 && first - second <= 1))
(($(wc -l </home/ben/first) > first))
[[ $(cat /home/ann/2) == changed && ! -e /home/ann/1 ]]
cd /
umount /home
fsck.ext4 -fn /dev/vg00/home
vgremove -f vg00
rm -rf /var/backups/home
