# Packages of Debian, and templates of configurations. Sourced by ../swift and ../ceph, which set "packages".

is_debian() { [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null; }

is_installed() {
  local found
  found=$(dpkg-query -W -f '${db:Status-Status}\n' "${packages[@]}" 2>/dev/null | grep -cx installed) || true
  [ "$found" = "${#packages[@]}" ]
}

install_packages() (
  if is_installed; then exit; fi
  export DEBIAN_FRONTEND=noninteractive
  apt=(apt-get -q -o DPkg::Lock::Timeout=600)
  install=("${apt[@]}" install -y --no-install-recommends "${packages[@]}")
  # Keeps the packages from starting an unconfigured server of their own.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e $policy ]; then
    trap 'rm -f $policy' EXIT
    printf '#!/bin/sh\nexit 101\n' >$policy
    chmod +x $policy
  fi
  { "${install[@]}" || { "${apt[@]}" update && "${install[@]}"; }; } >"$logs/install.log" 2>&1 ||
    die "apt-get can't install ${packages[0]}; see $logs/install.log"
)

fill_in() { # TEMPLATE NAME=VALUE...
  local text pair
  text=$(<"$here/etc/$1.conf.in")
  shift
  for pair in "$@"; do text=${text//"@${pair%%=*}@"/"${pair#*=}"}; done
  printf '%s\n' "$text"
}
