import { render } from '../../orchestrator/actions/render.ts';
import { trace } from '../../orchestrator/actions/trace/trace.ts';
import type { CallPath } from '../../orchestrator/model/asterisk/plan/call-path.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { LAB } from './sample-lab.ts';

/** The way that a call of 3101 has in the solution of team 3. */
export function wayOf(to: string): CallPath {
  const solution = render({ lab: LAB, prefix: 'lab', team: teamNumber(3) });
  const files = solution.map(
    ({ path, text }) => [path.replace('/etc/asterisk/', ''), Buffer.from(text)] as const,
  );
  return trace(new Map(files), { from: '3101', to });
}
