import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { changeLines, classGrid } from '../../orchestrator/reports/status/class-grid.ts';
import { teamPage } from '../../orchestrator/reports/status/team-page.ts';
import { BUSY, CLASSES, classOf, FRESH, NOW, TEAMS } from './status-sample.ts';

const expected = join(import.meta.dirname, 'expected');

const CHANGES = {
  'a team works': [classOf(FRESH), classOf(BUSY)],
  'a team comes': [classOf(), classOf(FRESH)],
  'a team goes': [classOf(BUSY), classOf()],
  'nothing that is shown': [classOf(FRESH), classOf({ ...FRESH, stage: 'start' })],
} as const;

describe.each(LANGUAGES)('status in %s', (language) => {
  it('tells the class at a glance, a team in full, and what changes', async () => {
    const grids = Object.entries(CLASSES).map(
      ([title, found]) => `# ${title}\n${classGrid(found, NOW, language)}\n`,
    );
    const pages = Object.entries(TEAMS).map(
      ([title, team]) => `# ${title}\n${teamPage(team, NOW, language)}\n`,
    );
    const changes = Object.entries(CHANGES).map(([title, [before, after]]) =>
      [`# change: ${title}`, ...changeLines(before, after, NOW, language), ''].join('\n'),
    );
    const texts = [...grids, ...pages, ...changes];
    await expect(texts.join('\n')).toMatchFileSnapshot(join(expected, `status.${language}.txt`));
  });
});
