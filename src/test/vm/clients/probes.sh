# What programs ask before they begin.
for wanted in 'lvm help|fullreport' 'vgcreate --help|--setautoactivation' 'lvs --help|-S' 'lvm segtypes|striped' 'lvm version|LVM version:'; do
	${wanted%%|*} 2>&1 | grep -q -e "${wanted#*|}" && echo "$wanted"
done
version=$(lvm version | sed -n 's/^  LVM version: *\([0-9.]*\).*/\1/p')
[ "$(printf '%s\n' 2.03.16 "$version" | sort -V | tail -n 1)" = "$version" ] && echo "version is new enough"
