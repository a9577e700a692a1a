import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineView } from './engine-view.ts';
import { testLab } from './test-team.ts';

const CORPUS = join(import.meta.dirname, '../corpus');

/** Handed in for team 3: right, empty, and with one fault each; one fault is hidden behind another's file. */
const CASES = ['reference', 'W01', 'W22', 'W41', 'W44', 'W07', 'V28'];

/*
 * Intent: a mark is right, its blame is right, and grading disturbs nobody.
 */
describe('lab grade', () => {
  const test = testLab('grade', '10.76');
  const folder = mkdtempSync(join(tmpdir(), 'lab-grade-'));
  let results: readonly Result[] = [];

  beforeAll(async () => {
    for (const name of CASES) {
      mkdirSync(join(folder, name));
      const meant = (path: string) => !path.endsWith('case.json');
      cpSync(join(CORPUS, name), join(folder, name), { recursive: true, filter: meant });
    }
    // Another test file is at work meanwhile, on two cores perhaps.
    const words = ['grade', '--team', '3', '--submissions', folder, '--json', '--jobs', '2'];
    const { stdout, code } = await test.lab([...words, '--base', test.base], { within: 900_000 });
    expect(code, stdout).toBe(1);
    ({ results } = JSON.parse(stdout) as { results: readonly Result[] });
  }, 900_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test[Symbol.asyncDispose]();
  });

  const of = (name: string) => results.find(({ submission }) => submission === name);

  it.each(CASES.filter((name) => name !== 'W01'))(
    'takes points in the questions at fault and in no other: %s',
    (name) => {
      const { questions = [] } = labelOf(name);
      const result = of(name);
      const missing = result?.checks.filter(({ points, max }) => points < max) ?? [];
      const lost = missing.filter(({ id }) => !result?.notHandedIn.includes(id));
      expect([...new Set(lost.map(({ question }) => question))]).toEqual(questions);
      expect(result?.points).toBe(
        20 - missing.reduce((sum, { points, max }) => sum + max - points, 0),
      );
    },
  );

  it.each(CASES)('fails each root, and passes what is right: %s', (name) => {
    const { expect: labels = {}, root = [] } = labelOf(name);
    const verdicts = new Map(of(name)?.checks.map(({ id, verdict }) => [id, verdict]));
    for (const id of root) expect(`${id} ${verdicts.get(id)}`).toBe(`${id} fail`);
    const right = Object.keys(labels).filter((id) => labels[id] === 'pass');
    for (const id of right) expect(`${id} ${verdicts.get(id)}`).toBe(`${id} pass`);
  });

  it('gives nothing for an empty hand-in', () => {
    expect(of('W01')?.points).toBe(0);
  });

  it('keeps both tries of what failed', () => {
    const failed = of('W41')?.checks.find(({ id }) => id === 'call.finance');
    expect(failed?.attempts.map(({ verdict }) => verdict)).toEqual(['fail', 'fail']);
  });

  it('grades the files of a team that is up, and leaves its lab as it is', async () => {
    const up = await test.lab(['up', '--team', '3']);
    expect({ code: up.code, stderr: up.stderr }).toMatchObject({ code: 0 });
    const standing = async () => {
      const { stdout } = await test.lab(['status', '--team', '3', '--json']);
      const { teams } = JSON.parse(stdout) as { readonly teams: readonly [{ mark: unknown }] };
      const [{ mark, ...lab }] = teams;
      return { mark, lab };
    };
    const before = await standing();
    expect(before.mark).toBeNull();
    const words = ['grade', '--team', '3', '--base', test.base, '--lang', 'fr'];
    const { stdout, stderr, code } = await test.lab(words);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^équipe 3 : 15,75 \/ 20$/m);
    expect(stdout).toMatch(/^ {2}pas rendu : capture\.call, answers\.sip/m);
    const after = await standing();
    expect(after.lab).toEqual(before.lab);
    expect(after.mark).toMatchObject({ points: 15.75, max: 20, changedSince: false });
  });

  it('grades a part out of 20, keeps it, and gives the same points again', async () => {
    const one = join(folder, 'W41');
    const words = ['grade', '--team', '3', '--submissions', one, '--questions', 'Q1.3-Q1.4'];
    const graded = await test.lab([...words, '--json', '--base', test.base]);
    const [first] = (JSON.parse(graded.stdout) as { results: readonly Result[] }).results;
    // Of 4.5 and 2.5 points the second part is lost, out of 20 again.
    expect(first?.points).toBe(12.75);
    const [, run = ''] = /Kept in (\S+)\./.exec(graded.stderr) ?? [];
    const again = ['regrade', run, '--questions', 'Q1.3-Q1.4', '--json', '--base', test.base];
    const regraded = await test.lab(again);
    const [second] = (JSON.parse(regraded.stdout) as { results: readonly Result[] }).results;
    expect(second).toMatchObject({
      ...{ points: first?.points, seed: first?.seed, files: first?.files },
      checks: first?.checks.map(({ id, verdict, points }) => ({ id, verdict, points })),
    });
  });

  it('counts again what the teacher decides, and runs nothing', async () => {
    const one = join(folder, 'W41');
    const words = ['grade', '--team', '3', '--submissions', one, '--questions', 'Q1.4'];
    const graded = await test.lab([...words, '--json', '--base', test.base]);
    const [, run = ''] = /Kept in (\S+)\./.exec(graded.stderr) ?? [];
    const decided = ['rescore', run, '--questions', 'Q1.4', '--decide', '3:call.finance=12.5'];
    const rescored = await test.lab([...decided, '--json']);
    const [result] = (JSON.parse(rescored.stdout) as { results: readonly Result[] }).results;
    expect(result?.points).toBe(12.5);
  });

  it('leaves no room behind', async () => {
    const { look } = await engineView();
    const { containers } = await look(test.prefix);
    expect(Object.keys(containers).filter((name) => name.includes('-room-'))).toEqual([]);
  });
});

interface Label {
  readonly expect?: Readonly<Record<string, string>>;
  readonly root?: readonly string[];
  readonly questions?: readonly string[];
}

function labelOf(name: string): Label {
  return JSON.parse(readFileSync(join(CORPUS, name, 'case.json'), 'utf8')) as Label;
}

interface Result {
  readonly seed: number;
  readonly files: string;
  readonly notHandedIn: readonly string[];
  readonly submission: string | null;
  readonly points: number;
  readonly checks: readonly {
    readonly id: string;
    readonly question: string;
    readonly verdict: string;
    readonly points: number;
    readonly max: number;
    readonly attempts: readonly { readonly verdict: string }[];
  }[];
}
