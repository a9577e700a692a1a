import { putFiles } from '../../adapters/docker/container-files.ts';
import { exec } from '../../adapters/docker/exec.ts';
import type { LinePlan, StationPlan } from '../../model/numbering/team-plan.ts';
import { PHONE_USER } from '../../model/topology/desired.ts';
import type { PhoneAccess } from './open-phones.ts';

/**
 * While checks have a line in hand, this file beside it says so and holds the account line that it
 * had (empty: none). One that is there when the line is opened was left by a run that was killed:
 * the line may be in a call that nobody is in any more, or have lost its account.
 */
const HELD = 'held';

/** Prints slot and account of each held line among these slots: the rest of a script. */
export const PRINT_HELD = `for slot in "$@"; do
  held=/lines/$slot/${HELD}
  [ -e "$held" ] && echo "$slot $(cat "$held")"
done
true`;

/** Makes these slots nobody's: the rest of a script. */
export const LET_GO = `for slot in "$@"; do rm -f "/lines/$slot/${HELD}"; done`;

/** Succeeds when no line of a station is held. */
export const NONE_HELD = `! ls /lines/*/${HELD}`;

/** A line that is held, with the account line that it had; null: none. */
export interface HeldLine {
  readonly line: LinePlan;
  readonly account: string | null;
}

/** Marks lines of a station as held. */
export async function holdLines(
  { connection }: PhoneAccess,
  { container }: StationPlan,
  held: readonly HeldLine[],
): Promise<void> {
  if (held.length === 0) return;
  const files = held.map(({ line: { slot }, account }) => ({
    path: `/lines/${slot}/${HELD}`,
    content: Buffer.from(account ?? ''),
    mode: 0o600,
    owner: PHONE_USER,
  }));
  await putFiles(connection, container, files);
}

/** Says that the lines of a station are nobody's any more. */
export async function letGoOfLines(
  { connection }: PhoneAccess,
  { container, lines }: StationPlan,
): Promise<void> {
  const files = lines.map(({ slot }) => `/lines/${slot}/${HELD}`);
  await exec(connection, { container, command: ['rm', '-f', ...files] });
}

/** Reads what `PRINT_HELD` printed. */
export function readHeld({ lines }: StationPlan, printed: string): readonly HeldLine[] {
  return lines.flatMap((line) => {
    const [, account] = new RegExp(`^${line.slot} (.*)$`, 'm').exec(printed) ?? [];
    return account === undefined ? [] : [{ line, account: account === '' ? null : account }];
  });
}
