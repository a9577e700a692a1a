import { captureCommand, captureWords } from '../../adapters/capture/capture-words.ts';
import { observe } from '../../adapters/docker/observe.ts';
import type { Probe } from '../../adapters/docker/probe/open-probe.ts';
import { openDraft } from '../../adapters/files/draft.ts';
import { labError } from '../../base/lab-error.ts';
import type { LabDefinition } from '../../model/definition/lab-definition.ts';
import { bridgeName, objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { standingPlan } from '../status.ts';
import type { Workbench } from '../workbench.ts';
import { openVerbProbe, type ProbePlace } from './verb-probe.ts';

/** Whose traffic to capture, where to, and for how long (ms); without that, until Ctrl-C. */
export interface CaptureRequest extends ProbePlace {
  readonly definition: LabDefinition;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly file: string;
  readonly within: number | undefined;
}

/** A capture that is written. */
export interface Captured {
  readonly team: TeamNumber;
  readonly file: string;
  /** Null where the end came too suddenly to count. */
  readonly packets: number | null;
  readonly dropped: number | null;
  readonly ms: number;
  /** Because the time was up, because Ctrl-C said so, or because something took the probe away. */
  readonly ended: 'time' | 'asked' | 'cut';
}

/** To see packets; tcpdump won't start unless it may become the user that it is. */
const CAPABILITIES = ['NET_RAW', 'SETGID', 'SETUID'];

const MEMORY = 128 * 1024 ** 2;

/**
 * Writes everything that passes on a team's network to a file: on the bridge, as two phones send
 * their voice straight to each other and the PBX never sees it. Ctrl-C is one way to end well.
 */
export async function capture(bench: Workbench, request: CaptureRequest): Promise<Captured> {
  const { team, file, within, prefix } = request;
  await using draft = await openDraft(file);
  await using probe = await openVerbProbe(bench, request, {
    ...{ prefix, team, verb: 'capture', name: objectNames(prefix, team).probe },
    command: captureCommand(await bridgeOf(request)),
    ...{ network: 'host', capabilities: CAPABILITIES, user: 'root', memory: MEMORY },
  });
  const words = captureWords(probe.errors);
  const written = draft.fill(probe.output);
  // Its failure is met below, wherever the capture is by then.
  written.catch(() => undefined);
  if (!(await Promise.race([words.begun, failureOf(written)]))) {
    throw labError('capture-failed', { team, said: (await words.ended).said });
  }
  const { now } = bench.clock;
  const began = now();
  bench.emit({ type: 'capturing', team, file });
  const ended = await untilOver(bench, { within, probe, written });
  probe.input.end();
  await written;
  const { packets, dropped } = await words.ended;
  await draft.keep();
  return { team, file, packets, dropped, ms: now() - began, ended };
}

/** The bridge of the team's network in the engine; a team that isn't up is a `team-not-up` error. */
async function bridgeOf({ connection, definition, prefix, team }: CaptureRequest): Promise<string> {
  const { network } = await standingPlan({ connection, definition, prefix }, team);
  const { networks } = await observe(connection, prefix);
  const found = networks.find(({ name }) => name === network.name);
  if (found === undefined) throw labError('team-not-up', { team });
  return bridgeName(found.id);
}

interface Running {
  readonly within: number | undefined;
  readonly probe: Probe;
  readonly written: Promise<void>;
}

/** Waits for the first of: the time is up, the person has enough, the probe is gone, the disk is full. */
async function untilOver(
  { clock, signal }: Workbench,
  { within, probe, written }: Running,
): Promise<Captured['ended']> {
  const over = new AbortController();
  const ends = [
    asked(signal),
    probe.gone.then(() => 'cut' as const),
    failureOf(written),
    ...(within === undefined ? [] : [timeUp(clock.wait(within, over.signal))]),
  ];
  try {
    return await Promise.race(ends);
  } finally {
    over.abort();
  }
}

function asked(signal: AbortSignal): Promise<'asked'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('asked');
    else signal.addEventListener('abort', () => resolve('asked'), { once: true });
  });
}

/** Resolves when the time is up; a wait that is called off says nothing. */
function timeUp(wait: Promise<void>): Promise<'time'> {
  return new Promise((resolve) => {
    wait.then(
      () => resolve('time'),
      () => undefined,
    );
  });
}

/** Rejects when the work fails, and never resolves. */
function failureOf(work: Promise<void>): Promise<never> {
  return new Promise((_, reject) => {
    work.catch(reject);
  });
}
