import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import type { PartFinding } from './call-parts.ts';
import type { Captured } from './captured.ts';
import { type CaptureJudgement, judgeCapture, rank } from './judge-capture.ts';
import type { OwnPlan } from './own-call.ts';

/** What is kept of each capture that was handed in. */
interface CaptureEvidence {
  readonly file: string;
  readonly bytes: number;
  readonly hash: string;
  readonly found: Verdict;
  readonly parts: readonly PartFinding[];
  /** What to filter by in Wireshark to see the judged call. */
  readonly callIds: readonly string[];
  /** The file ends in the middle of a packet. */
  readonly cut: boolean;
}

/** How `capture.call` came out: by the best capture, the first by name where several are as good. */
export interface BestCapture {
  readonly verdict: Verdict;
  readonly evidence: readonly CaptureEvidence[];
  /** The judgement that counts; null where no capture was handed in. */
  readonly best: CaptureJudgement | null;
}

/** Judges all captures of a hand-in: the best one counts. */
export function bestCapture(captures: readonly Captured[], plan: OwnPlan): BestCapture {
  const sorted = [...captures].sort((a, b) => (a.file < b.file ? -1 : 1));
  const judged = sorted.map((captured) => ({ captured, found: judgeCapture(captured, plan) }));
  const [first] = [...judged].sort((a, b) => rank(b.found) - rank(a.found));
  const evidence = judged.map(({ captured, found }): CaptureEvidence => {
    const { file, bytes, hash } = captured;
    return {
      ...{ file, bytes, hash, found: found.verdict, parts: found.parts },
      callIds: found.call?.exchange.callIds ?? [],
      cut: captured.state === 'dissected' && captured.ladder.cut,
    };
  });
  if (first === undefined) {
    const none = verdict('skipped', 'not-handed-in', { what: 'capture' });
    return { verdict: none, evidence, best: null };
  }
  return { verdict: first.found.verdict, evidence, best: first.found };
}
