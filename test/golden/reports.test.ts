import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { dismantle } from '../../orchestrator/model/topology/dismantle.ts';
import { planReport } from '../../orchestrator/reports/plan-report.ts';
import { built, decision, NOTHING } from './sample-lab.ts';

const expected = join(import.meta.dirname, 'expected');
const fresh = decision(3);
const team3 = built(fresh.operations);

const PLANS = {
  'a new team': fresh.operations,
  'a team that is up': decision(3, team3).operations,
  'a team whose containers are stopped': decision(3, built(fresh.operations, 'exited')).operations,
  'a team killed between create and start': decision(3, built(fresh.operations, 'created'))
    .operations,
  'a newer PBX image': decision(3, team3, { pbxImage: 'lab/pbx:3333' }).operations,
  'another base': decision(3, team3, { base: '10.77' }).operations,
  reset: decision(3, team3, { aim: 'reset' }).operations,
  'reset of a team that is down': decision(
    3,
    { ...NOTHING, volumes: team3.volumes },
    { aim: 'reset' },
  ).operations,
  'up after a reset that was killed': decision(3, {
    ...team3,
    containers: team3.containers.filter(({ role }) => role !== 'pbx'),
    volumes: team3.volumes.slice(1).map((volume, index) => ({
      ...volume,
      name: index === 0 ? 'lab-3-reset' : volume.name,
    })),
  }).operations,
  'down --purge': dismantle(fresh.operations.owner, team3, { purge: true }),
};

describe.each(LANGUAGES)('the reports in %s', (language) => {
  it('tell a plan with the cause of every step', async () => {
    const texts = Object.entries(PLANS).map(
      ([title, plan]) => `# ${title}\n${planReport([plan], language)}\n`,
    );
    await expect(texts.join('\n')).toMatchFileSnapshot(join(expected, `plans.${language}.txt`));
  });
});
