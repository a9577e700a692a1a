import type { Cause, DiagnosisRequest, Finding, JudgedCheck } from './cause.ts';
import { CAUSE_RULES } from './cause-rules.ts';
import { fileFindings } from './lines/file-rules.ts';
import { complaintFindings, logFindings } from './lines/log-rules.ts';
import { notReloaded } from './lines/not-reloaded.ts';
import { planLineFindings } from './lines/plan-line-rules.ts';
import { accountFindings } from './rules/account-rules.ts';
import { callFindings } from './rules/call-rules.ts';
import { consultFindings } from './rules/consult-rules.ts';
import { mailboxFindings } from './rules/mailbox-rules.ts';
import { separationFindings } from './rules/separation-rules.ts';
import { type Scene, sceneOf } from './scene.ts';

/** From cause to consequence. */
const CHAIN = [
  'pbx.',
  'register.',
  'call.',
  'contexts.',
  'voicemail.deposit.',
  'voicemail.files',
  'voicemail.',
];

/**
 * Says why checks failed, the likeliest cause first. It reads the team's files and what Asterisk
 * wrote, and gives hints alone: no mark depends on it.
 */
export function diagnose(request: DiagnosisRequest): readonly Cause[] {
  const failed = request.checks.filter(isUnsatisfied).map(({ id }) => id);
  if (failed.length === 0) return [];
  const scene = sceneOf(request);
  const { running } = request;
  const stale = running === undefined ? [] : notReloaded(scene, running, request.saved);
  const complaints = complaintFindings(scene, request.checks);
  const found = [...stale, ...findings(scene, request.log), ...complaints].map((one) =>
    inItsSection(scene, one),
  );
  const tied = found.flatMap((one): readonly Cause[] => {
    const { spoils, ...rest } = one;
    const checks = failed.filter((id) => spoils.includes(id) && concerns(one, request.checks, id));
    return checks.length === 0 ? [] : [{ ...rest, checks }];
  });
  return merged(tied).toSorted(
    (a, b) =>
      Number(isStale(b)) - Number(isStale(a)) || linkOf(a) - linkOf(b) || weightOf(b) - weightOf(a),
  );
}

function findings(scene: Scene, log: readonly string[]): readonly Finding[] {
  const own = [
    ...fileFindings(scene),
    ...planLineFindings(scene),
    ...accountFindings(scene),
    ...callFindings(scene),
    ...mailboxFindings(scene),
    ...consultFindings(scene),
    ...separationFindings(scene),
  ];
  const clear = own.filter((one) => !isShadowed(one, own));
  const told = new Set(own.map(({ file, line }) => `${file}:${line}`));
  return [
    ...clear,
    ...logFindings(scene, log).filter(({ file, line }) => !told.has(`${file}:${line}`)),
  ];
}

/** A line is told with the section that it stands in, whomever it spoils: a template's is its own. */
function inItsSection({ model }: Scene, found: Finding): Finding {
  const { file, line } = found;
  const conf = [model.users, model.extensions, model.voicemail].find((one) => one.file === file);
  if (conf === undefined || line === null) return found;
  const section = conf.sections.findLast((one) => one.line <= line)?.name;
  return section === undefined ? found : { ...found, section };
}

/** What follows from a line that is told already. */
function isShadowed({ rule, file, line }: Finding, all: readonly Finding[]): boolean {
  if (rule !== 'application-unknown') return false;
  return all.some((one) => one.rule === 'bracket-none' && one.file === file && one.line === line);
}

function isUnsatisfied({ verdict, code }: JudgedCheck): boolean {
  if (verdict === 'skipped') return code === 'needs-another';
  return verdict === 'fail' || verdict === 'partial' || verdict === 'timeout';
}

/** A check that names one account is not explained by the fault of another. */
function concerns({ rule, params }: Finding, checks: readonly JudgedCheck[], id: string): boolean {
  const check = checks.find((one) => one.id === id);
  const { extension } = (check?.params ?? {}) as { readonly extension?: unknown };
  const about = params.number;
  const single = rule.startsWith('account-') || rule.startsWith('secret-');
  return !(id.startsWith('register.') && single && extension !== undefined && about !== extension);
}

/** The same fault of the same line, met on several ways, is one cause. */
function merged(causes: readonly Cause[]): readonly Cause[] {
  const all = new Map<string, Cause>();
  for (const cause of causes) {
    const key = `${cause.rule} ${cause.file} ${cause.line} ${cause.line === null ? cause.params.number : ''}`;
    const known = all.get(key);
    const checks = [...new Set([...(known?.checks ?? []), ...cause.checks])];
    all.set(key, { ...(known ?? cause), checks });
  }
  return [...all.values()];
}

/** What Asterisk has not read says nothing of what it does: that comes before all else. */
function isStale({ rule }: Cause): boolean {
  return rule === 'not-reloaded';
}

function linkOf({ checks }: Cause): number {
  return Math.min(...checks.map((id) => CHAIN.findIndex((start) => id.startsWith(start))));
}

function weightOf({ rule }: Cause): number {
  return CAUSE_RULES[rule].weight;
}
