# Where Swift keeps its data, and what it is told. Sourced by ../swift.

data=$SWIFT_HOME/data

# Swift keeps metadata in extended attributes. It needs a good 4 KB, which is what ext4 just can't take.
takes_metadata() { # DIRECTORY
  $python - "$1" 2>/dev/null <<'P'
import os, sys, tempfile
with tempfile.NamedTemporaryFile(dir=sys.argv[1]) as file:
    os.setxattr(file.name, 'user.test', bytes(16384))
P
}

has_room() { [ "$(df --output=avail -k "$1" | tail -n 1)" -gt 1000000 ]; }

make_storage() {
  if [ -d /dev/shm ] && has_room /dev/shm && takes_metadata /dev/shm; then
    ln -s "$(mktemp -d /dev/shm/multi-cloud-mirror-swift.XXXXXX)" "$data"
  else
    mkdir "$data"
    if mount -t tmpfs swift "$data" 2>/dev/null && ! takes_metadata "$data"; then umount "$data"; fi
    takes_metadata "$data" || echo "swift: $data can't store much metadata per object" >&2
  fi
  mkdir "$data/disk"
}

wipe_storage() {
  if [ -L "$data" ]; then
    rm -rf "$(readlink "$data")"
  elif mountpoint -q "$data"; then
    umount "$data"
  fi
  rm -rf "$data" "$properties"
}

configure() {
  local kind port
  fill_in swift MAX_FILE_SIZE="${SWIFT_MAX_FILE_SIZE:+max_file_size = $SWIFT_MAX_FILE_SIZE}" >"$etc/swift.conf"
  for kind in account container object; do
    port=${kind}_port
    fill_in storage-server KIND=$kind PORT="${!port}" HOME="$SWIFT_HOME" >"$etc/$kind-server.conf"
  done
  fill_in proxy-server BIND="$bind" PORT="$SWIFT_PORT" HOME="$SWIFT_HOME" TOKEN_LIFE="$SWIFT_TOKEN_LIFE" \
    KEYSTONE_PORT=$keystone_port MEMCACHED_PORT=$memcached_port >"$etc/proxy-server.conf"
  fill_in keystone PORT=$keystone_port IDENTITY="$identity" TOKEN_LIFE="$SWIFT_TOKEN_LIFE" >"$etc/keystone.conf"
  $python -s "$here/lib/rings.py" "$etc" account=$account_port container=$container_port object=$object_port
}

# Nothing changes the users and the catalog, so they may outlive a stop.
make_identity() {
  [ ! -e "$identity/complete" ] || return 0
  rm -rf "$identity"
  mkdir "$identity"
  $python -s "$here/lib/keystone-setup.py" "$etc/keystone.conf" "$keystone_url" "$proxy_url" \
    >"$logs/keystone-setup.log" 2>&1 || give_up "Keystone has no users; see $logs/keystone-setup.log"
  touch "$identity/complete"
}
