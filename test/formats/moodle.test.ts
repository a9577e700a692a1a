import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseWorksheet } from '../../orchestrator/model/class-list/worksheet.ts';
import { moodleGradebook } from '../../orchestrator/reports/exports/moodle.ts';
import { moodleWorksheet } from '../../orchestrator/reports/exports/moodle-worksheet.ts';
import { input } from './class-sample.ts';

/** Reads a CSV as Moodle does (PHP's fgetcsv with `\` as its escape): the cells of each line. */
function asMoodle(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parse(line, { escape: '"' })[0] as string[]);
}

describe('the CSV for Moodle’s gradebook', () => {
  const { text, remarks } = moodleGradebook(input());
  const [heading = [], ...rows] = asMoodle(text);

  it('has no backslash, which Moodle’s reader trips over, and a line for each student', () => {
    expect(text).not.toContain('\\');
    expect(text).not.toMatch(/\r|\uFEFF|</);
    expect(heading).toEqual(['Adresse de courriel', 'Activité 1', 'Feedback Activité 1', 'Équipe']);
    expect(rows.map(([email]) => email)).toEqual([
      ...['lea.dupont@lycee.example', 'zoe@lycee.example', 'anne@lycee.example'],
    ]);
  });

  it('has as many cells in each row as in the heading, a grade with a point beside each feedback', () => {
    expect(rows.map(({ length }) => length)).toEqual([4, 4, 4]);
    expect(rows.map(([, grade]) => grade)).toEqual(['20.00', '5.00', '8.75']);
    expect(rows.every(([, , feedback]) => feedback !== undefined && feedback !== '')).toBe(true);
    expect(rows[1]?.[2]).toMatch(/^Q1\.3 5\/5 \| Q1\.4 0\/7\.5 : extensions\.conf, ligne 6/);
  });

  it('never heads a column as Moodle’s own export of the last download does', () => {
    expect(heading.join()).not.toMatch(/Last downloaded|Dernier téléchargement/i);
    expect(remarks[0]).toContain('maximum 20');
  });

  it('knows students by another key when not all have an e-mail', () => {
    const students = input().classList?.students.map((one) => ({
      ...one,
      email: null,
      id: `A${one.team}`,
    }));
    const other = moodleGradebook(
      input({ classList: { students: students ?? [] }, language: 'en' }),
    );
    expect(asMoodle(other.text)[0]?.[0]).toBe('ID number');
    expect(asMoodle(other.text)[1]?.[0]).toBe('A1');
  });
});

const FRENCH = [
  '\uFEFFIdentifiant,"Nom complet","Adresse de courriel",Statut,Note,"Note maximale","La note peut être modifiée","Dernière modification (note)","Feedback par commentaires"',
  '"Participant 11","Léa Dupont",lea.dupont@lycee.example,"Remis, pour évaluation",,"20,00",Oui,-,',
  '"Participant 12","Martin Zoé",ZOE@lycee.example,"",12.00,"20,00",Oui,-,"un ""ancien""\r\ncommentaire"',
  '"Participant 13","Max Petit",max@lycee.example,-,,"20,00",Oui,-,',
  '"Participant 14",Inconnu,qui@lycee.example,-,,"20,00",Oui,-,',
  '"Participant 15","Anne Le Goff",anne@lycee.example,-,,"100,00",Oui,-,',
  '',
].join('\r\n');
const ENGLISH = [
  'Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments',
  'Participant 11,Léa Dupont,,Submitted,,20.00,Yes,-,-,',
  'Participant 15,"Anne Le ""Goff""",,Submitted,,20.00,No,-,-,',
].join('\n');

function worksheetOf(text: string) {
  const parsed = parseWorksheet(text, 'feuille.csv');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
const fill = (text: string) => moodleWorksheet(input({ worksheet: worksheetOf(text) }));

describe('Moodle’s offline worksheet', () => {
  it.each([
    ['FR', FRENCH],
    ['EN', ENGLISH],
  ])('is read in pieces that are all of it: %s', (_, text) => {
    const { head, rows } = worksheetOf(text);
    expect(head + rows.map((row) => row.text).join('')).toBe(text);
  });

  it('gets grades and feedback in its own rows, and not one other byte changes', () => {
    const { text } = fill(FRENCH);
    const read = (csv: string): string[][] => parse(csv, { bom: true });
    const [before, after] = [read(FRENCH), read(text)];
    const others = (rows: string[][]) =>
      rows.map((row) => row.filter((_, index) => index !== 4 && index !== 8));
    expect(others(after)).toEqual(others(before));
    expect(after.map((row) => row[4])).toEqual(['Note', '20.00', '5.00', '', '', '']);
    expect(after[2]?.[8]).toMatch(/^Q1\.3 5\/5 \| Q1\.4 0\/7\.5/);
    const same = FRENCH.split('\r\n').filter((line) => /Participant 1[345]|Identifiant/.test(line));
    for (const line of same) expect(text.split('\r\n')).toContain(line);
    expect(text.startsWith('\uFEFFIdentifiant,"Nom complet"')).toBe(true);
    expect(text).toContain(
      '"Participant 11","Léa Dupont",lea.dupont@lycee.example,"Remis, pour évaluation",20.00,"20,00",Oui,-,"',
    );
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('tells of every row that it did not fill, and of grades that it replaced', () => {
    const told = fill(FRENCH).remarks.join('\n');
    expect(told).toMatch(/Zoé : une autre note était là/);
    expect(told).toMatch(/Max Petit : .*pas encore établie/);
    expect(told).toMatch(/Inconnu : n’est pas dans la liste/);
    expect(told).toMatch(/Anne Le Goff : la note maximale/);
    expect(told).toMatch(/2 lignes remplies$/);
  });

  it('is filled by name where it has no e-mail, except where grades are locked', () => {
    const { text, remarks } = fill(ENGLISH);
    const [, first, second] = text.split('\n');
    expect(first).toMatch(
      /^Participant 11,Léa Dupont,,Submitted,20\.00,20\.00,Yes,-,-,"Q1\.3 5\/5/,
    );
    expect(second).toBe(ENGLISH.split('\n')[2]);
    expect(remarks.join('\n')).toMatch(/ne peut pas être modifiée/);
  });

  it('is refused without its columns, and as anything else than a CSV', () => {
    const problems = (text: string) => {
      const parsed = parseWorksheet(text, 'f.csv');
      return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
    };
    expect(problems('Identifiant,Note\n')).toEqual(['worksheet-columns']);
    expect(problems('')).toEqual(['worksheet-columns']);
    expect(problems(`${ENGLISH}\n"x`)).toEqual(['worksheet-broken']);
  });
});
