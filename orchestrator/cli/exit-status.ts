import type { CheckProblems } from '../base/problems/check-problems.ts';
import type { EnvironmentProblems } from '../base/problems/environment-problems.ts';
import type { InputProblems } from '../base/problems/input-problems.ts';
import type { ProblemCode } from '../base/problems.ts';

/** What a command's exit status says; documented in docs/commands.md. */
export const EXIT = {
  done: 0,
  checkFailed: 1,
  badInput: 2,
  environment: 3,
  ourFault: 70,
  /** The shell's own convention for a command ended by Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

/** One of the documented exit statuses. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Types are gone at run time: these two tables are held complete by the compiler. */
const CHECK = {
  'line-refused': true,
  'softphone-refused': true,
  'softphone-wait': true,
  'softphone-busy': true,
  'softphone-no-call': true,
} satisfies Record<keyof CheckProblems, true>;

const ENVIRONMENT = {
  declined: true,
  'command-missing': true,
  'command-failed': true,
  'command-too-slow': true,
  'engine-context-missing': true,
  'engine-certificate-missing': true,
  'engine-unreachable': true,
  'engine-untrusted': true,
  'engine-wants-tls': true,
  'engine-denied': true,
  'engine-absent': true,
  'engine-not-embeddable': true,
  'engine-path-too-long': true,
  'engine-busy': true,
  'engine-start-failed': true,
  'engine-stop-incomplete': true,
  'packages-conflict': true,
  'packages-failed': true,
  'engine-too-old': true,
  'engine-lost': true,
  'disk-full': true,
  'engine-refused': true,
  'images-missing': true,
  'image-load-failed': true,
  'image-build-failed': true,
  'image-packages-unavailable': true,
  'image-base-unavailable': true,
  'subnet-taken': true,
  'room-short': true,
  'other-lab': true,
  'team-not-up': true,
  'team-locked': true,
  'gate-port-taken': true,
  'gate-cannot-listen': true,
  'capture-failed': true,
  'grading-too-slow': true,
  'pbx-slow': true,
  'softphone-dead': true,
  'node-too-old': true,
  'isolation-weak': true,
  'limits-unenforced': true,
  'disk-unlimited': true,
  'disk-low': true,
  'memory-low': true,
  'archive-disk-full': true,
  'archive-failed': true,
  'archive-gone': true,
  'archive-broken': true,
  'archive-none': true,
  'undo-nothing': true,
  'work-none': true,
  'too-much-work': true,
  'work-too-large': true,
  'softphone-gone': true,
  'softphone-garbled': true,
  'softphone-silent': true,
  'export-inconclusive': true,
  'export-unfinished': true,
} satisfies Record<keyof EnvironmentProblems, true>;

/** The exit status of a problem: that of the kind its code is declared in. */
export function exitStatusOf(code: ProblemCode): ExitStatus {
  if (isOneOf(CHECK, code)) return EXIT.checkFailed;
  if (isOneOf(ENVIRONMENT, code)) return EXIT.environment;
  code satisfies keyof InputProblems;
  return EXIT.badInput;
}

/** The one of two exit statuses that says more of what went wrong: the higher one. */
export function worse(one: ExitStatus, other: ExitStatus): ExitStatus {
  return other > one ? other : one;
}

function isOneOf<C extends ProblemCode>(
  table: Readonly<Record<C, true>>,
  code: ProblemCode,
): code is C {
  return Object.hasOwn(table, code);
}
