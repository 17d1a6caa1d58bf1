"""Talks to lvm2's daemon for D-Bus, and prints what it answers."""
import time

import dbus

BASE = "com.redhat.lvmdbus1"
bus = dbus.SystemBus()
for attempt in range(300):
    if bus.name_has_owner(BASE):
        break
    time.sleep(0.2)


def manager():
    return dbus.Interface(bus.get_object(BASE, "/com/redhat/lvmdbus1/Manager", introspect=False), BASE + ".Manager")


def objects():
    root = dbus.Interface(bus.get_object(BASE, "/com/redhat/lvmdbus1", introspect=False),
                          "org.freedesktop.DBus.ObjectManager")
    return root.GetManagedObjects()


def state():
    for path, interfaces in sorted(objects().items()):
        for interface, properties in sorted(interfaces.items()):
            if interface.endswith((".Manager", ".Job")):
                continue
            for key, value in sorted(properties.items()):
                print(path.rsplit("/", 2)[-2:], interface.rsplit(".", 1)[-1], key, plain(value))


def plain(value):
    if isinstance(value, dict):
        return {plain(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, dbus.Struct)):
        return sorted((plain(v) for v in value), key=str)  # the daemon's own order comes from hashes of ids
    return str(value)


def find(name):
    path = manager().LookUpByLvmId(name)
    return path if path != "/" else None


def call(what, method, *arguments):
    """Calls a method of the manager, or of what has that name (its interface after a dot)."""
    name, interface = what.split(":")
    try:
        path = "/com/redhat/lvmdbus1/Manager" if not name else find(name)
        target = dbus.Interface(bus.get_object(BASE, path, introspect=False), BASE + "." + interface)
        result = plain(getattr(target, method)(*arguments, timeout=120))
    except Exception as problem:
        result = "fails: " + str(problem).splitlines()[0]
    print(what, method, [str(a) for a in arguments if not isinstance(a, dict)], "->", result, flush=True)


none = dbus.Dictionary({}, signature="sv")
wait = dbus.Int32(-1)
size = lambda mib: dbus.UInt64(mib << 20)
state()
for disk in ("/dev/loop0", "/dev/loop1", "/dev/loop2", "/dev/nosuch"):
    call(":Manager", "PvCreate", disk, wait, none)
pvs = dbus.Array([p for p in (find("/dev/loop0"), find("/dev/loop1")) if p], signature="o")
call(":Manager", "VgCreate", "vg", pvs, wait, none)
call(":Manager", "VgCreate", "vg", pvs, wait, none)
call("vg:Vg", "LvCreateLinear", "lin", size(20), False, wait, none)
call("vg:Vg", "LvCreateLinear", "big", size(1 << 20), False, wait, none)
call("vg:Vg", "LvCreateStriped", "stripe", size(16), dbus.UInt32(2), dbus.UInt32(0), False, wait, none)
call("vg:Vg", "TagsAdd", dbus.Array(["one", "two"], signature="s"), wait, none)
call("vg:Vg", "TagsDel", dbus.Array(["one"], signature="s"), wait, none)
call("vg/lin:Lv", "TagsAdd", dbus.Array(["t"], signature="s"), wait, none)
call("vg/lin:Lv", "Snapshot", "snap", size(8), wait, none)
state()
call("vg/lin:Lv", "Resize", size(32), dbus.Array([], signature="(ott)"), wait, none)
call("vg/lin:Lv", "Rename", "renamed", wait, none)
call("vg/renamed:Lv", "Deactivate", dbus.UInt64(0), wait, none)
call("vg/renamed:Lv", "Activate", dbus.UInt64(0), wait, none)
call("vg:Vg", "Extend", dbus.Array([p for p in (find("/dev/loop2"),) if p], signature="o"), wait, none)
call("vg:Vg", "Rename", "group", wait, none)
state()
call("group/snap:Lv", "Remove", wait, none)
call("group/renamed:Lv", "Remove", wait, none)
call("group:Vg", "Remove", wait, none)
call("/dev/loop2:Pv", "Remove", wait, none)
state()
