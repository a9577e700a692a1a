import { join } from 'node:path';
import { type ReadLab, readLabDefinition } from '../../orchestrator/actions/read-lab.ts';
import {
  type Aim,
  decideTeam,
  type TeamDecision,
} from '../../orchestrator/actions/up/decide-team.ts';
import type { Surroundings } from '../../orchestrator/base/surroundings.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import {
  containerFingerprint,
  networkFingerprint,
} from '../../orchestrator/model/topology/fingerprint.ts';
import type { ContainerState, ObservedLab } from '../../orchestrator/model/topology/observed.ts';
import type { Plan } from '../../orchestrator/model/topology/plan.ts';
import type { DesiredLab } from '../../orchestrator/model/topology/specs.ts';

/** A machine with nothing on it but this tool. */
const SURROUNDINGS: Surroundings = {
  environment: {},
  platform: 'linux',
  nodeVersion: '20.20.0',
  node: { executable: '/usr/bin/node', portable: true },
  uid: 0,
  home: '/root',
  cwd: '/root',
  installFolder: join(import.meta.dirname, '../..'),
  stateFolder: '/var/lib/lab',
  interfaces: () => [],
  memory: () => ({ total: 8e9, free: 8e9 }),
  identity: () => ({
    ...{ user: 'root', host: 'prof-pc', pid: 1, started: '1' },
    ...{ boot: 'b', bootTime: 1, namespace: 'n' },
  }),
  lives: () => true,
};

/** Activity 1 with its templates. */
export const LAB: ReadLab = await readLabDefinition({ surroundings: SURROUNDINGS });

/** An engine that holds nothing of ours. */
export const NOTHING: ObservedLab = { networks: [], volumes: [], containers: [] };

const IMAGES = {
  pbx: 'lab/pbx:1111',
  softphone: 'lab/softphone-sim:2222',
  bare: 'lab/pbx-bare:3333',
};

/** What `up` decides for a team when this is what the engine shows. */
export function decision(
  team: number,
  observed: ObservedLab = NOTHING,
  wish: {
    readonly stage?: string;
    readonly base?: string;
    readonly pbxImage?: string;
    readonly aim?: Aim;
  } = {},
): TeamDecision {
  const { pbxImage = IMAGES.pbx, aim = 'up', ...wanted } = wish;
  const images = { ...IMAGES, pbx: pbxImage };
  const all = { lab: LAB, prefix: 'lab', images, ...wanted };
  return decideTeam(all, teamNumber(team), observed, aim);
}

/** What the engine shows once a plan that makes everything has been carried out. */
export function built({ owner, operations }: Plan, state: ContainerState = 'running'): ObservedLab {
  const { team, base, lab } = owner as DesiredLab;
  const actions = operations.map(({ action }) => action);
  return {
    networks: actions.flatMap((action) =>
      action.kind === 'create-network'
        ? [
            {
              ...{ id: 'n', name: action.network.name, team, base, lab },
              spec: JSON.stringify(networkFingerprint(action.network)),
            },
          ]
        : [],
    ),
    volumes: actions.flatMap((action) =>
      action.kind === 'create-volume' ? [{ ...action.volume, team, lab }] : [],
    ),
    containers: actions.flatMap((action) => {
      if (action.kind !== 'create-container') return [];
      const { name, role } = action.container;
      const spec = JSON.stringify(containerFingerprint(action.container));
      return [{ id: name, name, team, role, state, spec }];
    }),
  };
}
