import { type CheckReport, notPassed } from '../../../model/marking/check-report.ts';
import type { GradeResult } from '../../../model/marking/grade-result.ts';
import type { TeamStatus } from '../../../model/topology/lab-status.ts';
import type { ClassRow } from '../../../reports/class/class-summary.ts';
import type { Session } from '../../session.ts';

/** How a team stands, in its row. */
export function statusCells(
  { pbx, stations }: TeamStatus,
  { console }: Session,
): Pick<ClassRow, 'state' | 'lines'> {
  const lines = stations.flatMap((station) => station.lines);
  const registered = lines.filter((line) => line.registered);
  return {
    state: console.phrases.state[pbx.state],
    lines: { some: registered.length, all: lines.length },
  };
}

/** What came of a team's checks, in its row. */
export function checkCells(
  report: CheckReport,
  { console }: Session,
): Pick<ClassRow, 'checks' | 'remark'> {
  const all = report.checks.length;
  const passed = report.checks.filter(({ verdict }) => verdict === 'pass').length;
  const open = notPassed(report);
  const { notPassed: bad, notJudged } = console.phrases.class;
  return {
    checks: { some: passed, all },
    ...(open.checks.length > 0 && { remark: (open.failed ? bad : notJudged)(open.checks) }),
  };
}

/** A mark, and the checks that are to blame for what is missing, in its row. */
export function markCells(
  { points, max, ms, checks }: GradeResult,
  { phrases }: Session['console'],
): Pick<ClassRow, 'ms' | 'mark' | 'remark'> {
  const of = (verdicts: readonly string[]) =>
    checks
      .filter((check) => check.root === null && check.points < check.max)
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map(({ id }) => id);
  const open = of(['inconclusive']);
  const bad = of(['fail', 'partial', 'timeout']);
  const { notPassed: lost, notJudged } = phrases.class;
  return {
    ...{ ms, mark: phrases.status.mark(points, max) },
    ...(bad.length > 0 && { remark: lost(bad) }),
    ...(open.length > 0 && { remark: notJudged(open) }),
  };
}
