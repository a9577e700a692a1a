import type { Layout } from '../numbering/layout.ts';
import { teamNumber } from '../numbering/team-number.ts';
import { type TeamPlan, teamPlan } from '../numbering/team-plan.ts';
import type { ContainerState, ObservedLab } from './observed.ts';

const user = (suffix: string) => ({ suffix, fullName: 'U', secret: 'password', pin: '1234' });

const LAYOUT: Layout = {
  lab: 'activity-1',
  base: '192.168',
  contexts: [{ name: 'finance', digit: 1, voicemail: '199', users: [user('101'), user('102')] }],
  stations: [
    { name: 'softphone1', host: 11, lines: ['101'] },
    { name: 'softphone2', host: 12, lines: ['102'] },
  ],
};

/** Team 3 of a small lab: one context, two stations of one line. */
export const TEAM: TeamPlan = teamPlan(teamNumber(3), LAYOUT, { prefix: 'lab' });

/** An engine that holds the whole team, its containers in these states. */
export function standing(pbx: ContainerState, softphone2: ContainerState = 'running'): ObservedLab {
  const container = (name: string, role: string, state: ContainerState) => ({
    ...{ id: name, name, role, state },
    ...{ team: 3, spec: null },
  });
  return {
    networks: [{ id: 'n', name: 'lab-3', team: 3, base: '192.168', lab: 'activity-1', spec: null }],
    volumes: [{ name: 'lab-3-etc', team: 3, lab: 'activity-1', stage: 'start' }],
    containers: [
      container('lab-3-pbx', 'pbx', pbx),
      container('lab-3-softphone1', 'softphone', 'running'),
      container('lab-3-softphone2', 'softphone', softphone2),
    ],
  };
}
