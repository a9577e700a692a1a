import { together, type Verdict, verdict } from '../../model/marking/verdict.ts';
import type { MessageFields } from '../../model/voicemail/message.ts';
import { type Check, check } from '../check.ts';
import { type FoundMessage, messageVoice } from '../probes.ts';
import type { Couple } from './call.ts';
import { PBX_BOOTS } from './pbx-boots.ts';

/** Clocks of engine and tool may differ by so many seconds, and durations are whole seconds. */
const SLACK_SECONDS = 2;

/** The messages that were left, and between which moments (seconds since 1970). */
interface FilesEvidence {
  readonly messages: readonly FoundMessage[];
  readonly from: number;
  readonly to: number;
}

/**
 * The text file beside each message says whose box it is, who called, when and how long. `anywhere`:
 * of messages that went into a wrong box too, which is the deposit's fault.
 */
export function messageFilesCheck(
  couples: readonly Couple[],
  now: () => number,
  where: 'own-box' | 'anywhere' = 'own-box',
): Check {
  const boxes = couples.map(({ context, one, other }) => ({
    context,
    caller: one,
    mailbox: other,
  }));
  const deposits = boxes.map(({ context }) => `voicemail.deposit.${context}`);
  return check({
    id: 'voicemail.files',
    needs: where === 'own-box' ? deposits : [PBX_BOOTS],
    follows: deposits,
    lines: [],
    probe: async (probes): Promise<FilesEvidence> => {
      return { messages: probes.lastSeen(), from: probes.since(), to: now() };
    },
    judge: ({ messages, ...period }) => {
      const left = boxes.flatMap(({ context, caller, mailbox }) =>
        messages
          .filter((message) => where === 'anywhere' || message.context === context)
          .filter((message) => message.mailbox === mailbox)
          .filter(({ voice }) => voice === messageVoice(caller))
          .slice(0, 1)
          .map((message) => judgeFields({ ...message, context }, caller, period)),
      );
      const [check = ''] = deposits;
      const [first] = left;
      // All right: then the first box that had a message speaks for them.
      return first === undefined
        ? verdict('skipped', 'needs-another', { check })
        : together(left, first);
    },
  });
}

/** Judges one message's text file against what was done to leave it. */
export function judgeFields(
  { context, mailbox, fields, seconds }: FoundMessage,
  caller: string,
  { from, to }: { readonly from: number; readonly to: number },
): Verdict {
  const found = fields ?? {};
  const time = Number(found.origtime);
  const period = `${Math.floor(from)}-${Math.ceil(to)}`;
  const facts: readonly [string, string, boolean][] = [
    ['origmailbox', mailbox, found.origmailbox === mailbox],
    // Asterisk writes the context of the caller's channel, which a Gosub or Goto may have changed.
    ['context', context, (found.context ?? '') !== ''],
    ['callerid', `<${caller}>`, isFrom(found, caller)],
    ['origtime', period, time >= from - SLACK_SECONDS && time <= to + SLACK_SECONDS],
    [
      'duration',
      String(Math.round(seconds)),
      Math.abs(Number(found.duration) - seconds) <= SLACK_SECONDS,
    ],
  ];
  const wrong = facts.find(([, , right]) => !right);
  if (wrong === undefined) return verdict('pass', 'fields-right', { mailbox });
  const [key, expected] = wrong;
  return verdict('fail', 'fields-wrong', { mailbox, key, expected, found: found[key] ?? '' });
}

/** Whoever gives a phone another caller's number still calls on its own channel. */
function isFrom({ callerid = '', callerchan = '' }: MessageFields, caller: string): boolean {
  return callerid.includes(`<${caller}>`) || callerchan.includes(`/${caller}-`);
}
