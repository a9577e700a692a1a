import { execPipe } from '../../adapters/docker/exec.ts';
import { reach } from '../../adapters/softphone/dialogues/reach.ts';
import { LineClient } from '../../adapters/softphone/line-client.ts';
import { register } from '../../adapters/softphone/register.ts';
import type { IntrusionEvidence, ReachEvidence } from '../../model/evidence/evidence.ts';
import { guestBeside, type LinePlan, type StationPlan } from '../../model/numbering/team-plan.ts';
import type { Templates } from '../../model/rendering/fill-template.ts';
import { renderLine } from '../../model/rendering/render-line.ts';
import type { PhoneAccess } from '../phones/open-phones.ts';

/**
 * Makes a line, leads its control connection, and leaves nothing of it behind: all in one command,
 * so that it goes with whoever holds the other end, however that ends. One after the other: who was
 * in that place before may still be on its way out, and would take the new one along.
 */
const GUEST = `exec 9>"/lines/guest-$1.lock" && flock -w 10 9 || exit
mkdir -p "/lines/$1" && head -c "$2" >"/lines/$1/config" &&
line start "$1" >&2 && line control "$1"
line stop "$1"; rm -rf "/lines/$1"`;

/** What a guest tries at the exchange: the account of a line, with a secret that is wrong. */
export interface Intrusion {
  readonly station: StationPlan;
  readonly line: LinePlan;
  /** The account line with the wrong secret. */
  readonly account: string;
  readonly number: string;
  readonly signal: AbortSignal;
}

/** Opens a softphone beside a station's own lines, tries to get in with it, and takes it away. */
export async function intrude(
  access: PhoneAccess,
  templates: Templates,
  { station, line, account, number, signal }: Intrusion,
): Promise<IntrusionEvidence> {
  const guest = guestBeside(line);
  const { extension } = line;
  const config = Buffer.from(renderLine(station, guest, templates).text);
  const command = ['sh', '-c', GUEST, 'guest', String(guest.slot), String(config.length)];
  const stream = await execPipe(access.connection, { container: station.container, command });
  await using client = new LineClient(stream, { line: extension, clock: access.clock });
  stream.write(config);
  const answer = await register(client, account, { signal });
  const { outcome, status } = await reach({ caller: client, number, signal });
  return { extension, registration: answer.status, number, call: callOf(outcome, status) };
}

/** How the call ended or got on; null: nobody answered it at all. */
function callOf(outcome: ReachEvidence['outcome'], status: string): string | null {
  if (outcome === 'stalled') return null;
  return outcome === 'refused' ? status : outcome;
}
