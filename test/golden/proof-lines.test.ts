import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { proofLines } from '../../orchestrator/reports/ladder/proof-lines.ts';
import { BARE_PROOF, SAMPLE_PROOF } from './sample-proof.ts';

describe.each(LANGUAGES)('the proof of a try in %s', (language) => {
  it('is told part by part, without the parts that are empty', async () => {
    const told = [SAMPLE_PROOF, BARE_PROOF].map((proof) => proofLines(proof, language).join('\n'));
    const file = join(import.meta.dirname, 'expected', `proof.${language}.txt`);
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(file);
  });

  it('shows what a stranger wrote without obeying it', () => {
    const log = [{ time: 1, text: '\u001b[2J' }];
    expect(proofLines({ ...BARE_PROOF, log }, language).join('\n')).not.toContain('\u001b');
  });
});
