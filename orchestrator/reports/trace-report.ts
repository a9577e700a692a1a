import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { CallPath, CallStep } from '../model/asterisk/plan/call-path.ts';
import { printable } from '../model/definition/text/printable.ts';

/** The way of a call as text: a line a step, its file and line in front. */
export function traceReport({ from, to, steps }: CallPath, language: Language): string {
  const { trace: words } = catalogue(language).phrases;
  const rows = steps.map((step) => [placeOf(step), words.step[step.kind](shown(step))] as const);
  const width = Math.max(0, ...rows.map(([place]) => place.length));
  const lines = rows.map(([place, said]) => `  ${place.padEnd(width)}  ${said}`);
  return [words.title(from, to), ...lines, words.note].join('\n');
}

/** Words from files, fit for a terminal. */
function shown(step: CallStep): CallStep {
  const about = Object.entries(step.about).map(([key, value]) => [
    key,
    typeof value === 'string' ? printable(value) : value,
  ]);
  const { extension, application } = step;
  return {
    ...step,
    ...{ extension: printable(extension), application: printable(application) },
    about: { ...step.about, ...Object.fromEntries(about) },
  };
}

function placeOf({ place, priority }: CallStep): string {
  if (place === null) return '';
  const at = `${place.file}:${place.line}`;
  return priority === null ? at : `${at} (${priority})`;
}
