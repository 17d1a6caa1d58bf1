# lvm2's daemon for D-Bus.
[ -x /usr/sbin/lvmdbusd ] && command -v dbus-daemon >/dev/null || { echo "lvm2-dbusd and dbus are not installed"; exit 77; }
mkdir -p /run/dbus
[ -S /run/dbus/system_bus_socket ] || dbus-daemon --system --fork --nopidfile --nosyslog
/usr/bin/python3 /usr/sbin/lvmdbusd --debug >/run/lvmdbusd.log 2>&1 &
daemon=$!
/usr/bin/python3 "$(dirname "$0")/lib/dbus-session.py"
status=$?
kill $daemon
wait $daemon 2>/dev/null
[ $status = 0 ] || tail -n 15 /run/lvmdbusd.log
exit $status
