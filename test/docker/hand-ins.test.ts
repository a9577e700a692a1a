import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeZip } from '../../orchestrator/adapters/files/submissions/made-zip.ts';
import { hostileOfKind } from '../fuzz/hostile-hand-in.ts';
import { engineView } from './engine-view.ts';
import { testLab } from './test-team.ts';

const RIGHT = ['users.conf', 'extensions.conf', 'voicemail.conf'].map((name) => ({
  name,
  content: readFileSync(join(import.meta.dirname, '../corpus/reference', name)),
}));
const moodle = (who: string) => `${who}_4711_assignsubmission_file_`;

/** All the ways to mean no good that end soon, one of each sort. */
const HOSTILE = [
  'noise',
  'include-device',
  'exec',
  'stops-itself',
  'file-for-folder',
  'options-odd',
];

/*
 * Intent: hand-ins are taken as Moodle gives them, and whatever one holds, the others get their marks.
 */
describe('lab grade --submissions', () => {
  const test = testLab('hand-ins', '10.93');
  const archive = join(tmpdir(), `lab-hand-ins-${process.pid}.zip`);
  const list = join(tmpdir(), `lab-hand-ins-${process.pid}.csv`);
  let results: readonly Result[] = [];
  let notes: readonly Note[] = [];
  let stderr = '';

  beforeAll(async () => {
    const hostile = HOSTILE.flatMap((kind) =>
      Object.entries(hostileOfKind(kind, 1).files).map(([path, content]) => ({
        name: `${moodle(`equipe3 ${kind}`)}/${path}`,
        content,
      })),
    );
    const entries = [
      { name: `${moodle('DUPONT Léa')}/equipe.zip`, content: madeZip(RIGHT) },
      { name: `${moodle('MARTIN Zoé')}/users.conf`, content: '/etc/passwd', mode: 0o120777 },
      { name: `${moodle('PETIT Ana')}/rapport.pdf`, content: 'x' },
      ...hostile,
    ];
    writeFileSync(archive, madeZip(entries));
    writeFileSync(list, 'Nom;Prénom;Équipe\nDupont;Léa;3\nMartin;Zoé;4\nPetit;Ana;5\n');
    const words = ['grade', '--submissions', archive, '--class', list, '--json', '--jobs', '4'];
    const graded = await test.lab([...words, '--base', test.base], { within: 1_500_000 });
    expect(graded.code, graded.stderr).toBe(3);
    ({ results, notes } = JSON.parse(graded.stdout) as Document);
    ({ stderr } = graded);
  }, 1_500_000);

  afterAll(async () => {
    rmSync(archive, { force: true });
    rmSync(list, { force: true });
    await test[Symbol.asyncDispose]();
  });

  const of = (name: string) => results.find(({ submission }) => submission === name);

  it('marks an archive in a participant’s folder, for the team that the class list says', () => {
    expect(of(moodle('DUPONT Léa'))).toMatchObject({ team: 3, points: 15.75 });
  });

  it('gives nothing for a report alone', () => {
    expect(of(moodle('PETIT Ana'))).toMatchObject({ team: 5, points: 0 });
  });

  it('refuses a link with an error for that hand-in alone', () => {
    expect(of(moodle('MARTIN Zoé'))).toHaveProperty('error');
    expect(stderr).toContain(`users.conf in ${moodle('MARTIN Zoé')} is a link`);
  });

  it.each(HOSTILE)('ends with a mark or an error of its own: %s', (kind) => {
    const result = of(moodle(`equipe3 ${kind}`));
    expect(result?.error ?? result?.points).toEqual(expect.anything());
  });

  it('tells of hand-ins that are of one team', () => {
    const same = notes
      .filter(({ code }) => code === 'same-team')
      .map(({ submission }) => submission);
    expect(same).toContain(moodle('DUPONT Léa'));
    expect(same).not.toContain(moodle('PETIT Ana'));
  });

  it('leaves no room behind', async () => {
    const { look } = await engineView();
    const { containers } = await look(test.prefix);
    expect(Object.keys(containers).filter((name) => name.includes('-room-'))).toEqual([]);
  });
});

interface Document {
  readonly results: readonly Result[];
  readonly notes: readonly Note[];
}

interface Note {
  readonly submission: string;
  readonly code: string;
}

interface Result {
  readonly submission: string;
  readonly team: number | null;
  readonly points?: number | null;
  readonly error?: unknown;
}
