import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../orchestrator/cli/commands.ts';
import { parseWords } from '../../orchestrator/cli/program.ts';
import type { Language } from '../../orchestrator/i18n/catalogue.ts';
import { catalogue, LANGUAGES } from '../../orchestrator/i18n/language.ts';

const expected = join(import.meta.dirname, 'expected');

async function helpOf(words: readonly string[], language: Language): Promise<string> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const { phrases } = catalogue(language);
  await parseWords([...words, '--help'], { phrases, version: '0.0.0', write });
  return text;
}

describe('the help of every command', () => {
  it.each(LANGUAGES)('reads as agreed: %s', async (language) => {
    const asked = [[], ...COMMANDS.map(({ name }) => name.split(' '))];
    const texts = await Promise.all(
      asked.map(async (words) => {
        const title = ['$ lab', ...words, '--help'].join(' ');
        return `${title}\n${await helpOf(words, language)}`;
      }),
    );
    await expect(texts.join('\n')).toMatchFileSnapshot(join(expected, `help.${language}.txt`));
    for (const text of texts) {
      expect(text).toContain(catalogue(language).phrases.help.usage);
      expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
    }
  });

  it('has no English word left in French', async () => {
    const asked = [[], ...COMMANDS.map(({ name }) => name.split(' '))];
    for (const words of asked) {
      expect(await helpOf(words, 'fr')).not.toMatch(/usage: |Options:|Commands:|display help|the /);
    }
  });
});
