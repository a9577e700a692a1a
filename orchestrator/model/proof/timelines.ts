import type { ProofTimeline } from './proof.ts';

/** The phones' timelines in the evidence of any check: beside whoever they are of. */
export function timelinesOf(evidence: unknown): readonly ProofTimeline[] {
  if (!isObject(evidence)) return [];
  const { caller, timeline } = evidence;
  const own = isObject(timeline)
    ? ['caller', 'callee'].flatMap((end) => told(evidence[end], timeline[end]))
    : told(caller, timeline);
  const inside = Object.entries(evidence).filter(([key]) => key !== 'timeline');
  return [...own, ...inside.flatMap(([, value]) => timelinesOf(value))];
}

/** The names that phones have in the evidence of any check, given or taken. */
export function namesOf(evidence: unknown): readonly string[] {
  if (!isObject(evidence)) return [];
  const own = ['extension', 'caller', 'callee', 'template'].map((key) => evidence[key]);
  return [...own.filter((name) => typeof name === 'string'), ...insideOf(evidence)];
}

function insideOf(evidence: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(evidence).flatMap(namesOf);
}

function told(extension: unknown, text: unknown): readonly ProofTimeline[] {
  if (typeof extension !== 'string' || typeof text !== 'string') return [];
  return [{ extension, text }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
