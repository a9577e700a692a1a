import type { RunningExchange } from '../../model/asterisk/running/running-exchange.ts';
import type { ConfigurationFiles } from '../../model/configuration/configuration-text.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import type { CauseRuleName } from './cause-rules.ts';

/** How one check came out, as far as its causes are concerned. */
export interface JudgedCheck {
  readonly id: string;
  readonly verdict: string;
  readonly code?: string;
  readonly params?: unknown;
}

/** What a diagnosis looks at. */
export interface DiagnosisRequest {
  readonly plan: TeamPlan;
  readonly files: ConfigurationFiles;
  /** What Asterisk wrote to its log while it booted and took the calls. */
  readonly log: readonly string[];
  readonly checks: readonly JudgedCheck[];
  /** What a live exchange says of itself; a clean room has just read the files. */
  readonly running?: RunningExchange;
  /** When files were saved, `14:02`, where that is known. */
  readonly saved?: ReadonlyMap<string, string>;
  /** How long a phone is to ring before voicemail, and by how much that may differ. */
  readonly ring?: { readonly seconds: number; readonly tolerance: number };
}

/** Why checks failed, as data: its text is the lab's. */
export interface Cause {
  readonly rule: CauseRuleName;
  readonly file: string | null;
  readonly line: number | null;
  readonly section: string | null;
  /** The failed checks that it explains. */
  readonly checks: readonly string[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a rule has found, before it is known whether anything failed for it. */
export interface Finding extends Omit<Cause, 'checks'> {
  /** Every check that it can make fail. */
  readonly spoils: readonly string[];
}

/** Builds a finding at a line, or in a file. */
export function finding(
  rule: CauseRuleName,
  place: { readonly file: string; readonly line: number | null },
  section: string | null,
  spoils: readonly string[],
  params: Cause['params'] = {},
): Finding {
  return { rule, file: place.file, line: place.line, section, spoils, params };
}
