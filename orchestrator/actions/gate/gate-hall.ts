import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import type { GuestVisit } from '../../adapters/ssh/guest-visit.ts';
import { LabError } from '../../base/lab-error.ts';
import type { LabDefinition } from '../../model/definition/lab-definition.ts';
import type { GateAccount, Tongue } from '../../model/gate/gate-account.ts';
import type { GateEvent, GateTold } from '../../model/gate/gate-told.ts';
import type { PhoneDesk } from '../../model/gate/phone-desk.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { observedTeam } from '../../model/topology/observed.ts';
import { plannedAs } from '../status.ts';
import type { Workbench } from '../workbench.ts';

/** What people read, made where words are known. */
export interface GateWords {
  readonly told: (told: GateTold, tongue: Tongue) => string;
  /** The whole screen, a line a row, none longer than the terminal is wide. */
  readonly screen: (desk: PhoneDesk, columns: number) => readonly string[];
}

/** What every visit of a gate needs. */
export interface GateHall {
  readonly bench: Workbench;
  readonly connection: Connection;
  readonly definition: LabDefinition;
  readonly prefix: string;
  readonly words: GateWords;
  readonly tell: (event: GateEvent) => void;
}

/** One visit: whose, under which mark, and what is told to whom. */
export interface Stay {
  readonly account: GateAccount;
  readonly mark: string;
  readonly visit: GuestVisit;
}

/** Exit statuses of visits, as a shell knows them. */
export const VISIT = { wrong: 2, missing: 3, hungUp: 129 } as const;

/** Tells a guest something, on the screen or beside what their command prints. */
export function tellGuest({ words }: GateHall, { account, visit }: Stay, told: GateTold): void {
  const text = words.told(told, account.tongue);
  if (visit.gone.aborted) return;
  if (visit.terminal === null) visit.errors.write(`${text}\n`);
  else visit.output.write(`\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
}

/** A team's plan and whether its PBX runs. */
export async function planOf(
  { connection, definition, prefix }: GateHall,
  { team }: GateAccount,
): Promise<{ readonly plan: TeamPlan; readonly running: readonly string[] }> {
  const observed = observedTeam(await observe(connection, prefix), team);
  const running = observed.containers
    .filter(({ state }) => state === 'running')
    .map(({ name }) => name);
  return { plan: plannedAs({ definition, prefix }, team, observed), running };
}

/** What a guest is told of a failure that isn't theirs. */
export function failureTold(error: unknown): GateTold {
  const lost = error instanceof LabError && error.problem.code === 'engine-lost';
  return { about: lost ? 'engine-lost' : 'fault' };
}
