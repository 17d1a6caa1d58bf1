#!/bin/bash
# A database is copied while it works: a snapshot of its volume is mounted, and the copy started from
# it. It recovers as after a power failure and must add up. The status is 77 if there is no PostgreSQL.
set -eu
programs=$(echo /usr/lib/postgresql/*/bin)
at() { echo "${SECONDS} s: $*"; }
if [[ ! -x $programs/pgbench ]]; then
	echo "no PostgreSQL here"
	exit 77
fi
user=nobody
id postgres >/dev/null 2>&1 && user=postgres
as_user() { setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups env PATH="$programs:$PATH" PGUSER=bench "$@"; }
sql() { as_user psql -h /run/pg -p "$1" -qAt -d postgres -c "$2"; }

vgcreate vgdb /dev/loop0 /dev/loop1
lvcreate -y -L 400M -n pgdata vgdb
mkfs.ext4 -q -E nodiscard /dev/vgdb/pgdata
mkdir -p /mnt/{db,copy} /run/pg
mount /dev/vgdb/pgdata /mnt/db
chown "$user" /mnt/db /run/pg
cd /
as_user initdb -k -U bench -D /mnt/db/data >/dev/null
at "a new database"
settings="-k /run/pg -c listen_addresses= -c shared_buffers=16MB -c max_wal_size=64MB"
as_user pg_ctl -w -s -D /mnt/db/data -l /run/pg/log -o "$settings" start
as_user pgbench -h /run/pg -q -i -s 2 postgres 2>/dev/null
as_user pgbench -h /run/pg -n -c 4 -R 60 -T 600 postgres >/run/pg/bench 2>&1 &
bench=$!
until [[ $(sql 5432 'select count(*) from pgbench_history') -gt 100 ]]; do sleep 0.2; done

for copy in 1 2; do
	at "copy $copy"
	lvcreate -s -L 120M -n pgcopy vgdb/pgdata
	before=$(sql 5432 'select count(*) from pgbench_history')
	mount /dev/vgdb/pgcopy /mnt/copy
	rm -f /mnt/copy/data/postmaster.pid
	as_user pg_ctl -w -s -t 120 -D /mnt/copy/data -l /run/pg/copy.log -o "$settings -p 5433" start
	copied=$(sql 5433 'select count(*) from pgbench_history')
	sums=$(sql 5433 'select (select sum(abalance) from pgbench_accounts), (select sum(tbalance) from pgbench_tellers),
		(select sum(bbalance) from pgbench_branches), (select sum(delta) from pgbench_history)')
	echo "copy $copy: $copied transactions of at most $before; sums $sums"
	((copied > 0 && copied <= before))
	[[ $(tr '|' '\n' <<<"$sums" | sort -u | wc -l) == 1 ]]
	[[ $(sql 5433 'select count(*) from pgbench_accounts') == 200000 ]]
	as_user pg_ctl -w -s -D /mnt/copy/data stop
	as_user pg_checksums --check -D /mnt/copy/data | grep 'Bad checksums: *0'
	umount /mnt/copy
	lvremove -f vgdb/pgcopy
done

kill -TERM $bench
wait $bench || true
if grep -i error /run/pg/bench; then exit 1; fi
as_user pg_ctl -w -s -D /mnt/db/data stop
umount /mnt/db
vgremove -f vgdb
