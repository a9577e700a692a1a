import { describe, expect, it } from 'vitest';
import { labError } from '../base/lab-error.ts';
import { troubleVerdict } from './trouble.ts';

const gone = labError('softphone-gone', { line: '3101', timeline: '0.00 dial 3102' });

describe('an error during a check', () => {
  it.each([
    [labError('softphone-busy', { line: '3101', peer: 'sip:3201@x' }), 'skipped station-in-use'],
    [
      labError('softphone-wait', { line: '3101', awaited: 'CALL_CLOSED', timeline: '-' }),
      'timeout took-too-long',
    ],
    [gone, 'inconclusive phone-lost'],
    [labError('softphone-garbled', { line: '3101', found: 'x' }), 'inconclusive phone-lost'],
    [labError('softphone-silent', { line: '3101', command: 'dial' }), 'inconclusive phone-lost'],
    [
      labError('softphone-refused', { line: '3101', command: 'dial', reply: 'no' }),
      'inconclusive phone-lost',
    ],
    [labError('softphone-no-call', { line: '3101' }), 'inconclusive phone-lost'],
    [labError('softphone-dead', { station: 'softphone1', said: '' }), 'inconclusive phone-lost'],
    [labError('engine-lost', { doing: 'exec', reason: 'EPIPE' }), 'inconclusive pbx-lost'],
    [labError('engine-refused', { doing: 'exec', said: 'no such' }), 'inconclusive pbx-lost'],
    [labError('keys-unknown', { keys: 'x' }), 'inconclusive check-broken'],
    [new TypeError('x is not a function'), 'inconclusive check-broken'],
    ['thrown text', 'inconclusive check-broken'],
  ])('%s is never the student’s fault: %s', (error, expected) => {
    const { verdict, code } = troubleVerdict(error);
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('is told by what came first, when tidying up failed too', async () => {
    const work = async () => {
      await using _phone = {
        [Symbol.asyncDispose]: async () => {
          throw new Error('no phone to tidy up');
        },
      };
      throw gone;
    };
    const error: unknown = await work().catch((caught: unknown) => caught);
    expect(troubleVerdict(error)).toMatchObject({
      ...{ verdict: 'inconclusive', code: 'phone-lost' },
      params: { said: expect.stringContaining('3101') },
    });
  });
});
