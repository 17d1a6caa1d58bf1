#!/bin/bash
# Runs inside the virtual machine as its first process, in an overlay over the host's root file
# system. Makes the machine a usable system, runs the command in /vm/command and puts its exit
# status into /vm/status. What the host tells it is in /vm/settings.
. /vm/settings
# shellcheck disable=SC2154  # set there: modules disks disk_mb udev system_lvm shell tty_out tty_err

mount -t tmpfs run /run
mkdir -p /run/lock /run/lvm /dev/shm /dev/pts
mount -t tmpfs shm /dev/shm
mount -t devpts pts /dev/pts
ln -sfn /proc/self/fd /dev/fd
ln -sf fd/0 /dev/stdin
ln -sf fd/1 /dev/stdout
ln -sf fd/2 /dev/stderr
kernel=${modules##*/}
mkdir -p "/lib/modules/$kernel"
mount --bind "$modules" "/lib/modules/$kernel"
hostname vm
ip link set lo up 2>/dev/null
modprobe -aq loop dm-mod

# nothing of the host's own LVM state is seen
mkdir -p /vm/etc-lvm
for d in archive backup cache devices; do mkdir -p "/etc/lvm/$d" && mount -t tmpfs "$d" "/etc/lvm/$d"; done

if [[ $disks -gt 0 ]]; then
	mkdir -p /vm/disks
	mount -t tmpfs -o size=100% disks /vm/disks
	for ((i = 0; i < disks; i++)); do
		truncate -s "${disk_mb}M" "/vm/disks/$i"
		losetup "/dev/loop$i" "/vm/disks/$i"
	done
fi

if [[ ! $system_lvm && -x $checkout/scripts/lvm ]]; then
	mkdir -p /vm/bin
	printf '#!/bin/sh\nc=${0##*/}\n[ "$c" != lvm ] || exec %q "$@"\nexec %q "$c" "$@"\n' \
		"$checkout/scripts/lvm" "$checkout/scripts/lvm" >/vm/bin/lvm
	chmod +x /vm/bin/lvm
	for c in lv{change,convert,create,display,extend,mconfig,mdevices,mdiskscan,reduce,remove,rename,resize,s,scan} \
		pv{change,ck,create,display,move,remove,resize,s,scan} \
		vg{cfgbackup,cfgrestore,change,ck,convert,create,display,export,extend,import,importclone} \
		vg{importdevices,merge,mknodes,reduce,remove,rename,s,scan,split}; do
		ln -s lvm "/vm/bin/$c"
	done
	PATH=/vm/bin:$PATH
fi

if [[ $udev ]]; then
	for d in /lib/systemd/systemd-udevd /usr/lib/systemd/systemd-udevd /sbin/udevd; do
		if [[ -x $d ]]; then
			"$d" --daemon
			udevadm trigger --action=add --subsystem-match=block
			udevadm settle --timeout=30
			break
		fi
	done
fi

cd "$directory" || cd /
stty -F "/dev/$tty_out" raw -echo -opost 2>/dev/null
stty -F "/dev/$tty_err" raw -echo -opost 2>/dev/null
if [[ $shell ]]; then
	stty -F "/dev/$tty_out" sane rows "$rows" cols "$columns"
	setsid -cw bash -i <"/dev/$tty_out" >"/dev/$tty_out" 2>&1
else
	setsid -w bash /vm/command </dev/null >"/dev/$tty_out" 2>"/dev/$tty_err"
fi
status=$?
stty -F "/dev/$tty_out" drain >/dev/null 2>&1 # waits for what was written
echo $status >/vm/host/status
sync -f /vm/host 2>/dev/null
sync /vm/host/status
poweroff -ff 2>/dev/null || busybox poweroff -f
