#!/bin/bash
# Programs that call lvm, the real ones, each through the same session twice: with lvm2 installed as
# /sbin/lvm and with jlvm in its place. What the programs then report must be the same. In the
# virtual machine:
#   scripts/vm run --system-lvm --udev --disks 4 --disk-mb 128 --memory 2000 --timeout 1800 src/test/vm/clients.sh [NAME]...
here=$(dirname "$(readlink -f "$0")")
. "$here/checks.sh"
[[ $# -gt 0 ]] || set -- probes libblockdev ansible lvmdbusd libvirt
export LC_ALL=C.UTF-8
real=$(readlink -f /sbin/lvm)
cp "$real" /vm/lvm2
launcher=$(readlink -f "$here/../../../scripts/lvm")
# shellcheck disable=SC2016
printf '#!/bin/sh\nc=${0##*/}\n[ "$c" != lvm ] || exec %q "$@"\nexec %q "$c" "$@"\n' "$launcher" "$launcher" >/vm/jlvm
chmod +x /vm/jlvm

# install_as_lvm FILE: all of lvm2's commands are links to it
install_as_lvm() {
	cp "$1" "$real.new" && mv "$real.new" "$real"
}

clean_disks() {
	dmsetup remove_all -f >/dev/null 2>&1
	local disk
	for disk in /dev/loop{0..3}; do wipefs -qaf "$disk"; dd if=/dev/zero of="$disk" bs=1M count=2 status=none; done
	rm -rf /etc/lvm/{archive,backup,devices}/* /run/lvm/*
	udevadm settle 2>/dev/null
}

# what differs from run to run, ids in the order of their appearance, and what lvm2 says otherwise in 2.03.16
# than since
plain() {
	/usr/bin/python3 -c '
import re, sys
seen = {}
name = lambda found: seen.setdefault(found.group(), "id-%d" % (len(seen) + 1))
for line in sys.stdin:
    line = re.sub(r"Logical volume (\S+) not found in volume group (\S+)\.", "Failed to find logical volume \"\\2/\\1\"", line)
    line = re.sub(r"(exit code 5: +)New size \((\d+) extents\) matches existing size \(\2 extents\)\.", r"\1No size change.", line)
    print(re.sub("[A-Za-z0-9]{6}(?:-[A-Za-z0-9]{4}){5}-[A-Za-z0-9]{6}", name, line), end="")'
}

# session PROGRAM: its output, in /vm/out
session() {
	local script
	script=$(echo "$here/clients/$1".*)
	case $script in
	*.py) timeout -s KILL 400 /usr/bin/python3 "$script" ;;
	*) timeout -s KILL 400 bash "$script" ;;
	esac </dev/null 2>&1
}

for name; do
	for side in lvm2 jlvm; do
		install_as_lvm "/vm/$side"
		clean_disks
		session "$name" >"/vm/$name.$side"
		status=$?
		[[ $status != 77 ]] || break
		{ echo "status $status"; echo "left: $(dmsetup ls 2>/dev/null | sort)"; } >>"/vm/$name.$side"
		plain <"/vm/$name.$side" >"/vm/$name.$side.plain"
	done
	install_as_lvm /vm/lvm2
	[[ ! -d /vm/host/out ]] || cp /vm/"$name".* /vm/host/out/
	if [[ $status == 77 ]]; then
		skipped "$name: $(tail -n 1 "/vm/$name.$side")"
	elif grep -q '^status 0$' "/vm/$name.lvm2.plain" && difference=$(diff -U1 "/vm/$name.lvm2.plain" "/vm/$name.jlvm.plain"); then
		passed "$name: $(grep -c '' "/vm/$name.jlvm.plain") lines of outcome as with lvm2"
	else
		failed "$name" "${difference:-the session itself fails: $(tail -n 25 "/vm/$name.lvm2")}"
	fi
done
finish
