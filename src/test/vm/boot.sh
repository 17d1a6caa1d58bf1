#!/bin/bash
# Boots from a root file system on a logical volume that is striped over two disks, with an initramfs
# made by jlvm's hook for initramfs-tools; see docs/virtual-machine.md.
#
#   src/test/vm/boot.sh [minimal|whole|missing]...    default: all three
#
#   minimal   an initramfs with nothing but busybox and jlvm: vgchange -ay --sysinit, then the root
#             volume is mounted
#   whole     Debian with systemd comes up to the login prompt with its root on the volume
#   missing   one disk is not there: activation is refused with lvm2's message and status
#
# A line "PASS NAME", "FAIL NAME: why" or "SKIP NAME: why" each; the status is that of the worst.
set -u
here=$(dirname "$(readlink -f "$0")")
checkout=$(cd "$here/../../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/jlvm-vm
limit=${JLVM_BOOT_LIMIT:-400}
[[ $# -gt 0 ]] || set -- minimal whole missing

skip() {
	local name
	for name in "${names[@]}"; do echo "SKIP $name: $1"; done
	exit 0
}

names=("$@")
[[ $(id -u) == 0 ]] || skip "needs root"
unshare -m true 2>/dev/null || skip "needs a mount namespace of its own"
compgen -G '/usr/lib/jvm/*25*' >/dev/null || [[ ${JLVM_JDK-} ]] || skip "needs a JDK 25"
missing=()
for pair in qemu-system-x86_64=qemu-system-x86 mmdebstrap=mmdebstrap busybox=busybox-static cpio=cpio \
	mkfs.ext4=e2fsprogs modprobe=kmod; do
	command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
done
if [[ ${#missing[@]} -gt 0 ]]; then
	DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}" >/dev/null 2>&1 ||
		skip "missing packages: ${missing[*]}"
fi

say() { echo "vm: $*" >&2; }
need() { :; }
. "$here/qemu.sh"
unpack_kernel
if [[ ! -e $cache/root.tar ]]; then
	say "fetching a small Debian"
	mmdebstrap --quiet --variant=minbase \
		--include=systemd-sysv,udev,dmsetup,kmod,e2fsprogs,initramfs-tools-core,busybox,zstd \
		bookworm "$cache/root.tar.new" >&2 || skip "no Debian packages to be had"
	mv "$cache/root.tar.new" "$cache/root.tar"
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/jlvm-boot.XXXXXX")
machine=
finish() {
	[[ ! $machine ]] || kill "$machine" 2>/dev/null
	[[ ${JLVM_BOOT_KEEP-} ]] || rm -rf "$work"
}
trap finish EXIT
if [[ ${JLVM_BOOT_IMAGES-} ]]; then
	images=$JLVM_BOOT_IMAGES
else
	images=$work
	[[ -f $checkout/lvm-cli/target/lvm-cli.jar ]] || "$checkout/scripts/build-runtime" >&2
	unshare -m "$here/boot-image.sh" "$cache/root.tar" "$kernel_root" "$work" >"$work/image.log" 2>&1 || {
		tail -n 20 "$work/image.log" >&2
		for name; do echo "FAIL $name: the image could not be built"; done
		exit 1
	}
fi

# run_machine NAME UNTIL INITRD APPEND DISK...: until its console shows a pattern or time is up
run_machine() {
	local name=$1 until=$2 initrd=$3 append=$4 disk drives=() waited=0
	shift 4
	for disk; do
		drives+=(-drive "file=$images/$disk,if=virtio,format=raw,snapshot=on")
	done
	local accel=(-accel tcg,thread=multi -cpu "max,-erms,-fsrm")
	[[ ${VM_ACCEL-} != kvm ]] || accel=(-accel kvm -cpu host)
	qemu-system-x86_64 "${accel[@]}" -m 1536 -smp 2 -display none -monitor none -no-reboot \
		-device virtio-rng-pci -serial "file:$work/$name.console" -kernel "$kernel_root"/boot/vmlinuz-* -initrd "$images/$initrd" \
		-append "console=ttyS0 panic=-1 mitigations=off nowatchdog clearcpuid=erms,fsrm $append" "${drives[@]}" >"$work/$name.qemu" 2>&1 &
	machine=$!
	while kill -0 "$machine" 2>/dev/null && [[ $waited -lt $limit ]]; do
		grep -aqE "$until" "$work/$name.console" 2>/dev/null && break
		sleep 1
		waited=$((waited + 1))
	done
	kill "$machine" 2>/dev/null
	wait "$machine" 2>/dev/null
	machine=
}

result=0
# verdict NAME PATTERN...: all must be on the console
verdict() {
	local name=$1 pattern
	shift
	for pattern; do
		if ! grep -aqE "$pattern" "$work/$name.console"; then
			echo "FAIL $name: not on the console: $pattern"
			tail -n 15 "$work/$name.console" | sed 's/^/  /' >&2
			result=1
			return
		fi
	done
	echo "PASS $name"
}

for name; do
	case $name in
	minimal)
		run_machine minimal 'REPORT end' minimal.img '' disk0 disk1
		verdict minimal 'REPORT status=0' 'now active' 'REPORT host=boottest'
		;;
	whole)
		run_machine whole 'REPORT end' initrd.img 'root=/dev/mapper/rootvg-root ro' disk0 disk1
		verdict whole 'boottest login:' 'REPORT root=/dev/mapper/rootvg-root' 'REPORT lvs +root +active +2'
		;;
	missing)
		run_machine missing 'exit status|initramfs\) ' initrd.img 'root=/dev/mapper/rootvg-root ro' disk0
		verdict missing 'Refusing activation of partial LV rootvg/root\.' 'rootvg/root cannot be activated \(exit status 5\)'
		;;
	esac
done
exit $result
