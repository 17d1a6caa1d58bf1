# shellcheck shell=bash
# For checks that run in the virtual machine: `scripts/vm run src/test/vm/NAME.sh`. A line "PASS WHAT"
# or "FAIL WHAT: why" each; the script ends with `finish`.
failures=0
output=

passed() {
	echo "PASS $1"
	outcomes+=("PASS ${1#  }")
}

# failed WHAT [TEXT]
failed() {
	failures=$((failures + 1))
	echo "FAIL $1"
	[[ ! ${2-} ]] || sed 's/^/    /' <<<"$2"
	outcomes+=("FAIL ${1#  }")
}

# skipped WHAT: why
skipped() {
	echo "SKIP $1"
	outcomes+=("SKIP $1")
}

# expect STATUS COMMAND...: runs it, keeps what it says in $output
expect() {
	local wanted=$1 status
	shift
	output=$("$@" 2>&1 </dev/null)
	status=$?
	if [[ $status == "$wanted" ]]; then
		passed "$*"
	else
		failed "$*: status $status, not $wanted" "$output"
	fi
}

# says TEXT: the last command's output has it
says() {
	if [[ $output == *"$1"* ]]; then
		passed "  says $1"
	else
		failed "  does not say $1" "$output"
	fi
}

# holds WHAT COMMAND...: the command succeeds
holds() {
	local what=$1 said
	shift
	if said=$("$@" 2>&1); then
		passed "  $what"
	else
		failed "  $what" "$said"
	fi
}

# works COMMAND...: as `expect 0`, but tells failures only, as for what is done a hundred times
works() {
	local status=0
	output=$("$@" 2>&1 </dev/null) || status=$?
	[[ $status == 0 ]] || failed "$*: status $status" "$output"
}

# within SECONDS COMMAND...: until it succeeds
within() {
	local end=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		((SECONDS < end)) || return 1
		sleep 0.1
	done
}

report() {
	local name outcome text
	name=$(basename "$0" .sh)
	echo "<testsuite name=\"$name\" tests=\"${#outcomes[@]}\" failures=\"$failures\">"
	for outcome in "${outcomes[@]}"; do
		text=$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/"/\&quot;/g' <<<"${outcome#* }" | tr -d '\000-\010\013-\037')
		case $outcome in
		PASS*) echo "<testcase classname=\"$name\" name=\"$text\"/>" ;;
		FAIL*) echo "<testcase classname=\"$name\" name=\"$text\"><failure/></testcase>" ;;
		SKIP*) echo "<testcase classname=\"$name\" name=\"$text\"><skipped message=\"$text\"/></testcase>" ;;
		esac
	done
	echo "</testsuite>"
}

finish() {
	[[ ! -d /vm/host/out ]] || report >"/vm/host/out/TEST-$(basename "$0" .sh).xml"
	[[ $failures == 0 ]] && exit 0
	echo "$failures failed"
	exit 1
}
