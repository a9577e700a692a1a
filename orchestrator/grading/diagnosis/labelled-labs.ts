import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from '../../model/numbering/layout.ts';
import { teamNumber } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';

/** A labelled hand-in of the corpus. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly pbx_boots: boolean;
  readonly expect: Readonly<Record<string, string>>;
  readonly root?: readonly string[];
  readonly cause: readonly string[];
  readonly place: { readonly file: string; readonly line?: number; readonly section?: string };
}

const root = join(import.meta.dirname, '../../..');
const corpus = join(root, 'test/corpus');
const user = (suffix: string, name: string) => ({
  ...{ suffix, fullName: name, secret: 'password', pin: '1234' },
});
const LAYOUT: Layout = {
  ...{ lab: 'activity-1', base: '192.168', stations: [] },
  contexts: [
    {
      ...{ name: 'finance', digit: 1, voicemail: '199' },
      users: [user('101', 'Utilisateur1'), user('102', 'Utilisateur2')],
    },
    {
      ...{ name: 'compta', digit: 2, voicemail: '299' },
      users: [user('201', 'Utilisateur3'), user('202', 'Utilisateur4')],
    },
  ],
};
/** Team 3, as the corpus is of. */
export const plan = teamPlan(teamNumber(3), LAYOUT, { prefix: 'lab' });
const cases = readdirSync(corpus)
  .filter((name) => name !== 'README.md')
  .map((name) => JSON.parse(readFileSync(join(corpus, name, 'case.json'), 'utf8')) as Case);
/** Its wrong labs. */
export const wrong = cases.filter(({ kind }) => kind === 'wrong');
/** Its right ones, the reference with them. */
export const right = cases.filter(({ kind }) => kind !== 'wrong');
/** Every check that the corpus has labels for. */
export const ids = ['pbx.boots', 'voicemail.files', ...Object.keys(wrong[0]?.expect ?? {})];
/** Every check as if it had failed. */
export const everyFailed = ids.map((id) => ({ id, verdict: 'fail' }));

/** The files of one of them. */
export function filesOf(id: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(corpus, id);
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
