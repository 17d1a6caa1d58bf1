# Ansible's modules lvg, lvol and filesystem, and the facts it gathers.
command -v ansible-playbook >/dev/null || { echo "ansible is not installed"; exit 77; }
export ANSIBLE_STDOUT_CALLBACK=json ANSIBLE_LOCAL_TEMP=/run/ansible ANSIBLE_NOCOLOR=1 ANSIBLE_GATHERING=explicit HOME=/root
modules() { sed 's/^/    /' <<<"$1"; }
play=/run/clients.yml
{
	cat <<-'Y'
	- hosts: localhost
	  connection: local
	  gather_facts: false
	  vars: {ansible_python_interpreter: /usr/bin/python3}
	  ignore_errors: true
	  tasks:
	Y
	while read -r module arguments; do
		printf '    - name: "%s %s"\n      %s: {%s}\n' "${module##*.}" "${arguments//\"/}" "$module" "$arguments"
	done <<-'T'
	community.general.lvg vg: vg, pvs: "/dev/loop0,/dev/loop1", pesize: "4"
	community.general.lvg vg: vg, pvs: "/dev/loop0,/dev/loop1", pesize: "4"
	community.general.lvg vg: other, pvs: "/dev/nosuch"
	community.general.lvol vg: vg, lv: data, size: "40m"
	community.general.lvol vg: vg, lv: data, size: "40m"
	community.general.lvol vg: vg, lv: rest, size: "10%FREE", pvs: /dev/loop1
	community.general.lvol vg: vg, lv: toobig, size: "4096g"
	community.general.lvol vg: nosuch, lv: data, size: "8m"
	community.general.filesystem fstype: ext4, dev: /dev/vg/data
	community.general.lvol vg: vg, lv: data, size: "60m", resizefs: true
	community.general.lvol vg: vg, lv: data, size: "+8m"
	community.general.lvol vg: vg, lv: data, size: "40m"
	community.general.lvol vg: vg, lv: rest, size: "8m", force: true
	community.general.lvol vg: vg, lv: data, snapshot: snap, size: "8m"
	community.general.lvol vg: vg, lv: snap, active: false
	community.general.lvol vg: vg, lv: rest, active: false
	community.general.lvol vg: vg, lv: rest, active: true
	community.general.lvg vg: vg, pvs: "/dev/loop0,/dev/loop1,/dev/loop2"
	ansible.builtin.setup gather_subset: ["!all", "!min", "hardware"], filter: ["ansible_lvm"]
	community.general.lvol vg: vg, lv: snap, state: absent, force: true
	community.general.lvol vg: vg, lv: data, state: absent
	community.general.lvol vg: vg, lv: data, state: absent, force: true
	community.general.lvg vg: vg, pvs: "/dev/loop0,/dev/loop1"
	community.general.lvg vg: vg, state: absent
	community.general.lvg vg: vg, state: absent, force: true
	community.general.lvg vg: vg, state: absent, force: true
	T
} >$play
ansible-playbook -i localhost, $play >/run/clients.json 2>/run/clients.err
/usr/bin/python3 - <<'P' || { tail -n 20 /run/clients.err /run/clients.json; exit 1; }
import json
told = open("/run/clients.json").read()
for task in json.loads(told[told.index("{"):])["plays"][0]["tasks"]:
    host = task["hosts"]["localhost"]
    keep = {k: host[k] for k in ("changed", "failed", "msg", "rc", "err", "ansible_facts") if k in host}
    print(task["task"]["name"], json.dumps(keep, sort_keys=True))
P
