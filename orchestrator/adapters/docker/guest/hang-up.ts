import type { Connection } from '../connection.ts';
import { exec } from '../exec.ts';
import { GUEST_MARK } from './guest-exec.ts';

/**
 * The engine lets a command go on without its reader. This does what a line that breaks does to a
 * terminal: the whole session of the marked command is told (SIGHUP). What asked not to be (nohup) and
 * what has left the session (a server that was started) goes on; the rest is ended after two seconds.
 * The marked command is the one whose parent is outside of the container: all that it starts has its
 * mark too.
 */
const HANG_UP = `
fields() {
  read -r stat <"/proc/$1/stat" || return
  pid=$1
  set -- \${stat##*) }
  parent=$2 session=$4
}
leader=
for file in $(grep -lzxF "${GUEST_MARK}=$1" /proc/[0-9]*/environ); do
  file=\${file#/proc/}
  fields "\${file%/environ}" && [ "$parent" = 0 ] && leader=$pid
done
[ -n "$leader" ] || exit 0
members() {
  for file in /proc/[0-9]*; do
    fields "\${file#/proc/}" && [ "$session" = "$leader" ] && echo "$pid"
  done
}
wanted() {
  for pid in $(members); do
    [ "$pid" = "$leader" ] && echo "$pid" && continue
    ignored=$(sed -n 's/^SigIgn:.*\\(.\\)$/\\1/p' "/proc/$pid/status")
    case $ignored in [13579bdf]) ;; ?) echo "$pid" ;; esac
  done
}
kill -HUP $(members)
kill -CONT $(members)
looks=40
while [ $looks -gt 0 ] && [ -n "$(wanted)" ]; do
  looks=$((looks - 1))
  sleep 0.05
done
kill -KILL $(wanted)
true`;

/** Ends what runs in a container under a guest's mark, as a broken line would. */
export async function hangUp(
  connection: Connection,
  { container, mark }: { readonly container: string; readonly mark: string },
): Promise<void> {
  await exec(connection, {
    container,
    command: ['sh', '-c', `exec 2>/dev/null\n${HANG_UP}`, 'sh', mark],
  });
}
