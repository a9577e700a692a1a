import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { ResultCheck } from '../../model/marking/grade-result.ts';
import { type Html, html } from './html.ts';

/** One phone's side of what was observed, step by step. */
interface Timeline {
  readonly who: string;
  readonly steps: string;
}

/** What shows how a check went, folded away on a screen; nothing where nothing was kept. */
export function proofSection({ evidence }: ResultCheck, language: Language): Html | null {
  const { page } = catalogue(language).phrases.report;
  const timelines = timelinesIn(evidence);
  if (timelines.length === 0) return null;
  return html`<details><summary>${page.seen}</summary>
${timelines.map(({ who, steps }) => html`<pre>${page.timelineOf(who)}\n${stepsOf(steps)}</pre>\n`)}</details>`;
}

/** Every timeline in the evidence of a check, wherever it stands in it. */
function timelinesIn(evidence: unknown): readonly Timeline[] {
  if (typeof evidence !== 'object' || evidence === null) return [];
  const { timeline, caller, callee } = evidence as Readonly<Record<string, unknown>>;
  const inside = Object.values(evidence).flatMap(timelinesIn);
  if (typeof timeline === 'string') return [{ who: String(caller), steps: timeline }, ...inside];
  if (typeof timeline !== 'object' || timeline === null) return inside;
  const ends = timeline as Readonly<Record<string, unknown>>;
  const own = [
    { who: String(caller), steps: String(ends.caller) },
    { who: String(callee), steps: String(ends.callee) },
  ];
  return [...own.filter(({ steps }) => steps !== '' && steps !== '-'), ...inside];
}

/** A step a line. Keys that were typed may be a PIN. */
function stepsOf(timeline: string): string {
  return timeline
    .split(' · ')
    .map((step) => step.replace(/(sndcode )(\S+)/, (_, verb, keys) => verb + hidden(keys)))
    .join('\n');
}

function hidden(keys: string): string {
  return keys.replace(/\d{3,}/g, (digits) => '•'.repeat(digits.length));
}
