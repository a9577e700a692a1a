/** The page that a sheet is made for, in mm. */
export const A4 = { width: 210, height: 297, margin: 14 } as const;

/** What stands between the margins. */
export const CONTENT_WIDTH = A4.width - 2 * A4.margin;

/** The sizes of letters, in points. */
export const LETTERS = { heading: 20, section: 11, text: 9, small: 7.5 } as const;

/** A printer's point in mm. */
export const POINT = 25.4 / 72;

/** A QR code with its white margin, in mm: a phone reads it from paper at arm's length. */
export const CODE_SIZE = 27;

/** How many codes stand side by side. */
export const CODES_IN_A_ROW = 5;
