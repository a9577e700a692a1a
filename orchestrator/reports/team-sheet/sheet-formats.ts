/** The forms that a sheet can have, as they are typed. */
export const SHEET_FORMATS = ['text', 'html', 'pdf'] as const;

/** One of them. */
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** What a file of each form ends with. */
export const SHEET_ENDINGS: Readonly<Record<SheetFormat, string>> = {
  text: 'txt',
  html: 'html',
  pdf: 'pdf',
};
