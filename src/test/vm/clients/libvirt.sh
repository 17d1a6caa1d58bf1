# libvirt's pools of type logical.
command -v virsh >/dev/null && command -v libvirtd >/dev/null || { echo "libvirt-daemon-system and libvirt-clients are not installed"; exit 77; }
mkdir -p /run/libvirt /run/dbus
[ -S /run/dbus/system_bus_socket ] || dbus-daemon --system --fork --nopidfile --nosyslog
virtlogd -d 2>/dev/null
libvirtd --timeout 600 >/run/libvirtd.log 2>&1 &
daemon=$!
for ((i = 0; i < 60; i++)); do virsh -c storage:///system uri >/dev/null 2>&1 && break; sleep 0.5; done
if ! virsh -c storage:///system uri >/dev/null 2>&1; then
	kill $daemon
	echo "libvirtd does not start here: $(tail -n 1 /run/libvirtd.log)"
	exit 77
fi
v() {
	echo "virsh $*"
	virsh -q -c storage:///system "$@" 2>&1 | grep -v '^$' | grep -v '<uuid>\|UUID:\|<[acm]time>'
}
cat >/run/pool.xml <<X
<pool type='logical'>
  <name>pool</name>
  <source><name>pool</name><device path='/dev/loop0'/><device path='/dev/loop1'/></source>
  <target><path>/dev/pool</path></target>
</pool>
X
v pool-define /run/pool.xml
v pool-build pool
v pool-start pool
virsh -q -c storage:///system pool-list | grep -q 'pool *active' || { echo "the pool cannot be started"; exit 1; }
v pool-info pool --bytes
v vol-create-as pool one 20m
v vol-create-as pool two 40m
v vol-create-as pool three 4096g
v vol-create-as pool one 8m
v vol-create-as pool snap 20m --allocation 8m --backing-vol one
v vol-list pool
for volume in one two snap; do v vol-info --bytes $volume pool; v vol-dumpxml $volume pool; done
v pool-refresh pool
v vol-delete snap pool
v vol-delete two pool
v vol-wipe one pool
v pool-info pool --bytes
v pool-dumpxml pool
v find-storage-pool-sources logical
v pool-destroy pool
v pool-start pool
v vol-delete one pool
v pool-destroy pool
v pool-delete pool
v pool-undefine pool
kill $daemon
wait $daemon 2>/dev/null
exit 0
