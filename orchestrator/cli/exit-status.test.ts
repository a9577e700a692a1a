import { describe, expect, it } from 'vitest';
import { EXIT, exitStatusOf, worse } from './exit-status.ts';

describe('an exit status', () => {
  it.each([
    ['team-missing', 2],
    ['lab-file-tab', 2],
    ['engine-url-wrong', 2],
    ['engine-absent', 3],
    ['node-too-old', 3],
    ['subnet-taken', 3],
    ['archive-failed', 3],
    ['declined', 3],
    ['line-refused', 1],
    ['softphone-wait', 1],
    ['softphone-no-call', 1],
  ] as const)('is that of the kind of problem: %s is %i', (code, status) => {
    expect(exitStatusOf(code)).toBe(status);
  });

  it('of several teams is the one that says more', () => {
    expect(worse(EXIT.checkFailed, EXIT.environment)).toBe(3);
    expect(worse(EXIT.ourFault, EXIT.done)).toBe(70);
  });
});
