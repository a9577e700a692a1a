import type { Check } from './check.ts';
import { templateCheck } from './checks/template.ts';
import { type CheckPlan, planChecks } from './plan-checks.ts';

/** A check whose outcome earns points, and what its blame may lie in. */
export interface GradedCheck extends Check {
  /** The checks that it can be a consequence of, the first causes first. */
  readonly grounds: readonly string[];
  /** The files in which what it judges is written. */
  readonly files: readonly string[];
}

/** What a grading's checks are made of; `templates` are those that the team's files name. */
export interface GradingPlan extends Omit<CheckPlan, 'quick' | 'graded'> {
  readonly templates: readonly string[];
}

/** Each is tried by registering: files that name ten thousand are not meant to be graded to their end. */
const MOST_TEMPLATES = 12;

/** Every check of a grading, each as independent of the others as it can be. */
export function planGrading({ templates, ...rest }: GradingPlan): readonly GradedCheck[] {
  const checks = planChecks({ ...rest, quick: false, graded: true });
  const accounts = checks
    .map(({ id }) => id)
    .filter((id) => id.startsWith('register.') && id !== 'register.refuses');
  const extensions = checks.filter(({ id }) => accounts.includes(id)).flatMap(({ lines }) => lines);
  const [line] = extensions;
  const names = templates.filter(isName).slice(0, MOST_TEMPLATES);
  const template =
    line === undefined
      ? []
      : [templateCheck({ templates: names, line, extensions, registrations: accounts })];
  const refuses = checks.findIndex(({ id }) => id === 'register.refuses');
  const all = [...checks.slice(0, refuses + 1), ...template, ...checks.slice(refuses + 1)];
  const ids = all.map(({ id }) => id);
  return all.map((check) => ({
    ...check,
    grounds: groundsOf(check, ids),
    files: filesOf(check.id),
  }));
}

/** A name that a softphone can be given; others are no trouble to anybody's accounts. */
function isName(name: string): boolean {
  return /^[\p{L}0-9_.-]{1,40}$/u.test(name);
}

/** From cause to consequence: who can't register can't call, who can't be called gets no message. */
const ORDER = [
  'pbx.boots',
  'register.',
  'call.',
  'voicemail.deposit.',
  'voicemail.consult.',
] as const;

/** The files that speak of each link of that chain, the likeliest first. */
const CANDIDATES: Readonly<Record<(typeof ORDER)[number], readonly string[]>> = {
  'pbx.boots': ['users.conf', 'extensions.conf', 'voicemail.conf'],
  'register.': ['users.conf'],
  'call.': ['extensions.conf', 'users.conf'],
  'voicemail.deposit.': ['voicemail.conf', 'extensions.conf', 'users.conf'],
  'voicemail.consult.': [],
};

/** The files that the fault of a check may lie in alone, the likeliest first. */
export function suspectsOf(id: string): readonly string[] {
  const link = ORDER.find((start) => id.startsWith(start));
  return link === undefined ? [] : CANDIDATES[link];
}

function groundsOf({ id, lines }: Check, ids: readonly string[]): readonly string[] {
  const side = isSide(id) || id === 'contexts.separate';
  const own = side || lines.length === 0 ? undefined : contextOf(id, ids);
  return ORDER.slice(0, side ? 2 : depthOf(id)).flatMap((start) =>
    ids.filter((other) => {
      if (!other.startsWith(start) || other === id || isSide(other)) return false;
      return start === 'pbx.boots' || own === undefined || other.endsWith(`.${own}`);
    }),
  );
}

function contextOf(id: string, ids: readonly string[]): string | undefined {
  return id === 'voicemail.pin' ? firstContext(ids) : id.split('.').at(-1);
}

function depthOf(id: string): number {
  if (id === 'voicemail.files') return ORDER.indexOf('voicemail.deposit.') + 1;
  const depth = ORDER.findIndex((start) => id.startsWith(start));
  return depth === -1 ? ORDER.length : depth;
}

function isSide(id: string): boolean {
  return id === 'register.refuses' || id === 'register.template';
}

function firstContext(ids: readonly string[]): string | undefined {
  return ids.find((id) => id.startsWith('call.'))?.slice('call.'.length);
}

function filesOf(id: string): readonly string[] {
  if (id.startsWith('register.')) return ['users.conf'];
  if (id.startsWith('call.') || id === 'contexts.separate') return ['extensions.conf'];
  return id.startsWith('voicemail.') ? ['extensions.conf', 'voicemail.conf'] : [];
}
