import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { ladderOf } from '../../orchestrator/model/ladder/ladder.ts';
import { ladderSvg } from '../../orchestrator/reports/ladder/ladder-svg.ts';
import { dissection } from './dissection.ts';
import { LAB } from './sample-lab.ts';

const { layout } = LAB.definition;
const direct = dissection('direct');
const ladder = ladderOf(direct, layout);

/** Every tag of a document closed in its turn; '' when they are. */
function misnested(xml: string): string {
  const open: string[] = [];
  for (const [, end, name = '', rest = ''] of xml.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
    if (end === '/' && open.pop() !== name) return `</${name}>`;
    if (end === '' && !rest.endsWith('/')) open.push(name);
  }
  return open.join();
}

describe.each(LANGUAGES)('the ladder as SVG in %s', (language) => {
  it('draws each exchange as a picture of its own', async () => {
    const svg = ladderSvg(ladder, language);
    expect(svg.match(/<svg /g)).toHaveLength(ladder.exchanges.length);
    const file = join(import.meta.dirname, 'expected', `ladder.${language}.svg.txt`);
    await expect(`${svg}\n`).toMatchFileSnapshot(file);
  });

  it('says in words all that it draws', () => {
    const [call] = ladder.exchanges.filter(({ kind }) => kind === 'call');
    const described = /<desc>([^<]*)<\/desc>/g;
    const told = [...ladderSvg(ladder, language).matchAll(described)].map(([, text]) => text);
    const lines = told.map((text) => text?.split('\n').length);
    expect(lines).toContain((call?.messages.length ?? 0) + (call?.streams.length ?? 0));
  });

  it('is well-formed whatever a stranger wrote', () => {
    const evil = '</text><script>alert(1)</script>&"';
    const told = JSON.stringify(evil).slice(1, -1);
    const svg = ladderSvg(ladderOf(direct.replaceAll('Ringing', told), layout), language);
    expect(svg).not.toContain('<script');
    expect(misnested(svg)).toBe('');
  });

  it('is nothing where nothing was said', () => {
    expect(ladderSvg(ladderOf('', layout), language)).toBe('');
  });
});
