import type { Connection } from '../connection.ts';
import { execBytes } from '../exec.ts';

/**
 * Captures what passes in a room from before its phones start. Everybody in a room is at home on one
 * machine, so everything goes over `lo`; softphones are steered over 127.0.0.1. `ulimit`: in blocks
 * of 512 bytes, so that a dial plan that goes round in circles fills no disk. `-s`, `-B`: the kernel
 * has room for a thousand packets; without them, for 32, and a busy machine drops some.
 */
export const START_CAPTURE = `ulimit -f 65536
tcpdump -Z root -n -U --immediate-mode -s 8192 -B 8192 -i lo -w /run/room.pcap 'not net 127' \\
    </dev/null >/dev/null 2>/run/room.said &
looks=100
until grep -q 'listening on' /run/room.said || [ $looks -eq 0 ]; do
    looks=$((looks - 1))
    sleep 0.01
done`;

const END_CAPTURE = `pkill -INT -x tcpdump
while pgrep -x tcpdump >/dev/null; do sleep 0.01; done
cat /run/room.pcap`;

/** Ends a room's capture and returns it, as pcap; empty where there is none. */
export async function takeCapture(connection: Connection, net: string): Promise<Buffer> {
  const command = ['sh', '-c', END_CAPTURE];
  const { stdout } = await execBytes(connection, { container: net, command });
  return stdout;
}
