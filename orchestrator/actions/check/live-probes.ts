import { awaitBoot } from '../../adapters/pbx/readiness.ts';
import { consult } from '../../adapters/softphone/dialogues/consult.ts';
import { leaveMessage } from '../../adapters/softphone/dialogues/leave-message.ts';
import type { Party } from '../../adapters/softphone/dialogues/phone.ts';
import { placeCall } from '../../adapters/softphone/dialogues/place-call.ts';
import { reach } from '../../adapters/softphone/dialogues/reach.ts';
import { messageVoice, type Probes } from '../../grading/probes.ts';
import { usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import { runIn } from '../run-in.ts';
import { intrude } from './guest-line.ts';
import type { LiveLab } from './live-lab.ts';
import type { LiveLine } from './live-line.ts';
import { type SpoolProbes, spoolProbes } from './spool-probes.ts';
import { callVoice, voiceFile } from './voice-files.ts';

/** What checks may do to a team's lab as it stands: with its own phones, on its own exchange. */
export function liveProbes(lab: LiveLab, signal: AbortSignal): Probes {
  const { plan, access, since, random, inUse } = lab;
  const run = runIn(access.connection, plan.pbx.container);
  return {
    since,
    random,
    inUse,
    boot: async () => {
      const readiness = await awaitBoot(run);
      return { state: readiness.state, log: readiness.state === 'dead' ? readiness.log : [] };
    },
    ...accountProbes(lab, signal),
    ...phoneProbes(lab, signal),
    ...spoolProbes(lab, signal),
  };
}

type AccountProbes = Pick<Probes, 'register' | 'intrude'>;
type PhoneProbes = Omit<
  Probes,
  keyof AccountProbes | keyof SpoolProbes | 'boot' | 'since' | 'random' | 'inUse'
>;

function accountProbes(lab: LiveLab, signal: AbortSignal): AccountProbes {
  const { plan, access, random, templates } = lab;
  const account = (extension: string, secret: string) =>
    accountLine({ extension, secret }, plan.pbx.address);
  return {
    register: async (extension) => {
      const user = usersOf(plan).find((candidate) => candidate.extension === extension);
      const own = account(extension, user?.secret ?? '');
      return { extension, status: await lineOf(lab, extension).register(own, signal) };
    },
    intrude: (extension, number) => {
      const { station, line } = lineOf(lab, extension);
      const wrong = account(extension, `${Math.floor(random() * 1e9).toString(36)}-wrong`);
      return intrude(access, templates, { station, line, account: wrong, number, signal });
    },
  };
}

function phoneProbes(lab: LiveLab, signal: AbortSignal): PhoneProbes {
  const { voices } = lab;
  const party = (extension: string, voice: string): Party => {
    const { phone, line } = lineOf(lab, extension);
    return { ...phone, voice: { path: voiceFile(line, voice), signature: voices.of(voice) } };
  };
  const clientOf = (extension: string) => lineOf(lab, extension).client;
  return {
    call: ({ caller, callee, hangUpBy }) =>
      placeCall({
        caller: party(caller, callVoice(caller)),
        callee: party(callee, callVoice(callee)),
        number: callee,
        hangUpBy,
        signal,
      }),
    reach: (caller, callee) =>
      reach({ caller: clientOf(caller), callee: clientOf(callee), number: callee, signal }),
    leaveMessage: ({ caller, callee, manner, ringAtMost }) =>
      leaveMessage({
        caller: party(caller, messageVoice(caller)),
        callee: clientOf(callee),
        number: callee,
        manner,
        ringAtMost,
        signal,
      }),
    consult: ({ caller, number, steps, voice }) =>
      consult({
        caller: party(caller, callVoice(caller)),
        number,
        steps,
        message: voices.of(voice),
        signal,
      }),
  };
}

function lineOf({ lines }: LiveLab, extension: string): LiveLine {
  const found = lines.find(({ line }) => line.extension === extension);
  if (found === undefined) throw new TypeError(`no softphone for line ${extension}`);
  return found;
}
