import { createHash } from 'node:crypto';
import { labError } from '../../../base/lab-error.ts';

/** Every place and name of the embedded engine, all derived from the state folder. */
export interface EmbeddedPaths {
  readonly root: string;
  readonly data: string;
  readonly exec: string;
  readonly config: string;
  readonly socket: string;
  readonly pidFile: string;
  readonly log: string;
  /** Beside the root, so that a purge can hold it. */
  readonly lock: string;
  readonly namespace: string;
  readonly namespaceFile: string;
  /** The cgroup above everything the engine runs, below the root of each hierarchy. */
  readonly cgroup: string;
}

/** What a Unix socket's path may measure: 108 bytes with the closing zero (unix(7)). */
const LONGEST_SOCKET = 107;

/** The places of the embedded engine of one state folder. */
export function embeddedPaths(stateFolder: string): EmbeddedPaths {
  const root = `${stateFolder}/engine`;
  const name = `lab-engine-${createHash('sha256').update(stateFolder).digest('hex').slice(0, 6)}`;
  const exec = `${root}/exec`;
  return {
    root,
    data: `${root}/data`,
    exec,
    config: `${root}/dockerd.json`,
    socket: `${root}/docker.sock`,
    pidFile: `${root}/dockerd.pid`,
    log: `${root}/dockerd.log`,
    lock: `${stateFolder}/engine.lock`,
    namespace: name,
    namespaceFile: `/run/netns/${name}`,
    cgroup: name,
  };
}

/**
 * Refuses a state folder too deep for sockets. containerd's own has the longest path, and fails
 * with a riddle when it doesn't fit.
 */
export function refuseLongPaths({ exec }: EmbeddedPaths): void {
  const path = `${exec}/containerd/containerd.sock.ttrpc`;
  const bytes = Buffer.byteLength(path);
  if (bytes <= LONGEST_SOCKET) return;
  throw labError('engine-path-too-long', { path, bytes, most: LONGEST_SOCKET });
}
