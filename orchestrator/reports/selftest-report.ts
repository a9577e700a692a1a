import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { RuleWords, SelftestPhrases, TargetWord } from '../i18n/selftest-phrases.ts';
import { textTable } from './text-table.ts';

type FoundWord = keyof SelftestPhrases['selftest']['found'];

/** What is told of a target. */
export interface ToldTarget {
  readonly id: TargetWord;
  readonly figure: number | null;
  readonly bound: number;
  readonly least: boolean;
  readonly met: boolean;
}

/** What is told of a graded lab. */
export interface ToldLab {
  readonly id: string;
  readonly points: number | null;
  readonly max: number;
  readonly right: boolean;
  readonly rootNamed: boolean | null;
  readonly charged: readonly string[];
  readonly expectedQuestions: readonly string[];
  readonly cells: readonly {
    readonly check: string;
    readonly expected: keyof SelftestPhrases['selftest']['expected'];
    readonly found: FoundWord;
    readonly right: boolean;
  }[];
  readonly named: { readonly cause: boolean; readonly place: boolean } | null;
}

/** Everything that the self-test tells people. */
export interface ToldSelftest {
  readonly labs: readonly ToldLab[];
  readonly ungraded: readonly { readonly id: string }[];
  readonly confusion: readonly ToldConfusion[];
  readonly flakes:
    | readonly {
        readonly id: string;
        readonly check: string;
        readonly found: readonly FoundWord[];
      }[]
    | null;
  readonly targets: readonly ToldTarget[];
}

/** A row of the confusion matrix. */
export interface ToldConfusion {
  readonly check: string;
  readonly rightlyPassed: number;
  readonly wronglyFailed: number;
  readonly rightlyFailed: number;
  readonly wronglyPassed: number;
  readonly consequences: number;
  readonly carried: number;
}

/** The self-test for people: each lab, the confusion matrix, the targets. */
export function selftestReport(found: ToldSelftest, language: Language): string {
  const { selftest } = catalogue(language).phrases;
  const labs = found.labs.map((lab) => labRow(lab, language));
  const matrix = found.confusion.map((row) => [
    row.check,
    ...[row.rightlyPassed, row.wronglyFailed, row.rightlyFailed, row.wronglyPassed],
    ...[row.consequences, row.carried],
  ]);
  const flakes = (found.flakes ?? []).map(({ id, check, found: verdicts }) =>
    selftest.flake({ id, check, found: verdicts.map((one) => selftest.found[one]).join(', ') }),
  );
  return [
    ...(labs.length === 0 ? [] : [textTable(selftest.labHeading, labs), '']),
    ...(matrix.length === 0
      ? []
      : [
          textTable(
            selftest.matrixHeading,
            matrix.map((row) => row.map(String)),
          ),
          '',
        ]),
    ...found.ungraded.map(({ id }) => selftest.ungraded(id)),
    ...flakes,
    ...found.targets.map((target) => targetLine(target, language)),
  ].join('\n');
}

function labRow(lab: ToldLab, language: Language): readonly string[] {
  const { selftest, checks } = catalogue(language).phrases;
  const { id, points, max, charged, expectedQuestions, named, rootNamed } = lab;
  const yes = (value: boolean | undefined | null) =>
    value === undefined || value === null ? '–' : selftest.truth[value ? 'yes' : 'no'];
  const wrong = lab.cells
    .filter(({ right }) => !right)
    .map(({ check, expected, found }) =>
      selftest.cell({
        ...{ check, expected: selftest.expected[expected], found: selftest.found[found] },
      }),
    );
  const questions =
    [...charged].sort().join() === [...expectedQuestions].sort().join()
      ? []
      : [selftest.questions(expectedQuestions.join(' ') || '–')];
  return [
    checks.mark[lab.right ? 'pass' : 'fail'],
    id,
    `${points ?? '?'}/${max}`,
    yes(rootNamed),
    charged.join(' ') || '–',
    `${yes(named?.cause)} ${yes(named?.place)}`,
    [...wrong, ...questions].join(', '),
  ];
}

function targetLine({ id, figure, bound, least, met }: ToldTarget, language: Language): string {
  const { selftest, checks } = catalogue(language).phrases;
  const mark = checks.mark[figure === null ? 'skipped' : met ? 'pass' : 'fail'];
  const shown = figure === null ? selftest.unmeasured : selftest.figure(figure, bound < 1 && least);
  const wanted = `${least ? '≥' : '≤'} ${selftest.figure(bound, bound < 1 && least)}`;
  return `${mark} ${selftest.told(selftest.target[id], `${shown} (${wanted})`)}`;
}

/** What is told of a mistake made by rule. */
export interface ToldRule {
  readonly id: string;
  readonly operator: string;
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly fate: keyof RuleWords;
}

/** Mistakes made by rule, for people: how many were seen, and each that was not. */
export function rulesReport(trials: readonly ToldRule[], language: Language): string {
  const { selftest } = catalogue(language).phrases;
  const fates = ['killed', 'equivalent', 'missed', 'not-graded'] as const;
  const counts = fates.map((fate) =>
    selftest.told(selftest.fate[fate], String(trials.filter((one) => one.fate === fate).length)),
  );
  const open = trials.filter(({ fate }) => fate === 'missed' || fate === 'not-graded');
  return [counts.join(', '), ...open.flatMap((one) => ruleLines(one, selftest))].join('\n');
}

function ruleLines(
  { id, operator, file, line, before, after, fate }: ToldRule,
  { fate: words, told }: SelftestPhrases['selftest'],
): readonly string[] {
  return [
    told(`${id} ${words[fate]}`, `${operator}, ${file}:${line}`),
    `    - ${before}`,
    `    + ${after}`,
  ];
}
