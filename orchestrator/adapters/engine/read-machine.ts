import { existsSync, readFileSync } from 'node:fs';
import type { EmbedFacts } from './packages/can-embed.ts';
import { missingPackages } from './packages/required-packages.ts';

/** What is known of the machine beforehand: Node's word for it, who runs us, where commands are. */
export interface MachineSurroundings {
  readonly platform: string;
  readonly uid: number | null;
  readonly searchPath: string;
}

/** Reads what decides which engine this machine can have. Changes nothing. */
export function readMachine(known: MachineSurroundings): EmbedFacts {
  return {
    system: known.platform,
    uid: known.uid ?? -1,
    osRelease: readText('/etc/os-release'),
    hasAptGet: existsSync('/usr/bin/apt-get'),
    mountinfo: readText('/proc/self/mountinfo') ?? '',
    missing: missingPackages(existsSync, known.searchPath),
  };
}

/** The text of a file, or undefined when it can't be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
