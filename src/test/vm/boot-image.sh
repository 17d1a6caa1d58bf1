#!/bin/bash
# Makes what src/test/vm/boot.sh boots: a small Debian with jlvm installed for booting, its initramfs
# as jlvm's hook makes it, and a logical volume striped over two disk images that it is put on.
#   unshare -m boot-image.sh ROOT_TAR KERNEL_TREE OUT
# OUT gets initrd.img, minimal.img, disk0 and disk1. Mounts stay in the script's own namespace.
set -eu
root_tar=$1 kernel=$2 out=$3
here=$(dirname "$(readlink -f "$0")")
checkout=$(cd "$here/../../.." && pwd)
version=$(basename "$kernel"/lib/modules/*)
root=$out/root
jdk=${JLVM_JDK:-$(ls -d /usr/lib/jvm/*25* | head -n 1)}
extents=280 extent_kib=4096 stripe_kib=64

mount --make-rprivate /
mkdir -p "$root"
tar -C "$root" -xf "$root_tar" --exclude='./dev/*'
mkdir -p "$root/checkout" "$root/jdk" "$root/lib/modules/$version"
mount --bind "$checkout" "$root/checkout"
mount --bind "$jdk" "$root/jdk"
mount --bind "$kernel/lib/modules/$version" "$root/lib/modules/$version"
# Packages of JDKs have links to files of other packages.
find "$jdk/lib" "$jdk/conf" -type l | while read -r link; do
	target=$(readlink "$link")
	if [[ $target == /* && -e $target ]]; then install -D "$target" "$root$target"; fi
done
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@"; }

in_root JLVM_JDK=/jdk /checkout/scripts/install --boot
cp "$kernel/boot/config-$version" "$root/boot/"
printf 'MODULES=list\nCOMPRESS=gzip\nCOMPRESSLEVEL=1\n' >"$root/etc/initramfs-tools/conf.d/test"
printf 'virtio_pci\nvirtio_blk\next4\n' >"$root/etc/initramfs-tools/modules"
in_root mkinitramfs -o /initrd.img "$version"
mv "$root/initrd.img" "$out/"

minimal=$out/minimal
PATH=$root/usr/local/sbin:$PATH "$here/minimal-initramfs.sh" "$root" /usr/local/lib/jlvm "$kernel" "$minimal"
(cd "$minimal" && find . | cpio -o -H newc --quiet | gzip -1) >"$out/minimal.img"

umount "$root/checkout" "$root/jdk" "$root/lib/modules/$version" "$root/proc" "$root/dev"
echo '/dev/rootvg/root / ext4 defaults 0 1' >"$root/etc/fstab"
echo boottest >"$root/etc/hostname"
cat >"$root/etc/systemd/system/report.service" <<'U'
[Unit]
After=multi-user.target serial-getty@ttyS0.service
[Service]
Type=oneshot
# The login prompt hangs up the terminal when it starts, so that is opened when all is known.
ExecStart=/bin/sh -c '{ echo; echo REPORT root=$(findmnt -no SOURCE /); lvs --noheadings -o lv_name,lv_active,stripes rootvg | sed "s/^/REPORT lvs/"; systemctl --no-legend list-units --state=failed | sed "s/^/REPORT failed/"; echo REPORT end; } >/run/report 2>&1; cat /run/report >/dev/ttyS0'
Environment=PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin
[Install]
WantedBy=multi-user.target
U
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -sf ../report.service "$root/etc/systemd/system/multi-user.target.wants/report.service"

# The volume's contents are laid out by hand, as the metadata that jlvm makes say.
images=$out/disk0,$out/disk1
truncate -s 600M "$out/disk0" "$out/disk1"
export JLVM_RUNTIME=${JLVM_RUNTIME-}
"$checkout/scripts/lvm" vgcreate --images "$images" -y -s ${extent_kib}k rootvg "$out/disk0" "$out/disk1"
"$checkout/scripts/lvm" lvcreate --images "$images" -y -an -Zn -Wn -i 2 -I $stripe_kib -l $extents -n root rootvg
mkfs.ext4 -q -F -d "$root" "$out/volume" $((extents * extent_kib))k
perl -e '
	my ($volume, $stripe, $start, @disks) = @ARGV;
	open(my $in, "<:raw", $volume) or die;
	my @out = map { open(my $disk, "+<:raw", $_) or die; seek($disk, $start, 0); $disk } @disks;
	for (my $i = 0; read($in, my $bytes, $stripe); $i++) {
		my $disk = $out[$i % 2];
		if ($bytes =~ /[^\0]/) { print $disk $bytes } else { seek($disk, $stripe, 1) }
	}
' "$out/volume" $((stripe_kib * 1024)) $((1024 * 1024)) "$out/disk0" "$out/disk1"
rm -rf "$out/volume" "$root" "$minimal"
