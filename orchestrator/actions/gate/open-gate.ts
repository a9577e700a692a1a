import { isRunning } from '../../adapters/docker/guest/guest-exec.ts';
import { hangUp } from '../../adapters/docker/guest/hang-up.ts';
import { readRecords, removeRecord, writeRecord } from '../../adapters/files/gate/gate-records.ts';
import { keptSecret } from '../../adapters/files/gate/kept-secret.ts';
import type { GuestVisit } from '../../adapters/ssh/guest-visit.ts';
import { fingerprint, newHostKey } from '../../adapters/ssh/host-key.ts';
import { newMark, sameSecret } from '../../adapters/ssh/secrets.ts';
import { type Introduction, type SshServer, sshServer } from '../../adapters/ssh/ssh-server.ts';
import { labError } from '../../base/lab-error.ts';
import { type GateAccount, gateNameOf, readGateName } from '../../model/gate/gate-account.ts';
import {
  type GateRecord,
  type GateSession,
  isGateDead,
  readGateRecord,
} from '../../model/gate/gate-record.ts';
import type { ListenAddress } from '../../model/gate/listen-address.ts';
import { loginGuard } from '../../model/gate/login-guard.ts';
import { objectNames } from '../../model/numbering/names.ts';
import { gateFolder, gatePassword, hostKeyFile, plainPassword } from './gate-access.ts';
import { failureTold, type GateHall, tellGuest, VISIT } from './gate-hall.ts';
import { pbxVisit } from './pbx-visit.ts';
import { phoneVisit } from './phone-visit.ts';

/** A gate that stands open. Disposing tells everybody who is in, and closes it. */
export interface OpenGate extends AsyncDisposable {
  readonly port: number;
  readonly fingerprint: string;
}

/** How many may be at the door, how long, how often; how many of a team may be in. */
const LIMITS = {
  connections: 256,
  strangers: 64,
  strangersFrom: 16,
  grace: 60_000,
  tries: 3,
  visits: 4,
} as const;
const MOST_OF_TEAM = 24;

/** A no takes at least this long, whatever it is for (ms). */
const NO_TAKES = 1_000;

/** Opens the gate. What a gate that was killed has left at work is ended first. */
export async function openGate(hall: GateHall, listen: ListenAddress): Promise<OpenGate> {
  const { bench, prefix } = hall;
  const { surroundings, clock } = bench;
  const file = hostKeyFile(surroundings);
  const hostKey = await keptSecret(file, newHostKey);
  const known = fingerprint(hostKey);
  if (known === null) throw labError('unreadable', { file, reason: 'host key' });
  await sweepDeadGates(hall);
  const closing = new AbortController();
  const book = await visitorsBook(hall);
  const visits = new Set<Promise<number>>();
  const server = await listening(listen, () =>
    sshServer<GateAccount>({
      ...{ hostKey, listen, clock, limits: LIMITS },
      admit: admission(hall),
      serve: (account, visit) => {
        const stay = receiveGuest(hall, book, { account, visit, closing: closing.signal });
        visits.add(stay);
        return stay.finally(() => visits.delete(stay));
      },
    }),
  );
  await book.open(server.port);
  return {
    port: server.port,
    fingerprint: known,
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      await Promise.allSettled(visits);
      await server[Symbol.asyncDispose]();
      await removeRecord(gateFolder(surroundings, prefix), book.name);
    },
  };
}

async function listening(
  listen: ListenAddress,
  open: () => Promise<SshServer>,
): Promise<SshServer> {
  try {
    return await open();
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const at = `${listen.host ?? ''}:${listen.port}`;
    if (code === 'EADDRINUSE') throw labError('gate-port-taken', { port: listen.port }, error);
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
      throw labError('gate-cannot-listen', { at, reason: code }, error);
    throw error;
  }
}

/** Judges names and passwords: the same answer, after the same time, for all that are wrong. */
function admission(hall: GateHall): (introduction: Introduction) => Promise<GateAccount | null> {
  const { bench, prefix, tell } = hall;
  const { clock, surroundings, signal } = bench;
  const guard = loginGuard();
  const nobody = newMark();
  return async ({ name, password, address }) => {
    const began = clock.now();
    const account = readGateName(name);
    const attempt = { address, account: account === null ? '?' : String(account.team) };
    const shown = account === null ? '?' : gateNameOf(account);
    const out = guard.shutOutFor(attempt, began);
    await clock.wait(guard.delay(attempt, began), signal);
    const secret =
      account === null ? nobody : await gatePassword(surroundings, { prefix, team: account.team });
    const same = sameSecret(plainPassword(password), plainPassword(secret));
    if (same && account !== null && out === 0) {
      guard.passed(attempt);
      return account;
    }
    if (out === 0) {
      guard.failed(attempt, began);
      tell({ about: 'refused', name: shown, from: address });
      const seconds = Math.ceil(guard.shutOutFor(attempt, began) / 1000);
      if (seconds > 0) tell({ about: 'shut-out', name: shown, from: address, seconds });
    }
    await clock.wait(Math.max(0, NO_TAKES - (clock.now() - began)), signal);
    return null;
  };
}

interface Arrival {
  readonly account: GateAccount;
  readonly visit: GuestVisit;
  readonly closing: AbortSignal;
}

async function receiveGuest(
  hall: GateHall,
  book: VisitorsBook,
  { account, visit, closing }: Arrival,
): Promise<number> {
  const stay = { account, visit, mark: newMark() };
  if (closing.aborted) return VISIT.hungUp;
  if (book.countOf(account.team) >= MOST_OF_TEAM) {
    tellGuest(hall, stay, { about: 'full', team: account.team });
    return VISIT.missing;
  }
  const [name, from] = [gateNameOf(account), visit.from];
  hall.tell({ about: 'came', name, from });
  const { team, station } = account;
  const since = hall.bench.clock.date().toISOString();
  await book.enter({ team, station, from, since, mark: stay.mark });
  try {
    return await (station === null ? pbxVisit : phoneVisit)(hall, stay, closing);
  } catch (error) {
    tellGuest(hall, stay, failureTold(error));
    return VISIT.missing;
  } finally {
    await book.leave(stay.mark);
    hall.tell({ about: 'left', name, from });
  }
}

/** Who is in, kept in a file for `lab status` and for the gate that comes after this one. */
interface VisitorsBook {
  readonly name: string;
  readonly open: (port: number) => Promise<void>;
  readonly countOf: (team: number) => number;
  readonly enter: (session: GateSession) => Promise<void>;
  readonly leave: (mark: string) => Promise<void>;
}

async function visitorsBook({ bench, prefix }: GateHall): Promise<VisitorsBook> {
  const { surroundings, clock } = bench;
  const identity = surroundings.identity();
  const gate = { ...identity, verb: 'gate', since: clock.date().toISOString() };
  const folder = gateFolder(surroundings, prefix);
  const name = `gate-${identity.pid}.json`;
  const sessions = new Map<string, GateSession>();
  let port = 0;
  let writing = Promise.resolve();
  const write = () => {
    // One after the other, and what is written is what is true then. A full disk stops no visit.
    writing = writing.then(async () => {
      const record: GateRecord = {
        schema: 'lab-gate/1',
        gate,
        port,
        sessions: [...sessions.values()],
      };
      await writeRecord(folder, { name, text: `${JSON.stringify(record)}\n` }).catch(
        () => undefined,
      );
    });
    return writing;
  };
  return {
    name,
    open: (opened) => {
      port = opened;
      return write();
    },
    countOf: (team) => [...sessions.values()].filter((session) => session.team === team).length,
    enter: (session) => {
      sessions.set(session.mark, session);
      return write();
    },
    leave: (mark) => {
      sessions.delete(mark);
      return write();
    },
  };
}

async function sweepDeadGates({ bench, connection, prefix }: GateHall): Promise<void> {
  const { surroundings } = bench;
  const folder = gateFolder(surroundings, prefix);
  const judge = { self: surroundings.identity(), lives: surroundings.lives };
  for (const { name, text } of await readRecords(folder)) {
    const record = readGateRecord(text);
    if (record !== null && !isGateDead(record, judge)) continue;
    const shells = (record?.sessions ?? []).filter(({ station }) => station === null);
    for (const { team, mark } of shells) {
      const container = objectNames(prefix, team).pbx;
      if (await isRunning(connection, container)) await hangUp(connection, { container, mark });
    }
    await removeRecord(folder, name);
  }
}
