import type { CheckResult } from '../model/marking/check-report.ts';

/**
 * Which of two tries of a check counts. The second does, unless it says nothing: one that was skipped
 * or cut off tells no more than the first did.
 */
export function settleTries(first: CheckResult, second: CheckResult | undefined): CheckResult {
  if (second === undefined) return first;
  if (second.code === 'out-of-time') return first;
  return second.verdict === 'skipped' && first.verdict !== 'skipped' ? first : second;
}
