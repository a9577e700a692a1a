import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { Cause, Plan } from '../model/topology/plan.ts';

/** A plan as people read it: a line an engine call, with its cause. */
export function planReport(plans: readonly Plan[], language: Language): string {
  const { plan: words } = catalogue(language).phrases;
  return plans
    .flatMap(({ owner, operations }) => {
      const lines = operations.map(
        ({ action, target, cause }) =>
          `  ${words.operation[action.kind]} ${target} — ${causeReport(cause, language)}`,
      );
      return [words.title(owner.team), ...(lines.length > 0 ? lines : [`  ${words.empty}`])];
    })
    .join('\n');
}

/** A cause as people read it: `changed (memory 67108864 → 134217728)`. */
function causeReport(cause: Cause, language: Language): string {
  const word = catalogue(language).phrases.plan.cause[cause.why];
  if (cause.why === 'stopped') return `${word} (${cause.state})`;
  if (cause.why !== 'changed') return word;
  const list = cause.differences.map(({ field, from, to }) => `${field} ${from} → ${to}`);
  return `${word} (${list.join(', ')})`;
}
