import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ladderOf } from '../../model/ladder/ladder.ts';
import { shortenedPackets } from '../../model/ladder/shortened.ts';
import type { Layout, UserLayout } from '../../model/numbering/layout.ts';
import { teamNumber } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import type { Dissected } from './captured.ts';

const user = (suffix: string): UserLayout => {
  return { suffix, fullName: suffix, secret: 'password', pin: '1234' };
};

const LAYOUT: Layout = {
  ...{ lab: 'activity-1', base: '192.168' },
  contexts: [
    { name: 'finance', digit: 1, voicemail: '199', users: [user('101'), user('102')] },
    { name: 'compta', digit: 2, voicemail: '299', users: [user('201'), user('202')] },
  ],
  stations: [
    { name: 'softphone1', host: 11, lines: ['101', '201'] },
    { name: 'softphone2', host: 12, lines: ['102', '202'] },
  ],
};

/** The team whose call was captured. */
export const CALLING_TEAM = teamPlan(teamNumber(3), LAYOUT, { prefix: 'lab', base: '10.45' });

/**
 * What tshark printed of a real call on a team's bridge: 3101 calls 3102, voices go from phone to
 * phone; before it, all four lines register.
 */
export function callDissection(): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', 'call.dissection'), 'utf8');
}

/** The same without the lines that have a pattern. */
export function callWithout(pattern: RegExp): string {
  const lines = callDissection().split('\n');
  return lines.filter((line) => !pattern.test(line)).join('\n');
}

/** A capture with what tshark printed of it. */
export function captured(dissection: string, file = 'call.pcapng'): Dissected {
  const ladder = ladderOf(dissection, LAYOUT);
  const shortened = shortenedPackets(dissection);
  return { file, bytes: 1, hash: 'sha256:0', state: 'dissected', ladder, shortened };
}
