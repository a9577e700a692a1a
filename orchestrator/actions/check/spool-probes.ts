import { lookAtSpool, putMessage } from '../../adapters/pbx/spool.ts';
import { pollUntil } from '../../base/poll-until.ts';
import type { FoundMessage, Probes } from '../../grading/probes.ts';
import { signatureWave } from '../../model/audio/signature-wave.ts';
import { messagesBefore } from '../../model/voicemail/message.ts';
import { readIn, runIn } from '../run-in.ts';
import { latestLook } from './latest-look.ts';
import type { LiveLab } from './live-lab.ts';

/** How long a message is that is put into a box by hand (seconds). */
const ARRANGED_SECONDS = 2;

/** The probes that read and write the spool. */
export type SpoolProbes = Pick<Probes, 'arrange' | 'messages' | 'lastSeen'>;

/** What checks may do to the voicemail spool of a team's exchange. */
export function spoolProbes(
  { plan, access, voices, since, calm }: LiveLab,
  signal: AbortSignal,
): SpoolProbes {
  const run = runIn(access.connection, plan.pbx.container);
  const read = readIn(access.connection, plan.pbx.container);
  // Several checks look at once, and each goes by what was seen last.
  const { look, seen: lastSeen } = latestLook(async (): Promise<readonly FoundMessage[]> => {
    await calm;
    const { fresh, all } = await lookAtSpool(read, since());
    return fresh.flatMap(({ sound, text: _text, ...message }) => {
      const found = sound === null ? null : voices.whose(sound);
      return found === null ? [] : [{ ...message, ...found, before: messagesBefore(message, all) }];
    });
  }, []);
  return {
    arrange: async ({ context, mailbox, voice }) => {
      await calm;
      const sound = signatureWave(voices.of(voice), ARRANGED_SECONDS);
      return putMessage(run, { context, mailbox, caller: mailbox, sound });
    },
    messages: async (enough, within) => {
      const { seen } = await pollUntil(look, enough, { clock: access.clock, within, signal });
      return seen;
    },
    lastSeen,
  };
}
