import { LabError } from '../../../base/lab-error.ts';
import { writeWave } from '../../../model/audio/wave.ts';
import { MOST } from '../../../model/proof/bounds.ts';
import { cutRecord, type TryRecord } from '../../../model/proof/cut-record.ts';
import type { Proof, ProofKeeper } from '../../../model/proof/proof.ts';
import { proofOf } from '../../../model/proof/proof-of.ts';
import type {
  HeardSound,
  RoomRecord,
  RoomTry,
  SpoolMessage,
} from '../../../model/proof/room-record.ts';

const RATE = 8_000;

/** Makes the proof of each try in a room, in their order, and writes the files that they name. */
export async function makeProofs(
  tries: readonly RoomTry[],
  record: RoomRecord,
  keeper: ProofKeeper | null,
): Promise<readonly Proof[]> {
  const records = cutRecord(record, tries);
  const files = new Map<HeardSound | SpoolMessage, string>();
  if (keeper !== null) {
    for (const [index, own] of records.entries()) {
      await keepFiles(tries[index]?.label ?? '', own, { keeper, files });
    }
  }
  return tries.map((one, index) => proofOf(one, records[index] ?? NOTHING, files));
}

const NOTHING: TryRecord = { calls: null, log: [], heard: [], messages: [] };

interface Keeping {
  readonly keeper: ProofKeeper;
  readonly files: Map<HeardSound | SpoolMessage, string>;
}

async function keepFiles(
  label: string,
  { heard, messages }: TryRecord,
  { keeper, files }: Keeping,
): Promise<void> {
  const used = new Map<string, number>();
  const keep = async (of: HeardSound | SpoolMessage, name: string, content: Uint8Array) => {
    if (files.has(of)) return;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    const numbered = count === 1 ? name : `${name}-${count}`;
    // A file that can't be written costs a proof, not a mark.
    const file = await keeper.keep(`${numbered}.wav`, content).catch((error: unknown) => {
      if (error instanceof LabError) return null;
      throw error;
    });
    if (file !== null) files.set(of, file);
  };
  for (const sound of heard.filter(({ samples }) => samples.length > 0).slice(0, MOST.recordings)) {
    const { extension, samples } = sound;
    const wave = writeWave(samples.subarray(0, MOST.seconds * RATE));
    await keep(sound, `${label}-${safe(extension)}`, wave);
  }
  for (const message of messages.slice(0, MOST.voicemail)) {
    if (message.sound === null) continue;
    await keep(message, `${label}-message-${safe(message.path)}`, message.sound);
  }
}

/** A name that does no harm in a file's name: students name contexts and boxes. */
function safe(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '-').slice(0, 60);
}
