import { askConsole, readBootLog } from '../../adapters/pbx/boot-log.ts';
import { awaitBoot, type Readiness } from '../../adapters/pbx/readiness.ts';
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
import { callVoice, voiceFile } from './voices/voice-files.ts';

/**
 * What checks may do to a team's lab as it stands: with its own phones, on its own exchange. The
 * first question for Asterisk's boot is answered by `readiness`, when somebody has just asked it.
 */
export function liveProbes(lab: LiveLab, signal: AbortSignal, readiness?: Readiness): Probes {
  let known = readiness;
  const { plan, access, since, random, inUse } = lab;
  const run = runIn(access.connection, plan.pbx.container);
  return {
    since,
    random,
    inUse,
    boot: async () => {
      const found = known ?? (await awaitBoot(run));
      known = undefined;
      return { state: found.state, log: found.state === 'dead' ? found.log : [] };
    },
    bootLog: () => readBootLog(run),
    askConsole: (command) => askConsole(run, command),
    ...accountProbes(lab, signal),
    ...phoneProbes(lab, signal),
    ...spoolProbes(lab, signal),
  };
}

type AccountProbes = Pick<Probes, 'register' | 'registerAs' | 'intrude'>;
type PhoneProbes = Omit<
  Probes,
  | keyof AccountProbes
  | keyof SpoolProbes
  | 'boot'
  | 'bootLog'
  | 'askConsole'
  | 'since'
  | 'random'
  | 'inUse'
>;

function accountProbes(lab: LiveLab, signal: AbortSignal): AccountProbes {
  const { plan, access, random, templates } = lab;
  const account = (extension: string, secret: string) =>
    accountLine({ extension, secret }, plan.pbx.address);
  const register = async (extension: string) => {
    const user = usersOf(plan).find((candidate) => candidate.extension === extension);
    const own = account(extension, user?.secret ?? '');
    return { extension, status: await lineOf(lab, extension).register(own, signal) };
  };
  return {
    register,
    registerAs: async (name, beside, secret) => {
      const { station, line } = lineOf(lab, beside);
      const { voicemail: number } = plan.contexts[0] ?? { voicemail: beside };
      const user = usersOf(plan).find((candidate) => candidate.extension === beside);
      const wrong = `${Math.floor(random() * 1e9).toString(36)}-wrong`;
      const tried = account(name, secret === 'own' ? (user?.secret ?? wrong) : wrong);
      const attempt = { station, line, account: tried, number, signal };
      await lab.calm;
      return (await intrude(access, templates, attempt)).registration;
    },
    intrude: async (extension, number) => {
      const own = lineOf(lab, extension);
      const { station, line } = own;
      const wrong = account(extension, `${Math.floor(random() * 1e9).toString(36)}-wrong`);
      const attempt = { station, line, account: wrong, number, signal };
      await lab.calm;
      const found = await intrude(access, templates, attempt);
      // Who got in is now who rings: the phone takes its place again.
      if (found.registration?.startsWith('2')) await register(extension);
      return found;
    },
  };
}

function phoneProbes(lab: LiveLab, signal: AbortSignal): PhoneProbes {
  const { voices } = lab;
  const party = async (extension: string, voice: string): Promise<Party> => {
    const { phone, line } = lineOf(lab, extension);
    await lab.voicesThere;
    return { ...phone, voice: { path: voiceFile(line, voice), signature: voices.of(voice) } };
  };
  const clientOf = (extension: string) => lineOf(lab, extension).client;
  const inTurn = async <T>(call: () => Promise<T>) => {
    await lab.calm;
    return lab.access.connection.budget.calls(() => {
      signal.throwIfAborted();
      return call();
    });
  };
  return {
    call: async ({ caller, callee, hangUpBy }) => {
      const [one, other] = [
        await party(caller, callVoice(caller)),
        await party(callee, callVoice(callee)),
      ];
      const parties = { caller: one, callee: other };
      return inTurn(() => placeCall({ ...parties, number: callee, hangUpBy, signal }));
    },
    reach: (caller, callee) => {
      const clients = { caller: clientOf(caller), callee: clientOf(callee) };
      return inTurn(() => reach({ ...clients, number: callee, signal }));
    },
    leaveMessage: async ({ caller, callee, manner, ringAtMost }) => {
      const parties = {
        caller: await party(caller, messageVoice(caller)),
        callee: clientOf(callee),
      };
      return inTurn(() => leaveMessage({ ...parties, number: callee, manner, ringAtMost, signal }));
    },
    consult: async ({ caller, number, steps, voice }) => {
      const own = await party(caller, callVoice(caller));
      const message = voices.of(voice);
      return inTurn(() => consult({ caller: own, number, steps, message, signal }));
    },
  };
}

function lineOf({ lines }: LiveLab, extension: string): LiveLine {
  const found = lines.find(({ line }) => line.extension === extension);
  if (found === undefined) throw new TypeError(`no softphone for line ${extension}`);
  return found;
}
