import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { ladderOf } from '../../orchestrator/model/ladder/ladder.ts';
import { ladderReport } from '../../orchestrator/reports/ladder/ladder-report.ts';
import { dissection } from './dissection.ts';
import { LAB } from './sample-lab.ts';

const expected = join(import.meta.dirname, 'expected');
const { layout } = LAB.definition;
const direct = dissection('direct');

const LADDERS = {
  'voices from phone to phone': ladderOf(direct, layout),
  'voices through the PBX, two calls at a time': ladderOf(dissection('relayed'), layout),
  'another network, nobody known': ladderOf(
    direct
      .replaceAll(/"sip_Call-ID":\["(?!6|c0)[^"]*"\],/g, '')
      .replaceAll('10.100.3.', '172.20.0.'),
    layout,
  ),
  'a capture that is cut off': ladderOf(direct.slice(0, 4000), layout, true),
  'voices that nobody asked for': ladderOf(direct.replaceAll(/^{.*$/gm, ''), layout),
  'no telephony': ladderOf('', layout),
};

/** Text that would do something to a terminal, as a stranger's phone may send it. */
const EVIL = '\u001b[2J\u001b[31m';

describe.each(LANGUAGES)('the ladder of a capture in %s', (language) => {
  it('is drawn call by call', async () => {
    const texts = Object.entries(LADDERS).map(([title, ladder]) => {
      return `## ${title}\n\n${ladderReport(ladder, { file: 'call.pcapng', language })}\n`;
    });
    const file = join(expected, `ladder.${language}.txt`);
    await expect(texts.join('\n')).toMatchFileSnapshot(file);
  });

  it('shows what a stranger wrote without obeying it', () => {
    const told = JSON.stringify(EVIL).slice(1, -1);
    const text = direct
      .replaceAll('Ringing', told)
      .replaceAll('"3101"', `"${told}"`)
      .replaceAll('c09a2801bafc3d86', told);
    const report = ladderReport(ladderOf(text, layout), { file: 'call.pcapng', language });
    expect(report).toContain('180 \\u001b[2J');
    expect(report).not.toContain('\u001b');
  });
});
