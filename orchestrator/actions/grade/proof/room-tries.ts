import type { GradedCheck } from '../../../grading/plan-grading.ts';
import type { CheckResult } from '../../../model/marking/check-report.ts';
import type { RoomTry } from '../../../model/proof/room-record.ts';
import { namesOf } from '../../../model/proof/timelines.ts';

/** One run of checks in a room: which, what came of them, and when it began (ms, our clock). */
export interface RoomRun {
  readonly checks: readonly GradedCheck[];
  readonly results: readonly CheckResult[];
  readonly began: number;
  /** The place of its first try among all of the room. */
  readonly first: number;
  /** What tells its tries from others of the same checks, in files' names. */
  readonly label: string;
}

/** The tries of a run, in the order of its results; what was not tried has nobody's names. */
export function roomTries(
  { checks, results, began, first, label }: RoomRun,
  timeOf: (moment: number) => number,
): readonly RoomTry[] {
  return results.map((result) => {
    const { id, verdict, evidence, started, ms, after } = result;
    const lines = checks.find((check) => check.id === id)?.lines ?? [];
    const tried = verdict !== 'skipped' || evidence !== null;
    return {
      label: `${id}-${label}`,
      names: tried ? [...new Set([...lines, ...namesIn(lines, evidence)])] : [],
      began: timeOf(began + started),
      seconds: ms / 1000,
      ofBoot: id.startsWith('pbx.'),
      after: after.flatMap((other) => {
        const index = results.findIndex((one) => one.id === other);
        return index === -1 ? [] : [first + index];
      }),
      evidence,
    };
  });
}

/** One without phones looks at what others left: whoever it names is not at its phones. */
function namesIn(lines: readonly string[], evidence: unknown): readonly string[] {
  return lines.length === 0 ? [] : namesOf(evidence);
}
