import { afterAll, afterEach, expect } from 'vitest';
import { engineView } from './engine-view.ts';
import { remainsOfEngine, remainsOfLab, strayOf } from './left-behind.ts';
import { openedEngines } from './private-engine.ts';
import { openedLabs } from './test-team.ts';

/**
 * Runs around every engine test: after each one nothing may be left that the tool can't name, and
 * after the last one of a file nothing at all.
 */
afterEach(async () => {
  if (openedLabs.size === 0) return;
  const engine = await engineView();
  const found = await Promise.all([...openedLabs].map((prefix) => strayOf(engine, prefix)));
  expect(found.flat(), 'left by this test').toEqual([]);
});

afterAll(async () => {
  const found = await Promise.all([...openedEngines].map(remainsOfEngine));
  if (openedLabs.size > 0) {
    const engine = await engineView();
    found.push(
      ...(await Promise.all([...openedLabs].map((prefix) => remainsOfLab(engine, prefix)))),
    );
  }
  expect(found.flat(), 'left by the tests of this file').toEqual([]);
});
