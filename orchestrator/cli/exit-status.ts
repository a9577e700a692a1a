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

const CHECK_FAILED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'line-refused',
  'call-unproven',
]);

const ENVIRONMENT =
  /^(engine|embed|image|images|subnet|archive|command-(missing|failed|too-slow)|package|no-space|pbx|softphone|other-lab|team-not-up|declined)/;

/** The exit status of a problem: the person's input, unless its code says otherwise. */
export function exitStatusOf(code: ProblemCode): ExitStatus {
  if (CHECK_FAILED.has(code)) return EXIT.checkFailed;
  return ENVIRONMENT.test(code) ? EXIT.environment : EXIT.badInput;
}
