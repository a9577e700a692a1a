import type { DialPlan, PlanContext, PlanEntry } from '../../../model/asterisk/plan/dial-plan.ts';
import { entriesOf, findEntry } from '../../../model/asterisk/plan/find-entry.ts';
import { isPattern, takesNumber } from '../../../model/asterisk/plan/pattern.ts';
import { usersOf } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { commentedLine } from '../lines/commented-line.ts';
import { looksLike } from '../looks-like.ts';
import type { Scene } from '../scene.ts';

/** A number that no line of a context takes, the checks that need it, and how its lines would look. */
export interface LostNumber {
  readonly context: string;
  readonly number: string;
  readonly pattern: string;
  readonly spoils: readonly string[];
}

/** Why nothing takes a number: the likeliest reason, one. */
export function lostNumber(scene: Scene, lost: LostNumber): readonly Finding[] {
  const { plan } = scene.model;
  const context = plan.contexts.find(({ name }) => name === lost.context);
  if (context === undefined) return [lostContext(scene, lost)];
  const entries = entriesOf(plan, context.name);
  const found =
    commented(scene, lost) ??
    nearLine(scene, entries, lost) ??
    firstPriority(entries, lost) ??
    elsewhere(plan, lost);
  if (found !== undefined) return [found];
  // A line that Asterisk could not take is told by itself.
  if (scene.model.extensions.faults.length + plan.faults.length > 0 && hasFault(scene, lost))
    return [];
  return [absent(context, lost)];
}

function hasFault({ model }: Scene, { context, number, pattern }: LostNumber): boolean {
  const digits = pattern.replaceAll(/\D/g, '');
  return [
    ...model.plan.faults.filter((one) => one.context === context && one.kind !== 'entry-twice'),
    ...model.extensions.faults.filter((one) => one.section === context),
  ].some((one) => {
    const text = `${'extension' in one ? one.extension : ''} ${one.found}`;
    return text.includes(number) || text.includes(digits);
  });
}

function lostContext(scene: Scene, { context, spoils }: LostNumber): Finding {
  const { contexts } = scene.model.plan;
  const sheet = scene.plan.contexts.map(({ name }) => name);
  const near = contexts.find(({ name }) => !sheet.includes(name) && looksLike(name, context));
  const params = { context, meant: context };
  if (near !== undefined) {
    return finding('context-section-misspelt', near, near.name, spoils, {
      ...params,
      found: near.name,
    });
  }
  const hidden = commentedLine(
    scene.files,
    'extensions.conf',
    new RegExp(`^\\[${context}\\]`, 'i'),
  );
  if (hidden !== undefined) {
    return finding('heading-commented', hidden, context, spoils, { name: context });
  }
  return finding(
    'context-section-absent',
    { file: 'extensions.conf', line: null },
    context,
    spoils,
    params,
  );
}

function firstPriority(entries: readonly PlanEntry[], { number, spoils }: LostNumber) {
  const later = entries.find(({ extension }) => takesNumber(extension, number));
  if (later === undefined) return undefined;
  const { extension: pattern, priority, context } = later;
  return finding('first-priority', later, context, spoils, { pattern, priority, number });
}

/** A line that was surely meant for a number and does not take it. */
export function nearLine(scene: Scene, entries: readonly PlanEntry[], lost: LostNumber) {
  const { number, spoils } = lost;
  const known = [
    ...usersOf(scene.plan).map(({ extension }) => extension),
    ...scene.plan.contexts.map(({ voicemail }) => voicemail),
  ];
  for (const entry of entries) {
    const { extension: pattern, context } = entry;
    const tell = (
      rule:
        | 'pattern-no-underscore'
        | 'pattern-longer'
        | 'pattern-other'
        | 'other-team'
        | 'extension-misspelt',
    ) => finding(rule, entry, context, spoils, { pattern, number, found: pattern });
    if (known.some((one) => takesNumber(pattern, one))) continue;
    if (!isPattern(pattern) && /[XZN.![]/i.test(pattern) && takesNumber(`_${pattern}`, number)) {
      return tell('pattern-no-underscore');
    }
    if (/[.!]$/.test(pattern) && takesNumber(pattern.replace(/[.!]+$/, ''), number))
      return tell('pattern-longer');
    if (takesNumber(pattern, anotherTeam(number, pattern))) return tell('other-team');
    if (looksLike(pattern, number)) return tell('extension-misspelt');
    if (isNear(pattern, lost)) return tell('pattern-other');
  }
  return undefined;
}

/** The number as the team would have it whose digit the pattern begins with. */
function anotherTeam(number: string, pattern: string): string {
  const digit = pattern.replace(/^_/, '').charAt(0);
  return /[1-8]/.test(digit) && digit !== number.charAt(0) ? digit + number.slice(1) : '';
}

function isNear(pattern: string, { pattern: meant, number }: LostNumber): boolean {
  const isList = /[XZN[]/i.test(pattern.replace(/^_/, ''));
  if (!isList) return false;
  const digits = /^\d*/.exec(pattern.replace(/^_/, ''))?.[0] ?? '';
  return looksLike(pattern, meant) || (digits !== '' && number.startsWith(digits));
}

/** Another context of the dial plan has it. */
function elsewhere(plan: DialPlan, { context, number, spoils }: LostNumber) {
  for (const { name } of plan.contexts) {
    const there = findEntry(plan, { context: name, number, priority: 1 });
    if (name === context || name === 'default' || there === null) continue;
    const params = { pattern: there.entry.extension, found: name, context };
    return finding('extension-elsewhere', there.entry, name, spoils, params);
  }
  return undefined;
}

function commented({ files }: Scene, { context, number, pattern, spoils }: LostNumber) {
  const escaped = [number, pattern].map((one) => one.replaceAll(/[[\].]/g, '\\$&')).join('|');
  const begins = new RegExp(`^exten\\s*=>?\\s*(?:${escaped})`, 'i');
  const place = commentedLine(files, 'extensions.conf', begins);
  return place === undefined
    ? undefined
    : finding('extension-commented', place, context, spoils, { number });
}

function absent({ name, file, line }: PlanContext, { number, spoils }: LostNumber): Finding {
  return finding('extension-absent', { file, line }, name, spoils, { number, context: name });
}
