import { putFiles } from '../../adapters/docker/container-files.ts';
import { messageVoice } from '../../grading/probes.ts';
import type { TarEntry } from '../../model/archives/tar.ts';
import { signatureWave } from '../../model/audio/signature-wave.ts';
import type { LinePlan, StationPlan } from '../../model/numbering/team-plan.ts';
import { PHONE_USER } from '../../model/topology/desired.ts';
import type { PhoneAccess } from '../phones/open-phones.ts';
import type { Voices } from './voices.ts';

/**
 * A voice that ended would end the call (baresip 1), so it is longer than any call of a check: the
 * whole ring, a greeting to its end and a message.
 */
const VOICE_SECONDS = 90;

/** The voice that an extension has in calls. */
export function callVoice(extension: string): string {
  return `${extension}/call`;
}

/** Where a station has one of a line's voices. */
export function voiceFile({ slot }: LinePlan, voice: string): string {
  return `/lines/${slot}/${voice.split('/').at(-1)}.wav`;
}

/** Puts the voices of a station's lines into it: one for calls, another one for messages. */
export async function putVoices(
  { connection }: PhoneAccess,
  { container, lines }: StationPlan,
  voices: Voices,
): Promise<void> {
  const files = lines.flatMap((line): TarEntry[] =>
    [callVoice(line.extension), messageVoice(line.extension)].map((voice) => ({
      path: voiceFile(line, voice),
      content: signatureWave(voices.of(voice), VOICE_SECONDS),
      owner: PHONE_USER,
    })),
  );
  await putFiles(connection, container, files);
}
