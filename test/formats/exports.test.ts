import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { refuseUnsettled } from '../../orchestrator/actions/report/refuse-unsettled.ts';
import { LabError } from '../../orchestrator/base/lab-error.ts';
import { frenchCsv } from '../../orchestrator/reports/exports/french-csv.ts';
import { moodleGradebook } from '../../orchestrator/reports/exports/moodle.ts';
import { input, MIXED, OPEN, RIGHT, UNFINISHED, WRONG } from './class-sample.ts';

const ALL = [RIGHT, WRONG, MIXED, OPEN];

describe('an export of marks', () => {
  it('is refused while a check could not be told, with its name and what to type', () => {
    const refused = () => refuseUnsettled(ALL, 'run-1');
    expect(refused).toThrow(LabError);
    expect(refused).toThrow(/export-inconclusive.*"check":"call.finance".*"5:call.finance"/);
    expect(() => refuseUnsettled([UNFINISHED], 'run-1')).toThrow(/export-unfinished/);
    expect(() => refuseUnsettled([RIGHT, WRONG, MIXED], 'run-1')).not.toThrow();
  });

  it.each([
    ['csv', frenchCsv(input())],
    ['moodle', moodleGradebook(input())],
  ])('leaves out marks that are not final, and says whose: %s', (_, { text, remarks }) => {
    expect(text).not.toContain('Petit');
    expect(text).not.toContain('max@');
    expect(remarks.join('\n')).toMatch(/Max Petit : .*pas encore établie/);
    expect(remarks.join('\n')).toMatch(/Paul Absent : .*pas été notée/);
    expect(remarks.join('\n')).toMatch(/register\.template restent à votre jugement/);
  });
});

describe('the CSV for French spreadsheets', () => {
  const { text } = frenchCsv(input());

  it('begins with a byte order mark, ends lines as Windows does and separates by semicolons', () => {
    expect(
      text.startsWith('\uFEFFÉquipe;Rendu;Nom;Prénom;Note;Sur;Q1.3;Q1.4;Q2.1;Remarques\r\n'),
    ).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has the same cells in every row, commas in numbers, and no formula', () => {
    const rows: string[][] = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(rows[3]?.slice(4, 9)).toEqual(['8,75', '20', '1,25', '7,5', '0']);
    expect(rows[2]?.[3]).toBe("'=Zoé");
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('has a row for each hand-in without a class list', () => {
    const rows: string[][] = parse(frenchCsv(input({ classList: null })).text, {
      bom: true,
      delimiter: ';',
    });
    expect(rows.map(([team]) => team)).toEqual(['Équipe', '1', '3', '4']);
  });
});
