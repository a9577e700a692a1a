import type { RunInPbx } from './run.ts';

/** One account as chan_sip sees it; `host` is null while no phone is registered for it. */
export interface Peer {
  readonly name: string;
  readonly host: string | null;
}

/** What Asterisk said of its peers; null when no Asterisk answered, in words when there is none. */
export type Peers = readonly Peer[] | 'not-installed' | null;

/** The shell's own exit status for a command that it doesn't find. */
const NOT_FOUND = 127;

/** Asks Asterisk which accounts it has and who is registered. */
export async function readPeers(run: RunInPbx): Promise<Peers> {
  const { code, stdout } = await run(['sh', '-c', 'asterisk -rx "sip show peers"']);
  return code === NOT_FOUND ? 'not-installed' : parsePeers(stdout);
}

/**
 * Reads what `sip show peers` prints: a heading, a line a peer, a summary. Null when it isn't that
 * (no Asterisk: "Unable to connect"; the exit status can't be trusted, it is 0 for most troubles).
 */
export function parsePeers(text: string): readonly Peer[] | null {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => line.startsWith('Name/username'));
  if (heading === -1) return null;
  return lines.slice(heading + 1).flatMap((line) => {
    const [, name, host] = /^(\S+)\s+(\S+)/.exec(line) ?? [];
    if (name === undefined || host === undefined || /^\d+ sip peers/.test(line)) return [];
    return [{ name: name.split('/')[0] ?? name, host: host === '(Unspecified)' ? null : host }];
  });
}
