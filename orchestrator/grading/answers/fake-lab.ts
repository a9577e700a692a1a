import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWordings } from '../../model/definition/answers/parse-wordings.ts';
import { readAnswers } from '../../model/definition/answers/read-answers.ts';
import type { Wordings } from '../../model/definition/answers/wordings.ts';
import { CALLING_TEAM, callDissection, captured } from '../capture/fake-capture.ts';
import { judgeCapture } from '../capture/judge-capture.ts';
import { judgeAnswers } from './judge-answers.ts';
import { type ObservedLab, observedLab } from './observed-lab.ts';

const LAB_FOLDER = join(import.meta.dirname, '../../../labs/activity-1');

/** What stands beside the lab's file. */
export function besideLab(name: string): string {
  return readFileSync(join(LAB_FOLDER, name), 'utf8');
}

/** The wordings of the lab that is shipped. */
export const WORDINGS: Wordings = (() => {
  const parsed = parseWordings(besideLab('wordings.yaml'), 'wordings.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();

const FIELDS = {
  ...{ origmailbox: '3102', context: 'finance', exten: '3102', priority: '2' },
  ...{ callerchan: 'SIP/3101-00000003', callerid: '"Utilisateur1" <3101>' },
  ...{ origdate: 'Tue Nov 24 2026', origtime: '1795558877', duration: '5' },
};

const { call } = judgeCapture(captured(callDissection()), CALLING_TEAM);

/** A lab in which all is well, and the team's own capture was handed in. */
export const LAB: ObservedLab = observedLab({
  ...{ plan: CALLING_TEAM, captured: call, rooms: [] },
  messages: [{ context: 'finance', mailbox: '3102', folder: 'INBOX', index: 0, fields: FIELDS }],
  listened: { before: 'INBOX', after: 'Old' },
  broken: { call: null, message: null, listening: null },
});

/** The same, seen in a clean room alone. */
export const ROOM: ObservedLab = observedLab({
  ...{ plan: CALLING_TEAM, captured: null, rooms: [captured(callDissection()).ladder] },
  ...{ messages: LAB.messages, listened: LAB.listened, broken: LAB.broken },
});

/** How one answer comes out: `pass answers-right`. */
export function judgedAnswer(
  file: string | Uint8Array,
  id: string,
  lab: ObservedLab = LAB,
  wordings: Wordings = WORDINGS,
): string {
  const read = readAnswers(typeof file === 'string' ? Buffer.from(file) : file);
  const all = judgeAnswers({ file: 'answers.yaml', read }, { lab, wordings });
  const found = all.find((one) => one.id === id)?.verdict;
  return `${found?.verdict} ${found?.code}`;
}
