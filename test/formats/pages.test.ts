import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { REPORT_FORMATS } from '../../orchestrator/reports/formats.ts';
import { classPage } from '../../orchestrator/reports/pages/class-page.ts';
import { studentPage } from '../../orchestrator/reports/pages/student-page.ts';
import { HOSTILE, input, MIXED, OPEN, RIGHT, SOUNDS, UNFINISHED, WRONG } from './class-sample.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // How the markup is laid out is nobody's business but ours.
  rules: { 'no-trailing-whitespace': 'off', 'no-inline-style': 'error', 'long-title': 'off' },
});
const IDENTICAL = [
  { file: `${HOSTILE}.conf`, manner: 'raw', who: ['équipe 1', HOSTILE] },
  { file: 'users.conf', manner: 'form', who: ['équipe 3', 'équipe 4'] },
] as const;

async function offences(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

/** What a reader sees: without style, tags and entities. */
function seen(html: string): string {
  return html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe.each(LANGUAGES)('every page in %s', (language) => {
  const pages = {
    ...{ right: studentPage(RIGHT, ['Léa Dupont', HOSTILE], { language, sounds: SOUNDS }) },
    ...{
      wrong: studentPage(WRONG, [], { language, sounds: SOUNDS }),
      mixed: studentPage(MIXED, [], { language, sounds: SOUNDS }),
    },
    ...{
      open: studentPage(OPEN, [], { language, sounds: SOUNDS }),
      under: studentPage(UNFINISHED, [], { language, sounds: SOUNDS }),
    },
    class: classPage(input({ language, identical: IDENTICAL, ungraded: [HOSTILE] })),
    one: classPage(input({ language, results: [RIGHT], classList: null, identical: [] })),
  };

  it.each(Object.entries(pages))('is sound and accessible HTML: %s', async (_, { text }) => {
    expect(await offences(text)).toEqual([]);
    expect(text).toContain(`<html lang="${language}">`);
  });

  it.each(Object.entries(pages))('fetches, runs and links nothing: %s', (_, { text }) => {
    expect(text).not.toMatch(
      /<(?:script|link|img|iframe|object|base|form|a)\b|url\(|@import|\son\w+=/i,
    );
    expect(text).toContain("default-src 'none'");
    expect([...text].filter((letter) => letter === '\u202E' || letter === '\u0000')).toEqual([]);
  });
});

describe('a student’s page', () => {
  it('tells of a failure what was tried, what happened, why and where, and the points', () => {
    const page = seen(studentPage(WRONG, [], { language: 'fr', sounds: SOUNDS }).text);
    expect(page).toMatch(/titre call\.finance \(échoué\) 0 \/ 7,5/);
    expect(page).toMatch(/Ce qui s’est passé 3101 a composé le/);
    expect(page).toMatch(/Pourquoi extensions\.conf, ligne 6, section \[.*le motif/);
    expect(page).not.toContain('échec de call.finance');
  });

  it('names the check that a consequence comes from, and gives no other reason', () => {
    const page = seen(studentPage(WRONG, [], { language: 'fr', sounds: SOUNDS }).text);
    expect(page).toMatch(/titre voicemail\.pin .{0,40} Conséquence .*« titre call\.finance »/);
    expect(page).not.toContain('échec de voicemail.pin');
  });

  it('keeps what was not handed in and what is the teacher’s apart from what was wrong', () => {
    const page = seen(studentPage(MIXED, [], { language: 'fr', sounds: SOUNDS }).text);
    expect(page).toMatch(/Ce qui n’a pas été rendu .* Q2\.1 · titre voicemail\.pin \(0 \/ 7,5\)/);
    expect(page).toMatch(/jugera lui-même .* Q1\.3 · titre register\.template \(\? \/ 2,5\)/);
    expect(page).toMatch(/Q2\.1 La messagerie 0 \/ 7,5 pas rendu/);
    expect(page).toContain('Jugé à part, avec un users.conf correct');
    expect(page).toContain('donnés par votre professeur');
  });

  it('says that a mark is provisional, never zero, while something could not be told', () => {
    const page = seen(studentPage(OPEN, [], { language: 'fr', sounds: SOUNDS }).text);
    expect(page).toMatch(/Note \? \/ 20/);
    expect(page).toMatch(/Q1\.4 Les appels \? \/ 7,5 pas encore jugé/);
    expect(page).not.toContain('0 / 7,5');
    expect(seen(studentPage(UNFINISHED, [], { language: 'en', sounds: SOUNDS }).text)).toContain(
      'still under way',
    );
  });

  it('shows what was observed, and no PIN', () => {
    const page = studentPage(WRONG, [], { language: 'en', sounds: SOUNDS }).text;
    expect(page).toContain('0.27 sndcode ••••#11');
    expect(page).not.toContain('4321');
  });

  it('draws the signalling and plays what phones heard', () => {
    const page = studentPage(WRONG, [], { language: 'en', sounds: SOUNDS }).text;
    expect(page).toContain('<svg');
    expect(page).toContain('src="data:audio/wav;base64,UklGRg=="');
    expect(studentPage(WRONG, [], { language: 'en', sounds: null }).text).not.toContain('<audio');
  });
});

describe('the class page', () => {
  const page = seen(classPage(input({ identical: IDENTICAL })).text);

  it('has a row for each hand-in, and a question that could not be told has no points', () => {
    expect(page).toMatch(/équipe 5 Max Petit ✔ 5 \/ 5 \? \/ 7,5 ✔ 7,5 \/ 7,5 \? \/ 20 41,0 s/);
    expect(classPage(input()).text).toContain('<td class="number open">');
  });

  it('says in how many hand-ins a check failed, why, and whose', () => {
    expect(page).toMatch(/call\.finance .* 2 \/ 4 extensions\.conf, ligne 6.* \(1\)/);
    expect(page).toMatch(/conséquence de call\.finance \(1\)/);
  });

  it('tells files that are the same', () => {
    expect(page).toContain('aux commentaires, aux lignes vides et à l’ordre près, chez équipe 3');
    expect(seen(classPage(input()).text)).not.toContain('Fichiers identiques');
  });
});

describe('the terminal’s report', () => {
  it('has a class table when there are several, and only then', () => {
    const { make } = REPORT_FORMATS.text;
    const text = (results: Parameters<typeof input>[0]) =>
      make.of === 'all' ? make.report(input(results)).text : '';
    expect(text({ results: [RIGHT] })).not.toContain('La classe');
    expect(text({})).toMatch(/La classe\n {2}Équipe +Q1\.3 +Q1\.4 +Q2\.1 +Note +Durée/);
    expect(text({})).toMatch(/équipe 5 +5 +\? +7,5 +\? \/ 20/);
  });
});
