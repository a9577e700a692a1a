import type { Connection } from '../../adapters/docker/connection.ts';
import { openCleanRoom } from '../../adapters/docker/rooms/clean-room.ts';
import { awaitBoot } from '../../adapters/pbx/readiness.ts';
import type { Answer } from '../../model/mutants/same-behaviour.ts';
import { roomNames } from '../../model/numbering/names.ts';
import { roomPlan } from '../../model/numbering/room-plan.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import type { RoleImages } from '../../model/topology/desired.ts';
import { roomSpec } from '../../model/topology/room-spec.ts';
import type { HandIn } from '../grade/hand-ins/hand-in.ts';
import type { ReadLab } from '../read-lab.ts';
import { runIn } from '../run-in.ts';

/** Where to ask an exchange how it behaves. */
export interface BehaviourSetting {
  readonly connection: Connection;
  readonly lab: ReadLab;
  readonly images: RoleImages;
  readonly plan: TeamPlan;
  readonly holder: string;
  readonly id: string;
}

/** What an exchange with these files answers about its accounts, its dial plan and its boxes. */
export async function behaviour(
  { connection, lab, images, plan: own, holder, id }: BehaviourSetting,
  { configuration }: HandIn,
): Promise<readonly Answer[]> {
  const names = roomNames(own.prefix, own.team, id);
  const plan = roomPlan(own, names);
  const { limits } = lab.definition;
  const spec = roomSpec({ plan, names, images, limits, holder, lineFiles: [] });
  await using _room = await openCleanRoom(connection, spec, configuration);
  const run = runIn(connection, names.pbx);
  const { state } = await awaitBoot(run);
  if (state !== 'ready') return [{ command: 'boot', said: state }];
  const commands = [
    'dialplan show',
    'voicemail show users',
    'sip show users',
    'sip show peers',
    ...usersOf(own).map(({ extension }) => `sip show peer ${extension}`),
  ];
  const answers: Answer[] = [];
  for (const command of commands) {
    const { stdout } = await run(['asterisk', '-rx', command]);
    answers.push({ command, said: stdout });
  }
  return answers;
}
