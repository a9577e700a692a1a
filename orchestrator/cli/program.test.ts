import { describe, expect, it } from 'vitest';
import { LabError } from '../base/lab-error.ts';
import { catalogue } from '../i18n/language.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';
import { option } from './options.ts';
import { type Parsed, parseWords } from './program.ts';

const { phrases } = catalogue('en');
const verbs = COMMANDS.filter(({ run }) => run !== undefined);

function parse(words: readonly string[]): Promise<Parsed | null> {
  return parseWords(words, { phrases, version: '1.2.3', write: () => undefined });
}

async function problemOf(words: readonly string[]): Promise<unknown> {
  try {
    return await parse(words);
  } catch (error) {
    return error instanceof LabError ? error.problem : error;
  }
}

/** The words of a command with as many arguments as it needs. */
function complete({ name, arguments: wanted = [] }: CommandEntry): readonly string[] {
  return [...name.split(' '), ...wanted.map(() => 'x')];
}

describe('a command line', () => {
  it.each(verbs)('that is complete is understood: $name', async (entry) => {
    const parsed = await parse([...complete(entry), '--verbose', '--lang', 'fr']);
    expect(parsed?.command.name).toBe(entry.name);
    expect(parsed?.options).toMatchObject({ verbose: true, lang: 'fr' });
    expect(parsed?.arguments).toEqual((entry.arguments ?? []).map(() => 'x'));
  });

  it('gives every option of a command its value, wherever it stands', async () => {
    const parsed = await parse(
      'up --lang fr -t 1,4-6 --stage start --base 10.77 --engine u --lab l --dry-run -y --json'.split(
        ' ',
      ),
    );
    expect(parsed?.options).toEqual({
      ...{ lang: 'fr', team: '1,4-6', stage: 'start', base: '10.77', engine: 'u', lab: 'l' },
      ...{ dryRun: true, yes: true, json: true },
    });
    const phone = await parse(['phone', '3101', 'dial', '3102', '--team=3']);
    expect(phone?.arguments).toEqual(['3101', 'dial', '3102']);
    expect(phone?.options.team).toBe('3');
    expect((await parse(['--lang', 'fr', 'status']))?.options.lang).toBe('fr');
  });

  it.each(verbs)('with an option that does not exist names it: $name', async (entry) => {
    expect(await problemOf([...complete(entry), '--nonsense'])).toEqual({
      code: 'option-unknown',
      params: { found: '--nonsense', nearest: undefined },
    });
  });

  it.each(verbs)('with an option that lacks its value names it: $name', async (entry) => {
    for (const name of [...entry.options, 'lang'] as const) {
      const { flags, required } = option(name, phrases);
      if (!required) continue;
      expect(await problemOf([...complete(entry), `--${name}`])).toEqual({
        code: 'option-value-missing',
        params: { option: flags },
      });
    }
  });

  it.each(verbs)('with words too many shows them: $name', async (entry) => {
    if (entry.arguments?.at(-1)?.name.includes('...')) return;
    const found = await problemOf([...complete(entry), 'one', 'more']);
    expect(found).toEqual({ code: 'arguments-too-many', params: { found: 'one more' } });
  });

  it.each([
    [['phone'], 'who'],
    [['phone', '3101'], 'words'],
    [['images', 'save'], 'file'],
    [['images', 'load'], 'file'],
  ])('that lacks an argument names it: %s', async (words, argument) => {
    expect(await problemOf(words)).toEqual({ code: 'argument-missing', params: { argument } });
  });

  it.each([
    [['staus'], 'staus', 'status'],
    [['dwon'], 'dwon', 'down'],
    [['frobnicate'], 'frobnicate', undefined],
    [['images', 'lsit'], 'images lsit', 'images list'],
    [['engine', 'stopp'], 'engine stopp', 'engine stop'],
    [['engine', 'frobnicate'], 'engine frobnicate', undefined],
  ])('with a wrong verb proposes the nearest: %s', async (words, found, nearest) => {
    expect(await problemOf(words)).toEqual({
      code: 'command-unknown',
      params: { found, nearest },
    });
  });

  it('with a misspelt option proposes the nearest', async () => {
    expect(await problemOf(['up', '--taem', '3'])).toEqual({
      code: 'option-unknown',
      params: { found: '--taem', nearest: '--team' },
    });
  });
});
