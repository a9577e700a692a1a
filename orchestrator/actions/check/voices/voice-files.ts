import { putFiles } from '../../../adapters/docker/container-files.ts';
import { arrangedVoice, knownVoice, messageVoice } from '../../../grading/probes.ts';
import type { TarEntry } from '../../../model/archives/tar.ts';
import { signatureWave } from '../../../model/audio/signature-wave.ts';
import type { LinePlan, StationPlan, TeamPlan } from '../../../model/numbering/team-plan.ts';
import { PHONE_USER } from '../../../model/topology/desired.ts';
import type { PhoneAccess } from '../../phones/open-phones.ts';
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

/** The names of all voices that a run on a team's lab can have, in the order in which they are drawn. */
export function voiceNames({ stations }: TeamPlan): readonly string[] {
  const extensions = stations.flatMap(({ lines }) => lines.map(({ extension }) => extension));
  return extensions.flatMap((extension) =>
    [callVoice, messageVoice, arrangedVoice, knownVoice].map((nameOf) => nameOf(extension)),
  );
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
