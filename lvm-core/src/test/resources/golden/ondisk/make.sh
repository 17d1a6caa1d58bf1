#!/bin/bash
# Makes the golden headers in the current directory. LVM names the binary.
set -e
lvm=${LVM:-/usr/sbin/lvm}
work=$(mktemp -d)
export LVM_SYSTEM_DIR=$work LVM_SUPPRESS_FD_WARNINGS=1
truncate -s 64M "$work/disk"
loop=$(losetup -f --show "$work/disk")
trap 'losetup -d "$loop"; rm -rf "$work"' EXIT
echo "devices { filter = [ \"a|^$loop\$|\", \"r|.*|\" ] use_devicesfile = 0 hints = \"none\" } global { locking_dir = \"$work/lock\" } backup { backup = 0 archive = 0 } activation { monitoring = 0 udev_sync = 0 }" > "$work/lvm.conf"
run() { "$lvm" "$@" --driverloaded n > /dev/null 2>&1; }
label() { dd if="$loop" bs=512 count=4 status=none | gzip -n > "$1"; }
run pvcreate "$loop";                                        label label-orphan.gz
run pvcreate -ff -y --metadatacopies 2 --bootloaderareasize 1m "$loop"; label label-two-areas.gz
run pvcreate -ff -y --metadatacopies 0 "$loop";              label label-no-area.gz
run pvcreate -ff -y --labelsector 3 "$loop";                 label label-sector-3.gz
run pvcreate -ff -y --metadatasize 40k --dataalignment 4k "$loop"
run vgcreate vg "$loop";                                     label label-used.gz
record() { dd if="$loop" bs=512 skip=8 count=1 status=none >> headers; }
: > headers
record
for i in $(seq 60); do
  run vgchange --addtag "tag$((i * 7919 % 100003))xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" vg
  record
  if [ $((i % 20)) = 0 ]; then
    for tag in $("$lvm" vgs --driverloaded n --noheadings -o vg_tags vg 2> /dev/null | tr , ' '); do
      run vgchange --deltag "$tag" vg
      record
    done
  fi
done
gzip -n < headers > area-headers.gz
rm headers
