import type { CheckResult } from '../model/marking/check-report.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';
import type { Check, Finding } from './check.ts';
import type { Probes } from './probes.ts';
import { troubleVerdict } from './trouble.ts';

/** Where and how checks are run. */
export interface RunOptions {
  readonly probes: Probes;
  /** Milliseconds on any clock. */
  readonly now: () => number;
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
  { probes, now, done, signal }: RunOptions,
): Promise<readonly CheckResult[]> {
  const began = now();
  const results = new Map<string, CheckResult>();
  const running = new Map<string, Promise<void>>();
  const held = new Set<string>();
  const lastHolder = new Map<string, string>();
  const unfit = new Map<string, string>();

  const begin = async (check: Check): Promise<void> => {
    const started = now();
    const after = afterWhom(check, lastHolder);
    for (const line of check.lines) lastHolder.set(line, check.id);
    const finding = await findOut(check, { probes, results, unfit });
    signal.throwIfAborted();
    const ms = now() - started;
    const { verdict: found, evidence, inherentMs } = finding;
    const times = { started: started - began, ms, inherentMs, after };
    results.set(check.id, { id: check.id, ...found, evidence, ...times });
    for (const extension of finding.unfit) unfit.set(extension, check.id);
    for (const line of check.lines) held.delete(line);
    const waiting = checks.filter(({ control }) => control === check.id);
    for (const { id } of [check, ...waiting]) settle(id);
  };
  const settle = (id: string): void => {
    const result = results.get(id);
    const control = checks.find((check) => check.id === id)?.control;
    if (result === undefined || (control !== undefined && !results.has(control))) return;
    const final = afterControl(result, control, results);
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
}

async function findOut(check: Check, known: Known): Promise<Finding> {
  const { probes } = known;
  const kept = keptFrom(check, known);
  if (kept !== null) return nothingFound(kept);
  try {
    const finding = await check.find(probes, new Set(known.unfit.keys()));
    if (finding.verdict.verdict !== 'timeout' || check.needs.length === 0) return finding;
    return { ...finding, verdict: await deathOf(probes, finding.verdict) };
  } catch (error) {
    return nothingFound(await deathOf(probes, troubleVerdict(error)));
  }
}

function nothingFound(found: Verdict): Finding {
  return { verdict: found, evidence: null, inherentMs: 0, unfit: [] };
}

/** Why a check can't be tried: something it needs is missing, or a student has its phone; null: it can. */
function keptFrom(check: Check, { probes, results, unfit }: Known): Verdict | null {
  const missing = check.needs
    .map((id) => results.get(id))
    .find((need) => need !== undefined && need.verdict !== 'pass' && need.verdict !== 'partial');
  if (missing !== undefined) {
    return verdict('skipped', 'needs-another', { check: rootOf(missing, results) });
  }
  const useless = check.lines
    .flatMap((line) => unfit.get(line) ?? [])
    .find((id) => check.needs.includes(id));
  if (useless !== undefined) return verdict('skipped', 'needs-another', { check: useless });
  const extension = check.lines.find((line) => probes.inUse.has(line));
  if (extension === undefined) return null;
  const station = probes.inUse.get(extension) ?? '';
  return verdict('skipped', 'station-in-use', { station, extension });
}

/** The check at the beginning of a chain of skipped ones. */
function rootOf(result: CheckResult, results: ReadonlyMap<string, CheckResult>): string {
  if (result.code !== 'needs-another') return result.id;
  const next = results.get(result.params.check);
  return next === undefined ? result.params.check : rootOf(next, results);
}

/** An Asterisk that died meanwhile is the reason for whatever did not come. */
async function deathOf(probes: Probes, found: Verdict): Promise<Verdict> {
  if (found.verdict === 'skipped') return found;
  try {
    const { state, log } = await probes.boot();
    return state === 'dead' ? verdict('fail', 'asterisk-dead', { log }) : found;
  } catch {
    // Whoever can't be asked can't contradict.
    return found;
  }
}

/** A negative check whose positive twin did not pass proves nothing by passing. */
function afterControl(
  result: CheckResult,
  control: string | undefined,
  results: ReadonlyMap<string, CheckResult>,
): CheckResult {
  const twin = control === undefined ? undefined : results.get(control);
  const proven = twin === undefined || twin.verdict === 'pass' || twin.verdict === 'partial';
  if (proven || result.verdict !== 'pass') return result;
  const { code: _code, params: _params, verdict: _verdict, ...rest } = result;
  return {
    ...rest,
    ...verdict('skipped', 'needs-another', { check: rootOf(twin, results) }),
  };
}

function afterWhom(check: Check, lastHolder: ReadonlyMap<string, string>): readonly string[] {
  const holders = check.lines.flatMap((line) => lastHolder.get(line) ?? []);
  return [...new Set([...check.needs, ...holders])];
}

function isPlanned(id: string, checks: readonly Check[]): boolean {
  return checks.some((check) => check.id === id);
}
