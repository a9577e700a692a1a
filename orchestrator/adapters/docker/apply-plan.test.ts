import { describe, expect, it } from 'vitest';
import { teamNumber } from '../../model/numbering/team-number.ts';
import { type Operation, operation, type Plan } from '../../model/topology/plan.ts';
import { applyPlan } from './apply-plan.ts';
import { fakeEngine } from './fake-engine.ts';

const owner = { lab: 'l', team: teamNumber(3), prefix: 'lab', base: '10.77', stage: 's' };

/** `a b<a c<a,b`: removes objects of these names, each after those that it needs. */
function plan(text: string): Plan {
  const operations = text.split(' ').map((word) => {
    const [name = '', needs] = word.split('<');
    const after = needs?.split(',').map((need) => `remove-volume ${need}`) ?? [];
    return operation({ kind: 'remove-volume' }, name, { why: 'asked' }, after);
  });
  return { owner, operations };
}

function listener() {
  const heard: string[] = [];
  const hear = (state: string) => (done: Operation) => void heard.push(`${state} ${done.target}`);
  return { heard, started: hear('started'), done: hear('done') };
}

describe('a plan that is carried out', () => {
  it('begins each call once those it needs have ended, and no sooner', async () => {
    await using engine = await fakeEngine();
    for (const name of ['a', 'b', 'c', 'd']) engine.allow(name);
    await applyPlan(engine.connection, plan('a b<a c<b d<a,c'), { listener: listener() });
    expect(engine.seen).toEqual(
      ['a', 'b', 'c', 'd'].flatMap((name) => [`begun ${name}`, `ended ${name}`]),
    );
  });

  it('runs what needs nothing side by side, four at a time', async () => {
    await using engine = await fakeEngine();
    const applied = applyPlan(engine.connection, plan('a b c d e'), { listener: listener() });
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => engine.begun(name)));
    expect([...engine.seen].sort()).toEqual(['begun a', 'begun b', 'begun c', 'begun d']);
    for (const name of ['b', 'a', 'c', 'd', 'e']) engine.allow(name);
    await applied;
    expect(engine.seen).toContain('ended e');
  });

  it('counts what is gone already as done', async () => {
    await using engine = await fakeEngine({ a: 404 });
    for (const name of ['a', 'b']) engine.allow(name);
    const heard = listener();
    await applyPlan(engine.connection, plan('a b<a'), { listener: heard });
    expect(heard.heard).toEqual(['started a', 'done a', 'started b', 'done b']);
  });

  it('begins nothing after a failure, lets what runs end, and names what failed', async () => {
    await using engine = await fakeEngine({ a: 500 });
    const heard = listener();
    const applied = applyPlan(engine.connection, plan('a b c<a d<b'), { listener: heard });
    const outcome = expect(applied).rejects.toThrow(
      'engine-refused {"doing":"remove-volume a","said":"no"}',
    );
    await engine.begun('b');
    engine.allow('a');
    await engine.begun('a');
    engine.allow('b');
    await outcome;
    expect(engine.seen).toContain('ended b');
    expect(engine.seen).not.toContain('begun c');
    expect(heard.heard).not.toContain('done a');
  });

  it('begins nothing once it is interrupted, and lets what runs end', async () => {
    await using engine = await fakeEngine();
    const interrupted = new AbortController();
    const options = { listener: listener(), signal: interrupted.signal };
    const applied = applyPlan(engine.connection, plan('a b<a'), options);
    const outcome = expect(applied).rejects.toThrow('Ctrl-C');
    await engine.begun('a');
    interrupted.abort(new Error('Ctrl-C'));
    engine.allow('a');
    await outcome;
    expect(engine.seen).toEqual(['begun a', 'ended a']);
  });
});
