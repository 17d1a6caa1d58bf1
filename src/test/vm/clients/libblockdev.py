"""libblockdev, as udisks and blivet use it."""
import subprocess
import sys

try:
    import gi
    gi.require_version("BlockDev", "2.0")
    from gi.repository import BlockDev
except (ImportError, ValueError) as problem:
    print("gir1.2-blockdev-2.0 and python3-gi are not installed:", problem)
    sys.exit(77)

KIB, MIB = 1 << 10, 1 << 20
A, B, C, D = ("/dev/loop%d" % n for n in range(4))

plugin = BlockDev.PluginSpec()
plugin.name = BlockDev.Plugin.LVM
plugin.so_name = "libbd_lvm.so.2"
if not BlockDev.init([plugin], None):
    print("libblockdev-lvm2 is not installed")
    sys.exit(77)


def fields(value):
    if value is None or isinstance(value, (str, int, float, bool)):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(sorted(fields(one) for one in value)) + "]"
    names = [n for n in dir(value) if not n.startswith("_") and not callable(getattr(value, n))]
    return "{" + ", ".join("%s=%s" % (n, fields(getattr(value, n))) for n in names) + "}"


def call(name, *arguments):
    try:
        result = fields(getattr(BlockDev, "lvm_" + name)(*arguments))
    except Exception as problem:
        result = "fails: %s" % problem
    print(name, *arguments, "->", result, flush=True)


def state():
    for query in ("pvs", "vgs"):
        call(query)
    call("lvs", None)


state()
call("get_supported_pe_sizes")
call("is_tech_avail", BlockDev.LVMTech.BASIC, BlockDev.LVMTechMode.CREATE)
for disk in (A, B, C):
    call("pvcreate", disk, 0, 0, None)
call("pvcreate", "/dev/nosuch", 0, 0, None)
call("pvcreate", D, MIB, 2 * MIB, None)
call("pvinfo", D)
call("pvinfo", "/dev/nosuch")
call("vgcreate", "vg", [A, B], 4 * MIB, None)
call("vgcreate", "vg", [C], 4 * MIB, None)
call("vginfo", "vg")
call("vginfo", "nosuch")
call("vgextend", "vg", C, None)
call("lvcreate", "vg", "lin", 20 * MIB, None, [], None)
call("lvcreate", "vg", "stripe", 16 * MIB, "striped", [A, B], None)
call("lvcreate", "vg", "mirror", 8 * MIB, "raid1", [B, C], None)
call("lvcreate", "vg", "big", 1 << 40, None, [], None)
call("lvcreate", "vg", "lin", 8 * MIB, None, [], None)
call("lvcreate", "nosuch", "lin", 8 * MIB, None, [], None)
call("lvinfo", "vg", "lin")
call("lvinfo", "vg", "nosuch")
subprocess.run(["udevadm", "settle"])
subprocess.run(["mkfs.ext4", "-q", "/dev/vg/lin"])
call("lvsnapshotcreate", "vg", "lin", "snap", 8 * MIB, None)
call("lvorigin", "vg", "snap")
call("lvinfo", "vg", "snap")
call("lvsnapshotmerge", "vg", "snap", None)
call("lvresize", "vg", "lin", 32 * MIB, None)
call("lvresize", "vg", "lin", 32 * MIB, None)
call("lvresize", "vg", "lin", 24 * MIB, None)
call("lvresize", "vg", "nosuch", 24 * MIB, None)
call("lvrename", "vg", "lin", "renamed", None)
call("lvrename", "vg", "nosuch", "renamed", None)
call("lvdeactivate", "vg", "renamed", None)
call("lvinfo", "vg", "renamed")
call("lvactivate", "vg", "renamed", True, None)
call("lvactivate", "vg", "nosuch", True, None)
call("pvresize", C, 100 * MIB, None)
call("pvresize", C, 0, None)
call("set_global_config", "backup {backup=0 archive=0}")
call("get_global_config")
call("vgrename", "vg", "group", None)
call("vgrename", "vg", "other", None)
state()
call("lvremove", "group", "mirror", True, None)
call("pvmove", A, C, None)
call("vgreduce", "group", A, None)
call("vgreduce", "group", D, None)
call("pvremove", A, None)
call("pvremove", B, None)
state()
call("lvremove", "group", "renamed", True, None)
call("lvremove", "group", "nosuch", True, None)
call("vgdeactivate", "group", None)
call("vgactivate", "group", None)
call("vgremove", "group", None)
call("vgremove", "group", None)
for disk in (A, B, C, D):
    call("pvremove", disk, None)
state()
