#!/bin/bash
# Scripts as administrators have them (src/test/vm/scripts), each with its own proof. In the virtual
# machine:
#   scripts/vm run --disks 4 --disk-mb 400 --memory 2048 src/test/vm/scripts.sh [NAME]...
here=$(dirname "$(readlink -f "$0")")
. "$here/checks.sh"
. "$here/live.sh"
[[ $# -gt 0 ]] || set -- nightly-backup writable-snapshots with-lvm2 postgresql-copy

for name; do
	echo "$name:"
	status=0
	output=$(limited 400 bash "$here/scripts/$name.sh" 2>&1) || status=$?
	case $status in
	0) passed "$name" ;;
	77) skipped "$name: $(tail -n 1 <<<"$output")" ;;
	*) failed "$name: status $status" "$(tail -n 25 <<<"$output")" ;;
	esac
	nothing_waits "$name"
	holds "$name has left no device" test -z "$(devices)"
	umount -Rq /home /mnt 2>/dev/null
	for group in $(lvm vgs --noheadings -o vg_name 2>/dev/null); do lvm vgremove -ff -y "$group" >/dev/null 2>&1; done
done
finish
