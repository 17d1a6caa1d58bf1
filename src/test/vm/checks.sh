# shellcheck shell=bash
# For checks that run in the virtual machine: `scripts/vm run src/test/vm/NAME.sh`. A line "PASS WHAT"
# or "FAIL WHAT: why" each; the script ends with `finish`.
failures=0
output=

# expect STATUS COMMAND...: runs it, keeps what it says in $output
expect() {
	local wanted=$1 status
	shift
	output=$("$@" 2>&1 </dev/null)
	status=$?
	if [[ $status == "$wanted" ]]; then
		echo "PASS $*"
	else
		failures=$((failures + 1))
		echo "FAIL $*: status $status, not $wanted"
		sed 's/^/    /' <<<"$output"
	fi
}

# says TEXT: the last command's output has it
says() {
	if [[ $output == *"$1"* ]]; then
		echo "PASS   says $1"
	else
		failures=$((failures + 1))
		echo "FAIL   does not say $1"
		sed 's/^/    /' <<<"$output"
	fi
}

# holds WHAT COMMAND...: the command succeeds
holds() {
	local what=$1
	shift
	if "$@" >/dev/null 2>&1; then
		echo "PASS   $what"
	else
		failures=$((failures + 1))
		echo "FAIL   $what"
	fi
}

finish() {
	[[ $failures == 0 ]] && exit 0
	echo "$failures failed"
	exit 1
}
