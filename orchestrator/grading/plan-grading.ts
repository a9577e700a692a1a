import { type OwnNames, ownNames } from '../model/configuration/own-names.ts';
import type { ServerEvidence } from '../model/evidence/server-evidence.ts';
import { type Scale, type ScaleCheck, scaleChecks } from '../model/marking/scale.ts';
import type { Check } from './check.ts';
import { cleanCheck } from './checks/pbx-clean.ts';
import { consoleCheck, installedCheck } from './checks/server.ts';
import { templateCheck } from './checks/template.ts';
import { type CheckPlan, planChecks } from './plan-checks.ts';

/** A check whose outcome earns points, and what its blame may lie in. */
export interface GradedCheck extends Check {
  /** The checks that it can be a consequence of, the first causes first. */
  readonly grounds: readonly string[];
  /** The files in which what it judges is written. */
  readonly files: readonly string[];
  /** The files that its fault may lie in alone, the likeliest first. */
  readonly suspects: readonly string[];
  /** Words without which nobody has tried it. */
  readonly says: readonly string[];
}

/** What a grading's checks are made of; `templates` are those that the team's files name. */
export interface GradingPlan extends Omit<CheckPlan, 'quick' | 'graded'> {
  readonly templates: readonly string[];
  /** What the lab's folder says of its checks: which spoil which, and in which files. */
  readonly scale: Scale;
  /** Without it, that of a team that has done nothing on a server of the tool's. */
  readonly work?: OwnWork | undefined;
}

/** What else is known of a hand-in before anything is tried. */
export interface OwnWork {
  readonly names: OwnNames;
  readonly server: ServerEvidence;
  /** What Asterisk complains of in any right lab; `*` stands for anything. */
  readonly usual: readonly string[];
  /** Mailboxes are declared in users.conf. */
  readonly boxesDeclared: boolean;
}

const NOTHING: OwnWork = {
  names: ownNames(new Map()),
  server: { by: 'tool' },
  usual: [],
  boxesDeclared: false,
};
/** Each is tried by registering: files that name ten thousand are not meant to be graded to their end. */
const MOST_TEMPLATES = 12;

/** Every check of a grading, each as independent of the others as it can be. */
export function planGrading({ scale, ...rest }: GradingPlan): readonly GradedCheck[] {
  const entries = scaleChecks(scale);
  return gradingChecks(rest).map((check) => {
    const entry = entries.find(({ id }) => id === check.id);
    const { files = [], suspects = [], says = [] } = entry ?? {};
    return { ...check, files, suspects, says, grounds: groundsOf(check.id, entries) };
  });
}

/** The ids of the checks that a lab can be graded by. */
export function gradingIds(plan: Omit<GradingPlan, 'scale' | 'now' | 'templates'>) {
  return gradingChecks({ ...plan, now: () => 0, templates: [] }).map(({ id }) => id);
}

function gradingChecks({
  templates,
  work = NOTHING,
  ...rest
}: Omit<GradingPlan, 'scale'>): readonly Check[] {
  const checks = planChecks({
    ...rest,
    quick: false,
    graded: true,
    boxesDeclared: work.boxesDeclared,
  });
  const accounts = checks
    .map(({ id }) => id)
    .filter((id) => id.startsWith('register.') && id !== 'register.refuses');
  const extensions = checks.filter(({ id }) => accounts.includes(id)).flatMap(({ lines }) => lines);
  // The last phones have the least to do.
  const line = extensions.at(-1);
  const names = templates.filter(isName).slice(0, MOST_TEMPLATES);
  const template =
    line === undefined
      ? []
      : [templateCheck({ templates: names, line, extensions, registrations: accounts })];
  const { names: own, server, usual } = work;
  const clean = cleanCheck({ usual, names: own, extensions, registrations: accounts });
  const refuses = checks.findIndex(({ id }) => id === 'register.refuses');
  return [
    installedCheck(server),
    consoleCheck(server),
    ...checks.slice(0, refuses + 1),
    ...template,
    clean,
    ...checks.slice(refuses + 1),
  ];
}

/** A name that a softphone can be given; others are no trouble to anybody's accounts. */
function isName(name: string): boolean {
  return /^[\p{L}0-9_.-]{1,40}$/u.test(name);
}

/** All that a check can be a consequence of, however far away, in the order of the sheet. */
function groundsOf(id: string, entries: readonly ScaleCheck[]): readonly string[] {
  const reached = new Set<string>();
  const follow = (one: string): void => {
    for (const other of entries.find((entry) => entry.id === one)?.consequenceOf ?? []) {
      if (reached.has(other)) continue;
      reached.add(other);
      follow(other);
    }
  };
  follow(id);
  return entries.map((entry) => entry.id).filter((other) => reached.has(other));
}
