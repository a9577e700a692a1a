import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { SubmissionNote } from '../model/submission/submission.ts';

/** What is odd about a hand-in, a line each. */
export function noteLines(
  {
    submission,
    notes,
  }: { readonly submission: string | null; readonly notes: readonly SubmissionNote[] },
  language: Language,
): readonly string[] {
  const { note } = catalogue(language).phrases;
  return notes.map((one) => {
    const { code, ...facts } = one;
    const text: (told: never) => string = note[code];
    return note.about(submission ?? '', text(facts as never));
  });
}
