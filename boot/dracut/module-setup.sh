#!/bin/bash
# Module of dracut: takes jlvm and its runtime along, and puts it in place of the lvm that dracut's
# own module "lvm" brings, whose hooks and rules then use it. scripts/install fills in where it is.
library=@LIBRARY@

check() {
  [[ -x $library/lvm && -r $library/launch ]] || return 1
  return 0
}

depends() {
  echo lvm
}

installkernel() {
  hostonly='' instmods dm_mod dm_snapshot dm_mirror dm_raid raid1
}

install() {
  local file
  # shellcheck disable=SC2154
  "$library/copy-runtime" "$library" "$initdir" || return 1
  while read -r file; do
    inst_libs "$file"
  done < <("$library/copy-runtime" --needs "$library")
  inst_multiple sh
  inst_rules 69-dm-lvm.rules
}
