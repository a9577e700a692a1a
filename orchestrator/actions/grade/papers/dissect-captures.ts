import { dissectBytes } from '../../../adapters/capture/dissect-bytes.ts';
import { judgingCommand } from '../../../adapters/capture/tshark.ts';
import type { Captured } from '../../../grading/capture/captured.ts';
import { troubleVerdict } from '../../../grading/trouble.ts';
import { contentHash } from '../../../model/configuration/content-hash.ts';
import { printable } from '../../../model/definition/text/printable.ts';
import { MOST_CAPTURE_BYTES, type PaperFile, type Papers } from '../../../model/evidence/papers.ts';
import { isCapture } from '../../../model/ladder/capture-format.ts';
import { isHeavy } from '../../../model/ladder/heavy-dissection.ts';
import { ladderOf } from '../../../model/ladder/ladder.ts';
import { shortenedPackets } from '../../../model/ladder/shortened.ts';
import { verdict } from '../../../model/marking/verdict.ts';
import type { Layout } from '../../../model/numbering/layout.ts';
import { openVerbProbe, type ProbePlace } from '../../capture/verb-probe.ts';
import type { Workbench } from '../../workbench.ts';

/** Where captures are dissected, and what tells one hand-in's containers from another's. */
export interface DissectionPlace extends ProbePlace {
  readonly prefix: string;
  readonly id: string;
  readonly layout: Layout;
}

/** More captures than one question has uses for. */
const MOST_CAPTURES = 12;

/** As for `lab ladder`: far more than a lesson's capture needs. */
const MEMORY = 512 * 2 ** 20;

/** Longer than tshark itself is given: then it is the engine that gives no answer (ms). */
const PATIENCE = 180_000;

/** Dissects the captures of a hand-in, each in a container without network or rights, until `enough`. */
export async function dissectCaptures(
  bench: Workbench,
  place: DissectionPlace,
  { papers, enough }: { readonly papers: Papers; readonly enough: (one: Captured) => boolean },
): Promise<readonly Captured[]> {
  const found: Captured[] = papers.oversized.map(({ path, size }) => ({
    ...{ file: printable(path), bytes: size, hash: '' },
    ...{ state: 'too-large', most: MOST_CAPTURE_BYTES },
  }));
  for (const paper of papers.captures.slice(0, MOST_CAPTURES)) {
    const captured = await captureOf(bench, place, paper);
    found.push(captured);
    if (enough(captured)) break;
  }
  return found;
}

async function captureOf(
  bench: Workbench,
  place: DissectionPlace,
  { path, bytes }: PaperFile,
): Promise<Captured> {
  const about = { file: printable(path), bytes: bytes.length, hash: contentHash(bytes) };
  if (bytes.length > MOST_CAPTURE_BYTES) {
    return { ...about, state: 'too-large', most: MOST_CAPTURE_BYTES };
  }
  if (!isCapture(bytes.subarray(0, 4))) return { ...about, state: 'no-capture' };
  try {
    const dissected = await dissection(bench, place, bytes);
    switch (dissected.ended) {
      case 'failed':
        return { ...about, state: 'unreadable', said: printable(dissected.said) };
      case 'heavy':
        return { ...about, state: 'too-heavy' };
      case 'lost':
        return { ...about, state: 'lost', why: lost(dissected.said) };
      default: {
        const { printed, ended } = dissected;
        if (isHeavy(printed)) return { ...about, state: 'too-heavy' };
        const ladder = ladderOf(printed, place.layout, ended === 'cut');
        return { ...about, state: 'dissected', ladder, shortened: shortenedPackets(printed) };
      }
    }
  } catch (error) {
    bench.signal.throwIfAborted();
    return { ...about, state: 'lost', why: troubleVerdict(error) };
  }
}

async function dissection(bench: Workbench, place: DissectionPlace, bytes: Uint8Array) {
  const { prefix, id } = place;
  await using probe = await openVerbProbe(bench, place, {
    ...{ prefix, team: null, verb: 'grade', name: (mark) => `${prefix}-dissect-${id}-${mark}` },
    ...{ command: judgingCommand(), network: 'none', capabilities: [], memory: MEMORY },
    user: 'nobody',
  });
  const over = new AbortController();
  const leave = () => probe.input.destroy();
  bench.signal.addEventListener('abort', leave, { once: true });
  const patience = bench.clock.wait(PATIENCE, over.signal).then(
    () => ({ ended: 'lost', said: 'tshark' }) as const,
    () => ({ ended: 'lost', said: 'tshark' }) as const,
  );
  try {
    const found = await Promise.race([dissectBytes(probe, bytes), patience]);
    bench.signal.throwIfAborted();
    return found;
  } finally {
    over.abort();
    bench.signal.removeEventListener('abort', leave);
  }
}

function lost(said: string) {
  return verdict('inconclusive', 'check-broken', { said });
}
