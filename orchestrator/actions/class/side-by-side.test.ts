import { describe, expect, it } from 'vitest';
import type { LabEvent } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import { teamNumber } from '../../model/numbering/team-number.ts';
import { findEach } from '../archives/choose-archive.ts';
import type { Workbench } from '../workbench.ts';
import { eachSideBySide } from './side-by-side.ts';

const [first, second, third] = [teamNumber(1), teamNumber(2), teamNumber(3)];

function bench(signal = new AbortController().signal) {
  const events: LabEvent[] = [];
  const clock = { now: () => 0 } as Workbench['clock'];
  const emit = (event: LabEvent) => void events.push(event);
  return { events, bench: { emit, clock, signal } as Workbench };
}

describe('work on teams side by side', () => {
  it('goes on for those that have an archive where another has none', async () => {
    const found = await findEach([first, second, third], async (team) => {
      if (team === second) throw labError('undo-nothing', { team });
      return { team, id: String(team) } as never;
    });
    const { bench: own, events } = bench();
    const outcomes = await eachSideBySide(own, found, {
      work: async (one) => {
        if (!one.ok) throw one.error;
        return { id: one.from.id };
      },
    });
    expect(outcomes).toMatchObject([
      { team: 1, ok: true, id: '1' },
      { team: 2, ok: false, error: { problem: { code: 'undo-nothing' } } },
      { team: 3, ok: true, id: '3' },
    ]);
    const ended = events.filter(({ type }) => type === 'team-ended');
    expect(ended).toHaveLength(3);
    expect(ended).toContainEqual(
      expect.objectContaining({ team: 2, well: false, error: expect.anything() }),
    );
  });

  it('ends with Ctrl-C only when every team has come to rest', async () => {
    const control = new AbortController();
    const { bench: own, events } = bench(control.signal);
    let rest = false;
    const work = eachSideBySide(own, [{ team: first }, { team: second }], {
      work: async ({ team }) => {
        control.abort(new Error('stopped'));
        if (team === first) throw new Error('cut short');
        await new Promise((resolve) => setImmediate(resolve));
        rest = true;
        return {};
      },
    });
    await expect(work).rejects.toThrow('stopped');
    expect(rest).toBe(true);
    expect(events).toEqual([]);
  });
});
