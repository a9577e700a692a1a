import type { Exchange } from '../../model/ladder/exchange.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';

/** What of a team's plan says which traffic is its own. */
export type OwnPlan = Pick<TeamPlan, 'team' | 'base' | 'network' | 'pbx' | 'contexts'>;

/** True for an address of the team's network, whatever stands there. */
export function isOwnAddress(address: string, { base, team }: OwnPlan): boolean {
  return address.startsWith(`${base}.${team}.`);
}

/** True for a number of the team's contexts, or for the SIP name of one of its users. */
function isOwnNumber(user: string | null, plan: OwnPlan): boolean {
  const number = numberOf(user);
  const patterns = plan.contexts.map(({ pattern }) => pattern.slice(1).replaceAll('X', '\\d'));
  if (patterns.some((pattern) => new RegExp(`^${pattern}$`).test(number))) return true;
  return plan.contexts.some(({ users }) => users.some((one) => one.user === number));
}

/** A phone may register a name of its own making for itself, that begins with its number. */
export function numberOf(user: string | null): string {
  return (user ?? '').replace(/-0x[0-9a-f]+$/, '');
}

/** True for a number at which a context listens to its messages. */
export function isVoicemail(user: string | null, { contexts }: OwnPlan): boolean {
  return contexts.some(({ voicemail }) => voicemail === numberOf(user));
}

/** The address at the phone's end of a message of the team's exchange. */
export function phonesOf({ messages }: Exchange, { pbx }: OwnPlan): readonly string[] {
  const ends = messages.flatMap(({ from, to }) => [from.address, to.address]);
  return [...new Set(ends)].filter((address) => address !== pbx.address);
}

/** Why an exchange is none between the team's own phones and its exchange; null: it is. */
export function foreignReason(file: string, exchange: Exchange, plan: OwnPlan): Verdict | null {
  const { pbx, network } = plan;
  const ends = exchange.messages.flatMap(({ from, to }) => [from.address, to.address]);
  const found = [...new Set(ends)].find((address) => !isOwnAddress(address, plan));
  if (found !== undefined) {
    const team = teamOf(found, plan);
    if (team !== null) return verdict('fail', 'capture-other-team', { file, team, found });
    return verdict('fail', 'capture-other-network', { file, found, expected: network.subnet });
  }
  const past = exchange.messages.some(
    ({ from, to }) => from.address !== pbx.address && to.address !== pbx.address,
  );
  if (past) return verdict('fail', 'capture-no-pbx', { file, expected: pbx.address });
  return foreignNumber(file, exchange, plan);
}

function foreignNumber(file: string, exchange: Exchange, plan: OwnPlan): Verdict | null {
  const { messages } = exchange;
  const expected = plan.contexts.map(({ pattern }) => pattern.slice(1)).join(', ');
  // What a phone dialled; what the exchange calls a phone by is the phone's own choice.
  const dialled = messages.find(
    ({ method, to }) => method === 'INVITE' && to.address === plan.pbx.address,
  );
  const users = messages.flatMap(({ fromUser, toUser }) => [fromUser, toUser]);
  const wrong =
    dialled !== undefined && !dialled.inDialog && !isOwnNumber(dialled.target, plan)
      ? dialled.target
      : undefined;
  if (wrong === undefined && users.some((user) => isOwnNumber(user, plan))) return null;
  const found = numberOf(wrong ?? users.find((user) => user !== null) ?? '');
  return verdict('fail', 'capture-other-numbers', { file, found, expected });
}

/** The team of the same base whose address this is. */
function teamOf(address: string, { base }: OwnPlan): number | null {
  const [, digit] = /^\.([1-8])\.\d+$/.exec(address.slice(base.length)) ?? [];
  return address.startsWith(base) && digit !== undefined ? Number(digit) : null;
}
