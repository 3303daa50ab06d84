# The commands for machines with Docker instead of Debian. Sourced by ../swift, which runs itself in the container.

image=debian:12
container_id=$SWIFT_HOME/container.id
docker_log=$SWIFT_HOME/docker.log

has_docker() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }

is_container_up() {
  [ -s "$container_id" ] && [ "$(docker inspect -f '{{.State.Running}}' "$(<"$container_id")" 2>/dev/null)" = true ]
}

install_in_docker() { docker pull -q "$image"; }

# The working directory has the same path inside, so the paths in doors.properties hold outside, too.
start_in_docker() {
  local deadline=$((SECONDS + 900)) ports=$SWIFT_PORT-$identity_port
  mkdir -p "$SWIFT_HOME"
  if is_container_up && [ -e "$properties" ]; then
    print_doors
    return
  fi
  stop_in_docker
  docker run -d --init --shm-size 2g -p "127.0.0.1:$ports:$ports" \
    -v "$here:/servers:ro" -v "$SWIFT_HOME:$SWIFT_HOME" \
    -e SWIFT_HOME -e SWIFT_PORT -e SWIFT_MAX_FILE_SIZE -e SWIFT_TOKEN_LIFE -e SWIFT_BIND=0.0.0.0 \
    "$image" /servers/swift run >"$container_id" 2>"$docker_log" || die "no container; see $docker_log"
  until [ -e "$properties" ]; do
    if ! is_container_up || [ $SECONDS -ge $deadline ]; then
      docker logs "$(<"$container_id")" >>"$docker_log" 2>&1 || true
      stop_in_docker
      die "Swift did not come up in its container; see $docker_log"
    fi
    sleep 1
  done
  print_doors
}

stop_in_docker() {
  if [ -s "$container_id" ]; then
    docker stop -t 30 "$(<"$container_id")" >/dev/null 2>&1 || true
    docker rm -f "$(<"$container_id")" >/dev/null 2>&1 || true
  fi
  rm -f "$container_id" "$properties"
}

status_in_docker() {
  is_container_up || die "no container runs"
  docker exec "$(<"$container_id")" /servers/swift status
}

run_in_docker() { die "run is for Debian; use start" 3; }
