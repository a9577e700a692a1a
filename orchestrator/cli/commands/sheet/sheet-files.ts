import type { TeamSheet } from '../../../actions/sheet/team-sheets.ts';
import { labError } from '../../../base/lab-error.ts';
import type { Language } from '../../../i18n/catalogue.ts';
import { catalogue } from '../../../i18n/language.ts';
import { type SheetContent, sheetContent } from '../../../reports/team-sheet/sheet-content.ts';
import {
  SHEET_ENDINGS,
  SHEET_FORMATS,
  type SheetFormat,
} from '../../../reports/team-sheet/sheet-formats.ts';
import { sheetPage } from '../../../reports/team-sheet/sheet-page.ts';
import { sheetText } from '../../../reports/team-sheet/sheet-text.ts';

/** One document as it is written. */
export interface SheetFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** How sheets are put into documents. */
export interface SheetForm {
  readonly language: Language;
  readonly format: SheetFormat;
  /** A document a team, instead of one for all. */
  readonly perTeam: boolean;
  readonly date: Date;
}

/** The form that was asked for; what is none is an `option-value-wrong` error. */
export function askedSheetFormat(found: string | undefined): SheetFormat {
  if (found === undefined) return 'text';
  const format = SHEET_FORMATS.find((one) => one === found);
  if (format !== undefined) return format;
  throw labError('option-value-wrong', {
    option: '--format',
    found,
    allowed: SHEET_FORMATS.join(', '),
  });
}

/** Makes the documents, and tells what could not be shown in them. */
export async function sheetFiles(
  sheets: readonly TeamSheet[],
  form: SheetForm,
): Promise<{ readonly files: readonly SheetFile[]; readonly remarks: readonly string[] }> {
  const { language, format, perTeam } = form;
  const contents = sheets.map((sheet) => sheetContent(sheet, language));
  const documents = perTeam || contents.length === 1 ? contents.map((one) => [one]) : [contents];
  const made = await Promise.all(documents.map((one) => document(one, form)));
  const lacking = [...new Set(made.flatMap((one) => one.lacking))];
  const { told } = catalogue(language).phrases.sheet;
  return {
    files: made.map(({ content }, index) => {
      const [first] = documents[index] ?? [];
      const name = documents.length < contents.length ? 'teams' : `team-${first?.team}`;
      return { name: `${name}.${SHEET_ENDINGS[format]}`, content };
    }),
    remarks: lacking.length === 0 ? [] : [told.unprintable(lacking.join(' '))],
  };
}

async function document(
  sheets: readonly SheetContent[],
  { language, format, date }: SheetForm,
): Promise<{ readonly content: string | Uint8Array; readonly lacking: readonly string[] }> {
  if (format === 'text') return { content: sheets.map(sheetText).join('\f\n'), lacking: [] };
  if (format === 'html') return { content: sheetPage(sheets, language), lacking: [] };
  // What writes PDF is large; it is read when one is asked for.
  const { sheetPdf } = await import('../../../reports/team-sheet/sheet-pdf.ts');
  const { bytes, lacking } = sheetPdf(sheets, language, date);
  return { content: bytes, lacking };
}
