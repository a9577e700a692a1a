import { readlinkSync } from 'node:fs';
import { kill } from 'node:process';
import type { ProcessIdentity } from '../../base/surroundings.ts';
import { isDead } from './embedded/processes.ts';
import { readText } from './read-machine.ts';

/** Tells who we are; what Linux alone can say stays empty elsewhere. */
export function processIdentity(
  known: Pick<ProcessIdentity, 'user' | 'host' | 'pid'>,
): ProcessIdentity {
  const [, bootTime] = /^btime (\d+)$/m.exec(readText('/proc/stat') ?? '') ?? [];
  return {
    ...known,
    boot: (readText('/proc/sys/kernel/random/boot_id') ?? '').trim(),
    bootTime: Number(bootTime ?? 0),
    namespace: ownNamespace(),
    started: startOf(readText('/proc/self/stat') ?? ''),
  };
}

/** True while the process that began at this time lives, zombies left out. */
export function processLives({ pid, started }: Pick<ProcessIdentity, 'pid' | 'started'>): boolean {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat !== undefined) return !isDead(stat) && startOf(stat) === started;
  try {
    return kill(pid, 0);
  } catch (error) {
    // Another user's process may be hidden; it is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat. The name, field 2 in brackets, may hold anything. */
function startOf(stat: string): string {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function ownNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
