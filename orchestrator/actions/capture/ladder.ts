import { dissect, dissectCommand } from '../../adapters/capture/tshark.ts';
import { readBeginning, readStream } from '../../adapters/files/streams.ts';
import { labError } from '../../base/lab-error.ts';
import type { LabDefinition } from '../../model/definition/lab-definition.ts';
import { isCapture, TELLING_BYTES } from '../../model/ladder/capture-format.ts';
import { type Ladder, ladderOf } from '../../model/ladder/ladder.ts';
import type { Workbench } from '../workbench.ts';
import { openVerbProbe, type ProbePlace } from './verb-probe.ts';

/** Which capture to read, and the lab whose names its addresses may have. */
export interface LadderRequest extends ProbePlace {
  readonly definition: LabDefinition;
  readonly prefix: string;
  readonly file: string;
}

/** Dissecting keeps every call in mind: far more than a lesson's capture needs. */
const MEMORY = 512 * 1024 ** 2;

/** A file that can't be a capture is an error before an engine is looked for. */
export async function refuseOtherFiles(file: string): Promise<void> {
  const beginning = await readBeginning(file, TELLING_BYTES);
  if (beginning.length === 0) throw labError('capture-file-empty', { file });
  if (!isCapture(beginning)) throw labError('capture-file-wrong', { file, said: '' });
}

/**
 * Reads the SIP ladder out of a capture. Somebody else may have made the file: it is dissected in a
 * container without network, rights or a place on this machine.
 */
export async function ladder(bench: Workbench, request: LadderRequest): Promise<Ladder> {
  const { prefix, file, definition } = request;
  const content = await readStream(file);
  await using probe = await openVerbProbe(bench, request, {
    ...{ prefix, team: null, verb: 'ladder', name: (mark) => `${prefix}-ladder-${mark}` },
    ...{ command: dissectCommand(), network: 'none', capabilities: [], memory: MEMORY },
    user: 'nobody',
  });
  const leave = () => probe.input.destroy();
  bench.signal.addEventListener('abort', leave, { once: true });
  const { printed, end } = await dissect(probe, content);
  bench.signal.removeEventListener('abort', leave);
  bench.signal.throwIfAborted();
  if (end.ended === 'failed') throw labError('capture-file-wrong', { file, said: end.said });
  return ladderOf(printed, definition.layout, end.ended === 'cut');
}
