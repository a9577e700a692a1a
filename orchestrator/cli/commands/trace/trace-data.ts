import type { CallPath } from '../../../model/asterisk/plan/call-path.ts';
import type { TeamNumber } from '../../../model/numbering/team-number.ts';

/** `lab trace --json`: the way of a call, step by step, with the line of each. */
export function traceData(team: TeamNumber | null, { from, to, steps }: CallPath) {
  return {
    ...{ schema: 'lab-trace/1', team, from, to },
    steps: steps.map(({ place, ...step }) => ({
      ...step,
      file: place?.file ?? null,
      line: place?.line ?? null,
    })),
  } as const;
}
