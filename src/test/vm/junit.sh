#!/bin/bash
# junit.sh CHECKOUT [CLASS[#METHOD]]: runs a test class, or all that are tagged "kernel" inside the
# virtual machine: with udevd those that are tagged "udev" too, without it the others and the core of
# the checks of whole commands. Reports in JUnit's XML form go to the host's output folder.
checkout=$1 selected=${2-}
cd "$checkout/lvm-dm" || exit 125
reports=/vm/host/out
tag='kernel & !udev'
[[ ! -e /run/udev/control ]] || tag='kernel & udev'
select=(--scan-classpath=target/test-classes --include-tag="$tag")
if [[ $selected == *#* ]]; then
	select=(--select-method="$selected")
elif [[ $selected ]]; then
	select=(--select-class="$selected")
fi
java -XX:UseAVX=2 -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx512m \
	-cp "target/test-classes:target/classes:$(<target/test.classpath)" \
	org.junit.platform.console.ConsoleLauncher execute "${select[@]}" \
	--details=tree --details-theme=ascii --disable-banner --disable-ansi-colors --reports-dir="$reports"
status=$?
if [[ ! $selected && ! -e /run/udev/control ]]; then
	cd "$checkout/src/test/vm" || exit 125
	./live-io.sh 4 || status=1
	./killed.sh 0 6 || status=1
fi
exit $status
