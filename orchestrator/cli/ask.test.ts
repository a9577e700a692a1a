import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Question } from '../actions/workbench.ts';
import { askPerson } from './ask.ts';
import { createConsole } from './console.ts';
import { fakePerson } from './fake-person.ts';

const RESET: Question = {
  about: 'reset',
  teams: [
    { team: 3, becomes: { stage: 'start' }, work: { configuration: 2, messages: 1, home: 0 } },
    { team: 4, becomes: { stage: 'solution' }, work: null },
  ],
};
const DESTRUCTIVE: readonly Question[] = [
  RESET,
  { about: 'purge', teams: [3] },
  { about: 'engine-purge', folder: '/var/lib/lab/engine' },
];
const PACKAGES: Question = { about: 'packages', names: ['docker.io'] };

/** Asks somebody; `answer` is typed at a terminal, and without one there is no terminal. */
async function ask(question: Question, { answer = '', agreed = false } = {}) {
  const { streams, output, errors } = fakePerson();
  const input = Object.assign(new PassThrough(), answer === '' ? {} : { isTTY: true });
  input.end(answer);
  const where = { ...streams, input: input as unknown as NodeJS.ReadStream };
  const { output: out, errors: err } = streams;
  const console = createConsole({
    ...{ language: 'en', json: false, verbose: false, events: false, output: out, errors: err },
  });
  const outcome = await askPerson(question, { console, streams: where, agreed }).then(
    () => 'agreed',
    (error: unknown) => String(error),
  );
  return { outcome, said: output() + errors() };
}

describe('a question', () => {
  it.each(DESTRUCTIVE)(
    'that destroys something is declined without a terminal: $about',
    async (question) => {
      expect((await ask(question)).outcome).toContain('declined {"asked":false}');
      expect((await ask(question, { agreed: true })).outcome).toBe('agreed');
    },
  );

  it('that only adds something goes on without a terminal', async () => {
    expect((await ask(PACKAGES)).outcome).toBe('agreed');
  });

  it('is asked at a terminal, and only a yes is one', async () => {
    for (const question of [...DESTRUCTIVE, PACKAGES]) {
      expect((await ask(question, { answer: 'y\n' })).outcome).toBe('agreed');
      for (const answer of ['n\n', '\n', 'perhaps\n']) {
        const { outcome, said } = await ask(question, { answer });
        expect(outcome).toContain('declined {"asked":true}');
        expect(said).toContain('Go on? [y/N]');
      }
    }
  });

  it('about a reset tells for each team what goes', async () => {
    const { said } = await ask(RESET, { agreed: true });
    expect(said).toContain(
      'Team 3 returns to stage start; its work (2 files of the configuration, 1 message, 0 files in the home folder) will be archived, then removed.\n' +
        'Team 4 returns to stage solution; its work (configuration, messages, home folder) will be archived, then removed.\n',
    );
  });
});
