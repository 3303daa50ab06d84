# Starting daemons, and ending them by their recorded process ids. Sourced by ../swift and ../ceph, which set "daemons".

# Makes the daemon the leader of a process group, so that its workers end with it.
launch() { # NAME COMMAND...
  local name=$1
  shift
  SERVER_DAEMON=$home/$name setsid "$@" </dev/null >>"$logs/$name.log" 2>&1 9>&- &
  echo $! >"$pids/$name"
  # Without its mark, which comes with the command, pid_of would take it for ended.
  until pid_of "$name" >/dev/null || ! kill -0 $! 2>/dev/null; do sleep 0.01; done
}

# A recorded number may belong to somebody else by now: only the mark from launch makes it ours.
pid_of() { # NAME
  local pid
  [ -s "$pids/$1" ] && pid=$(<"$pids/$1") &&
    grep -qzxF "SERVER_DAEMON=$home/$1" "/proc/$pid/environ" 2>/dev/null && echo "$pid"
}

all_run() {
  local name
  for name in "${daemons[@]}"; do pid_of "$name" >/dev/null || return 1; done
}

end_daemons() {
  local name pid group groups='' deadline=$((SECONDS + 20))
  for name in "${daemons[@]}"; do
    if pid=$(pid_of "$name"); then
      kill -TERM -- "-$pid" && groups+=" -$pid"
    fi
    rm -f "$pids/$name"
  done
  for group in $groups; do
    while kill -0 -- "$group" 2>/dev/null; do
      if [ $SECONDS -ge $deadline ]; then kill -KILL -- "$group" || true; fi
      sleep 0.1
    done
  done
}

# Ends what a failed start has begun, and leaves the logs.
give_up() { # MESSAGE
  end_daemons
  wipe_storage
  die "$1"
}

wait_until() { # WHAT NAME COMMAND...
  local what=$1 log=$logs/$2.log name deadline=$((SECONDS + 120))
  shift 2
  until "$@"; do
    for name in "${daemons[@]}"; do
      # what comes later was not begun yet
      [ ! -e "$pids/$name" ] || pid_of "$name" >/dev/null || give_up "$name ended; see $logs/$name.log"
    done
    [ $SECONDS -lt $deadline ] || give_up "$what does not answer; see $log"
    sleep 0.1
  done
}
