import type { CheckResult } from '../model/marking/check-report.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';
import type { Check, Control, Finding } from './check.ts';
import { judgeBoot } from './checks/pbx-boots.ts';
import { unlessLate } from './lateness.ts';
import type { Probes } from './probes.ts';
import { troubleVerdict } from './trouble.ts';

/** How many lines are told of an Asterisk that was in service: its start is no news. */
const LAST_WORDS = 3;

/** Where and how checks are run. */
export interface RunOptions {
  readonly probes: Probes;
  /** Milliseconds on any clock. */
  readonly now: () => number;
  /** The longest that this program was late since a moment of that clock, in ms. */
  readonly lateSince: (moment: number) => number;
  /** Hears of each result once it is final. */
  readonly done: (result: CheckResult) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs checks side by side, each as soon as those that it needs are through and its phones are free;
 * when several are ready, the earlier in the list goes first. One that fails stops no other.
 */
export async function runChecks(
  checks: readonly Check[],
  { probes, now, lateSince, done, signal }: RunOptions,
): Promise<readonly CheckResult[]> {
  const began = now();
  const results = new Map<string, CheckResult>();
  const running = new Map<string, Promise<void>>();
  const held = new Set<string>();
  const lastHolder = new Map<string, string>();
  const unfit = new Map<string, string>();
  const fallen = { by: null };

  const begin = async (check: Check): Promise<void> => {
    const started = now();
    const after = afterWhom(check, lastHolder);
    for (const line of check.lines) lastHolder.set(line, check.id);
    const finding = await findOut(check, { probes, results, unfit, fallen, signal });
    signal.throwIfAborted();
    const { evidence, inherentMs } = finding;
    const found = unlessLate(finding.verdict, lateSince(started));
    const times = { started: started - began, ms: now() - started, inherentMs, after };
    results.set(check.id, { id: check.id, ...found, evidence, ...times });
    for (const extension of finding.unfit) unfit.set(extension, check.id);
    for (const line of check.lines) held.delete(line);
    const waiting = checks.filter(({ controls }) =>
      controls?.some((one) => one.check === check.id),
    );
    for (const one of [check, ...waiting]) settle(one);
  };
  const settle = ({ id, controls = [] }: Check): void => {
    const result = results.get(id);
    const isOpen = (one: Control) => !results.has(one.check) && isPlanned(one.check, checks);
    if (result === undefined || controls.some(isOpen)) return;
    const final = afterControls(result, controls, results);
    results.set(id, final);
    done(final);
  };

  try {
    while (results.size < checks.length) {
      for (const check of checks) {
        if (results.has(check.id) || running.has(check.id)) continue;
        const before = [...check.needs, ...(check.follows ?? [])];
        const ready = before.every((id) => results.has(id) || !isPlanned(id, checks));
        if (!ready || check.lines.some((line) => held.has(line))) continue;
        for (const line of check.lines) held.add(line);
        running.set(
          check.id,
          begin(check).finally(() => running.delete(check.id)),
        );
      }
      if (running.size === 0) throw new TypeError('checks wait for each other');
      await Promise.race(running.values());
    }
  } finally {
    // Called off, the others still hang up before anybody takes their phones away.
    await Promise.allSettled(running.values());
  }
  return checks.flatMap(({ id }) => results.get(id) ?? []);
}

/** What is known when a check's turn comes. */
interface Known {
  readonly probes: Probes;
  readonly results: ReadonlyMap<string, CheckResult>;
  /** Extensions that are of no use, each with the check that found it out. */
  readonly unfit: ReadonlyMap<string, string>;
  /** The check that found the PBX out of service in the middle of the run; null: it is in service. */
  readonly fallen: { by: string | null };
  readonly signal: AbortSignal;
}

async function findOut(check: Check, known: Known): Promise<Finding> {
  const { probes, signal } = known;
  const kept = keptFrom(check, known);
  if (kept !== null) return nothingFound(check, kept);
  try {
    const finding = await check.find(probes, new Set(known.unfit.keys()));
    const { verdict: outcome } = finding.verdict;
    if (outcome === 'pass' || outcome === 'skipped' || check.needs.length === 0) return finding;
    return { ...finding, verdict: await fallOf(check, known, finding.verdict) };
  } catch (error) {
    signal.throwIfAborted();
    return nothingFound(check, await fallOf(check, known, troubleVerdict(error)));
  }
}

/** A check that brought nothing back vouches for nothing. */
function nothingFound({ vouchesFor = [] }: Check, found: Verdict): Finding {
  return { verdict: found, evidence: null, inherentMs: 0, unfit: vouchesFor };
}

/** Why a check can't be tried: something it needs is missing, or a student has its phone; null: it can. */
function keptFrom(check: Check, { probes, results, unfit, fallen }: Known): Verdict | null {
  if (fallen.by !== null) return verdict('skipped', 'needs-another', { check: fallen.by });
  const missing = check.needs.find((id) => !holds({ check: id, least: 'partial' }, results));
  if (missing !== undefined) {
    return verdict('skipped', 'needs-another', { check: rootOf(missing, results) });
  }
  const useless = check.lines
    .flatMap((line) => unfit.get(line) ?? [])
    .find((id) => check.needs.includes(id));
  if (useless !== undefined) {
    return verdict('skipped', 'needs-another', { check: rootOf(useless, results) });
  }
  const extension = check.lines.find((line) => probes.inUse.has(line));
  if (extension === undefined) return null;
  const station = probes.inUse.get(extension) ?? '';
  return verdict('skipped', 'station-in-use', { station, extension });
}

/** One that was not even run does not hold. */
function holds({ check, least }: Control, results: ReadonlyMap<string, CheckResult>): boolean {
  const outcome = results.get(check)?.verdict;
  return outcome === 'pass' || outcome === least;
}

/** The check at the beginning of a chain of skipped ones. */
function rootOf(id: string, results: ReadonlyMap<string, CheckResult>): string {
  const result = results.get(id);
  return result?.code === 'needs-another' ? rootOf(result.params.check, results) : id;
}

/** A PBX that is out of service is the reason for whatever did not come; it is told once. */
async function fallOf(check: Check, { probes, fallen }: Known, found: Verdict): Promise<Verdict> {
  if (found.verdict === 'skipped') return found;
  const seen = await outOfService(probes);
  if (seen === null) return found;
  fallen.by ??= check.id;
  if (fallen.by === check.id) return seen;
  return verdict('skipped', 'needs-another', { check: fallen.by });
}

/** Died, hangs, or gone with its container, and then it is nobody's fault; null: it answers. */
async function outOfService(probes: Probes): Promise<Verdict | null> {
  try {
    const boot = await probes.boot();
    if (boot.state === 'ready') return null;
    if (boot.state === 'slow') return judgeBoot(boot);
    return verdict('fail', 'asterisk-died', { log: boot.log.slice(-LAST_WORDS) });
  } catch (error) {
    return troubleVerdict(error);
  }
}

/**
 * A negative check whose positive twin does not hold proves nothing by passing: neither with the
 * whole of it nor, beside a part that did catch something, with the rest.
 */
function afterControls(
  result: CheckResult,
  controls: readonly Control[],
  results: ReadonlyMap<string, CheckResult>,
): CheckResult {
  const unproven = controls.find((control) => !holds(control, results));
  if (unproven === undefined) return result;
  if (result.verdict === 'partial') return { ...result, verdict: 'fail' };
  if (result.verdict !== 'pass') return result;
  const { code: _code, params: _params, verdict: _verdict, ...rest } = result;
  return {
    ...rest,
    ...verdict('skipped', 'needs-another', { check: rootOf(unproven.check, results) }),
  };
}

function afterWhom(check: Check, lastHolder: ReadonlyMap<string, string>): readonly string[] {
  const holders = check.lines.flatMap((line) => lastHolder.get(line) ?? []);
  return [...new Set([...check.needs, ...(check.follows ?? []), ...holders])];
}

function isPlanned(id: string, checks: readonly Check[]): boolean {
  return checks.some((check) => check.id === id);
}
