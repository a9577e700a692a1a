import { describe, expect, it } from 'vitest';
import { countWork } from './work.ts';

const answer = (code: number, stdout: string) => async () => ({ code, stdout, stderr: '' });

describe('the work of a team', () => {
  it('is counted by kind', async () => {
    expect(await countWork(answer(0, '3\n1\n12\n'))).toEqual({
      ...{ configuration: 3, messages: 1, home: 12 },
    });
  });

  it('is unknown where the first day is', async () => {
    expect(await countWork(answer(1, ''))).toBeNull();
  });
});
