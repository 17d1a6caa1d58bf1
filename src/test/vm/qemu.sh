# shellcheck shell=bash
# Part of scripts/vm: a real x86-64 machine, emulated. Its kernel is Debian's, unpacked into the
# cache; the host's root and the run's folder come over 9p.

# unpack_kernel: sets kernel_root to where a Debian kernel is, fetched once
unpack_kernel() {
	kernel_root=$cache/kernel
	if compgen -G "$kernel_root/boot/vmlinuz-*" >/dev/null; then
		return 0
	fi
	need dpkg-deb=dpkg
	local package download=$cache/download
	package=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
	[[ $package ]] || { say "no linux-image-amd64 in the package lists: apt-get update"; exit 125; }
	say "fetching $package"
	mkdir -p "$download"
	(cd "$download" && apt-get download -qq "$package" >&2 && dpkg-deb -x "$package"_*.deb "$cache/kernel.new") || exit 125
	rm -rf "$download"
	mv "$cache/kernel.new" "$kernel_root"
}

# build_initrd FILE MODULES_DIR VERSION: a first root with what it takes to reach the host's
build_initrd() {
	local tree=$run/initrd module order=()
	mkdir -p "$tree"/{bin,dev,proc,sys,modules,host,overlay,mnt}
	cp "$(command -v busybox)" "$tree/bin/"
	[[ -e $2/modules.dep ]] || depmod -b "$kernel_root" "$3"
	while read -r module; do
		order+=("${module##*/}")
		cp "$module" "$tree/modules/"
	done < <(modprobe -d "$kernel_root" -S "$3" -a --show-depends \
		virtio_pci virtio_console virtio_rng 9pnet_virtio 9p overlay |
		awk '$1 == "insmod" && !seen[$2]++ { print $2 }')
	{
		cat <<-'X'
		#!/bin/busybox sh
		/bin/busybox --install /bin
		PATH=/bin
		mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
		X
		echo "for m in ${order[*]}; do insmod /modules/\$m; done"
		cat <<-'X'
		options=trans=virtio,version=9p2000.L,msize=512000
		mount -t 9p -o $options,cache=loose,ro host /host || poweroff -f
		mount -t tmpfs -o size=100% overlay /overlay
		mkdir /overlay/up /overlay/work /overlay/new
		X
		overlay "mount -t 9p -o \$options run /overlay/new/vm/host || poweroff -f
		mkdir -p /overlay/new/vm/host/out; mount -t 9p -o \$options out /overlay/new/vm/host/out" /host /overlay
		echo "guest=\$(sed 's/.*jlvm.guest=\([^ ]*\).*/\1/' /overlay/new/proc/cmdline)"
		echo 'exec switch_root /overlay/new /bin/bash "$guest"'
	} >"$tree/init"
	chmod +x "$tree/init"
	(cd "$tree" && find . | cpio -o -H newc --quiet | gzip -1) >"$1"
	rm -rf "$tree"
}

boot_qemu() {
	need "${udev_package[@]}" qemu-system-x86_64=qemu-system-x86 busybox=busybox-static cpio=cpio modprobe=kmod
	mkdir -p "$cache"
	unpack_kernel
	local kernel version modules initrd terminal accel
	kernel=$(compgen -G "$kernel_root/boot/vmlinuz-*" | tail -n 1)
	version=${kernel##*/vmlinuz-}
	modules=$(realpath "$kernel_root/lib/modules/$version")
	initrd=$run/initrd.gz
	build_initrd "$initrd" "$modules" "$version"
	settings "$modules" hvc0 hvc1
	terminal=(-add-fd fd=3,set=1 -chardev file,id=out,path=/dev/fdset/1,append=on)
	[[ ! $shell ]] || terminal=(-chardev stdio,id=out,signal=off)
	accel=(-accel tcg,thread=multi -cpu max,-erms,-fsrm)
	[[ ${VM_ACCEL-} != kvm ]] || accel=(-accel kvm -cpu host)
	local command=(qemu-system-x86_64 "${accel[@]}" -m "$memory" -smp 2 -display none -monitor none -no-reboot
		-kernel "$kernel" -initrd "$initrd" -device virtio-rng-pci
		-append "console=ttyS0 quiet panic=-1 oops=panic mitigations=off nowatchdog clearcpuid=erms,fsrm jlvm.guest=$files/guest.sh"
		-chardev "file,id=console,path=$run/console,append=on" -serial chardev:console
		"${terminal[@]}" -add-fd fd=4,set=2 -chardev file,id=err,path=/dev/fdset/2,append=on
		-device virtio-serial-pci -device virtconsole,chardev=out -device virtconsole,chardev=err
		-virtfs "local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap"
		-virtfs "local,path=$run,mount_tag=run,security_model=none,multidevs=remap"
		-virtfs "local,path=${output:-$run/out},mount_tag=out,security_model=none,multidevs=remap")
	if [[ $shell ]]; then
		exec setsid "${command[@]}" <&5 >&3
	fi
	exec setsid "${command[@]}"
}
