/**
 * Text as a terminal may get it: teams choose names of files, callers and sections, and what is in
 * them must not move the cursor, colour, rename or type anything at the teacher's. Lines and tabs stay.
 */
export function visible(text: string): string {
  return text.replace(CONTROLS, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return `\\u${code.padStart(4, '0')}`;
  });
}

/** Control codes, line and paragraph separators, and what turns the direction of writing. */
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
