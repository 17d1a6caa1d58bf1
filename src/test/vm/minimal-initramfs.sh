#!/bin/bash
# Fills a folder with an initramfs that has busybox, jlvm, and nothing else to activate volumes with.
#   minimal-initramfs.sh ROOT LIBRARY KERNEL_TREE TREE
# ROOT is where jlvm is installed, LIBRARY its place below that.
set -eu
root=$1 library=$2 kernel=$3 tree=$4
version=$(basename "$kernel"/lib/modules/*)

mkdir -p "$tree"/{bin,dev,proc,sys,run,tmp,mnt,modules,etc/lvm,lib64}
cp "$(command -v busybox)" "$tree/bin/busybox"
mkdir -p "$root$tree"
chroot "$root" "$library/copy-runtime" "$library" "$tree"
cp -a "$root$tree/." "$tree/"
chroot "$root" "$library/copy-runtime" --needs "$library" | while read -r file; do
	chroot "$root" ldd "$file" 2>/dev/null | grep -o '/[^ ]*'
done | sort -u | while read -r file; do
	case $file in "$library"/*) continue ;; esac
	mkdir -p "$tree${file%/*}"
	cp -L "$root$file" "$tree$file"
done
[[ -e $kernel/lib/modules/$version/modules.dep ]] || depmod -b "$kernel" "$version"
order=()
while read -r module; do
	order+=("${module##*/}")
	cp "$module" "$tree/modules/"
done < <(modprobe -d "$kernel" -S "$version" -a --show-depends virtio_pci virtio_blk dm_mod ext4 |
	awk '$1 == "insmod" && !seen[$2]++ { print $2 }')
{
	cat <<-'X'
	#!/bin/busybox sh
	/bin/busybox --install /bin
	export PATH=/bin:/sbin
	mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
	X
	echo "for m in ${order[*]}; do insmod /modules/\$m; done"
	cat <<-'X'
	lvm vgchange -ay --sysinit
	echo "REPORT status=$?"
	lvm vgchange -ay --sysinit rootvg
	echo "REPORT again=$?"
	mount -o ro /dev/rootvg/root /mnt && echo "REPORT host=$(cat /mnt/etc/hostname)"
	echo "REPORT end"
	poweroff -f
	X
} >"$tree/init"
chmod +x "$tree/init"
