import { type Scale, scaleChecks } from '../../marking/scale.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import { readLabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';

/** A `checks.yaml` that was read, and its text. */
export interface ReadScale {
  readonly scale: Scale;
  readonly text: string;
  readonly file: string;
}

/** Labs that a `checks.yaml` names for the self-test and that are not there. */
export function unknownLabs(
  { scale, text, file }: ReadScale,
  known: readonly string[],
): readonly Diagnostic[] {
  const read = readLabText(text, file);
  if (!read.ok) return read.problems;
  return scaleChecks(scale).flatMap(({ id, selftest }) =>
    (['fails', 'passes'] as const).flatMap((list) =>
      selftest[list].flatMap((lab, index) => {
        if (known.includes(lab)) return [];
        const facts = { lab: printable(lab), check: id, nearest: nearest(lab, known), known };
        const place = read.value.valueAt(['checks', id, 'selftest', list, index]);
        return [diagnostic(place, 'mutant-lab-unknown', facts)];
      }),
    ),
  );
}
