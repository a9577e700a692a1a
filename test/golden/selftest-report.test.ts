import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { rulesReport, selftestReport } from '../../orchestrator/reports/selftest-report.ts';
import { RULES, SELFTEST } from './selftest-sample.ts';

const expected = join(import.meta.dirname, 'expected');

describe('the self-test for people', () => {
  it.each(LANGUAGES)('reads as agreed: %s', async (language) => {
    const text = [selftestReport(SELFTEST, language), rulesReport(RULES, language)].join('\n\n');
    const file = join(expected, `selftest.${language}.txt`);
    await expect(`${text}\n`).toMatchFileSnapshot(file);
  });
});
