/** Where the script works; tests keep it away from the machine's own files. */
export interface ScriptPlaces {
  readonly policy: string;
  readonly lock: string;
}

const PLACES: ScriptPlaces = {
  policy: '/usr/sbin/policy-rc.d',
  lock: '/run/lab-packages.lock',
};

/**
 * A shell script that installs the packages in its arguments and lets none of their services start.
 * It undoes its own changes by a trap, and those of a run that lost power at its next start. What
 * apt prints goes through `relay`, so that apt isn't cut off when the tool that reads it dies.
 */
export function installScript({ policy, lock }: ScriptPlaces = PLACES): string {
  return `
set -u
policy='${policy}'
kept=$policy.kept-by-lab
mark='# written by lab while it installs packages: services stay off'
restore() {
  if grep -qsxF "$mark" "$policy"; then rm -f "$policy"; fi
  if [ -e "$kept" ] || [ -L "$kept" ]; then mv -f "$kept" "$policy"; fi
}
relay() {
  trap '' PIPE
  while IFS= read -r line; do printf '%s\\n' "$line" 2>/dev/null || :; done
}
is_installed() { [ "$(dpkg-query -W -f='\${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
exec 9>'${lock}'
flock 9
restore
fresh=
is_installed docker.io || fresh="$fresh docker.service docker.socket"
is_installed containerd || fresh="$fresh containerd.service"
trap restore EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
if [ -e "$policy" ] || [ -L "$policy" ]; then mv -f "$policy" "$kept"; fi
printf '#!/bin/sh\\n%s\\nexit 101\\n' "$mark" >"$policy"
chmod 755 "$policy"
exec 3>&1
status=$({
  {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 LC_ALL=C.UTF-8 apt-get \\
      -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confdef \\
      -o Dpkg::Options::=--force-confold \\
      install --yes --no-install-recommends --no-remove --no-upgrade "$@" \\
      </dev/null 2>&1 3>&- 4>&- 9>&-
    echo $? >&4
  } | relay >&3
} 4>&1)
if [ "$status" = 0 ] && command -v systemctl >/dev/null; then
  for unit in $fresh; do
    systemctl disable --quiet "$unit" >/dev/null 2>&1 || :
  done
fi
exit "\${status:-1}"
`;
}
