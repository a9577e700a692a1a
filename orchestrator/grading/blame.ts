import type { GradedCheck } from './plan-grading.ts';

/** How one check came out, as far as blame is concerned. */
export interface Outcomes {
  readonly passed: (id: string) => boolean;
}

/** What is known of a hand-in before anything is carried forward. */
export interface OwnFiles {
  /** A file that says something of the team's. */
  readonly handedIn: (file: string) => boolean;
  /** Some file has this word. */
  readonly says: (word: string) => boolean;
}

/** A check at the root of others, and those that are to be judged without its fault. */
export interface Suspicion {
  readonly root: string;
  readonly dependents: readonly string[];
}

/** The check that another one is a consequence of: the first of its grounds that did not pass. */
export function rootOf(check: GradedCheck, { passed }: Outcomes): string | null {
  return check.grounds.find((id) => !passed(id)) ?? null;
}

/**
 * What has to be tried again without one fault: each root with the checks that it may have spoilt.
 * Those of its own question stay with it: one fault costs that question.
 */
export function suspicions(
  checks: readonly GradedCheck[],
  outcomes: Outcomes,
  questionOf: (id: string) => string | null,
): readonly Suspicion[] {
  const spoilt = checks.flatMap((check) => {
    const root = outcomes.passed(check.id) ? null : rootOf(check, outcomes);
    const question = questionOf(check.id);
    if (root === null || question === null || question === questionOf(root)) return [];
    return [{ root, id: check.id }];
  });
  const roots = [...new Set(spoilt.map(({ root }) => root))];
  return roots.map((root) => ({
    root,
    dependents: spoilt.filter((one) => one.root === root).map(({ id }) => id),
  }));
}

/** A room to open with files replaced, and what is to be judged there. */
export interface Retrial {
  readonly files: readonly string[];
  readonly suspicions: readonly Suspicion[];
}

/**
 * The rooms that may clear suspicions, each file alone, the likeliest first. A file that was not
 * handed in is replaced for nobody, and work that nobody has tried is not carried forward.
 */
export function retrials(
  checks: readonly GradedCheck[],
  pending: readonly Suspicion[],
  own: OwnFiles,
): readonly Retrial[] {
  const files = [...new Set(pending.flatMap(({ root }) => suspectsOf(checks, root)))];
  return files.flatMap((file) => retrialWith([file], checks, pending, own));
}

/**
 * The rooms for roots that no file alone has cleared: one mistake can stand in two files that have to
 * agree, the likeliest two of each root.
 */
export function jointRetrials(
  checks: readonly GradedCheck[],
  pending: readonly Suspicion[],
  own: OwnFiles,
): readonly Retrial[] {
  const pairs = pending
    .map(({ root }) => suspectsOf(checks, root).slice(0, 2))
    .filter((files) => files.length === 2)
    .map((files) => files.join(' '));
  return [...new Set(pairs)].flatMap((pair) => retrialWith(pair.split(' '), checks, pending, own));
}

function suspectsOf(checks: readonly GradedCheck[], root: string): readonly string[] {
  return checks.find(({ id }) => id === root)?.suspects ?? [];
}

function retrialWith(
  files: readonly string[],
  checks: readonly GradedCheck[],
  pending: readonly Suspicion[],
  own: OwnFiles,
): readonly Retrial[] {
  if (!files.every(own.handedIn)) return [];
  // Whose own file is replaced has nothing left to be judged, unless somebody has tried it there.
  const isGiven = (id: string) => {
    const { files: written = [], says = [] } = checks.find((check) => check.id === id) ?? {};
    return files.some((file) => written.includes(file)) && !says.every(own.says);
  };
  const suspected = pending
    .filter(({ root }) => files.every((file) => suspectsOf(checks, root).includes(file)))
    .map(({ root, dependents }) => ({ root, dependents: dependents.filter((id) => !isGiven(id)) }))
    .filter(({ dependents }) => dependents.length > 0);
  return suspected.length === 0 ? [] : [{ files, suspicions: suspected }];
}

/** The checks to run in a room for some of them: with all that they need, come after, or are measured by. */
export function closure(
  checks: readonly GradedCheck[],
  wanted: readonly string[],
): readonly GradedCheck[] {
  const ids = new Set(wanted);
  for (;;) {
    const size = ids.size;
    for (const { id, needs, follows = [], controls = [] } of checks) {
      if (!ids.has(id)) continue;
      for (const more of [...needs, ...follows, ...controls.map((one) => one.check)]) ids.add(more);
    }
    if (ids.size === size) return checks.filter(({ id }) => ids.has(id));
  }
}
