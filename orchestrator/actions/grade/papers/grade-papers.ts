import { judgeAnswers } from '../../../grading/answers/judge-answers.ts';
import { observedLab } from '../../../grading/answers/observed-lab.ts';
import { seenMessages } from '../../../grading/answers/seen-messages.ts';
import { bestCapture } from '../../../grading/capture/best-capture.ts';
import { judgeCapture } from '../../../grading/capture/judge-capture.ts';
import { CAPTURE_CHECK } from '../../../grading/paper-checks.ts';
import { readAnswers } from '../../../model/definition/answers/read-answers.ts';
import type { Wordings } from '../../../model/definition/answers/wordings.ts';
import { printable } from '../../../model/definition/text/printable.ts';
import type { Papers } from '../../../model/evidence/papers.ts';
import type { Ladder } from '../../../model/ladder/ladder.ts';
import type { GradedFinding } from '../../../model/marking/grade-result.ts';
import type { Verdict } from '../../../model/marking/verdict.ts';
import type { TeamPlan } from '../../../model/numbering/team-plan.ts';
import type { Workbench } from '../../workbench.ts';
import { type DissectionPlace, dissectCaptures } from './dissect-captures.ts';

/** What to judge, and what was found out about the lab that it is compared with. */
export interface PapersRequest {
  readonly place: DissectionPlace;
  readonly plan: TeamPlan;
  /** The team's lab as it stands, where its captures were taken: its base may be another one. */
  readonly standing: TeamPlan;
  readonly papers: Papers;
  readonly wordings: Wordings;
  /** What the checks of the lab found. */
  readonly findings: readonly GradedFinding[];
  /** What passed on the networks of the clean rooms, the one with the team's own files first. */
  readonly rooms: readonly Ladder[];
  readonly seed: number;
}

/** Judges a team's captures and its answers. The same files and findings give the same verdicts. */
export async function gradePapers(
  bench: Workbench,
  request: PapersRequest,
): Promise<readonly GradedFinding[]> {
  const { plan, standing, papers, findings, rooms, wordings, seed } = request;
  const began = bench.clock.now();
  const captures = await dissectCaptures(bench, request.place, {
    papers,
    enough: (one) => judgeCapture(one, standing).verdict.verdict === 'pass',
  });
  const { best, ...captured } = bestCapture(captures, standing);
  const lab = observedLab({ plan, captured: best?.call ?? null, rooms, ...seenMessages(findings) });
  const { answers } = papers;
  const handed =
    answers === null ? null : { file: printable(answers.path), read: readAnswers(answers.bytes) };
  const ms = bench.clock.now() - began;
  const judged = [
    finding({ id: CAPTURE_CHECK, ...captured }, { seed, ms }),
    ...judgeAnswers(handed, { lab, wordings }).map((one) => finding(one, { seed, ms: 0 })),
  ];
  for (const { id: check, verdict, attempts } of judged) {
    if (verdict.code === 'not-handed-in') continue;
    const [{ ms: took } = { ms: 0 }] = attempts;
    bench.emit({ type: 'check', team: plan.team, check, verdict, ms: took });
  }
  return judged;
}

interface Judged {
  readonly id: string;
  readonly verdict: Verdict;
  readonly evidence: unknown;
}

function finding(
  { id, verdict, evidence }: Judged,
  { seed, ms }: { readonly seed: number; readonly ms: number },
): GradedFinding {
  const root = verdict.code === 'needs-another' ? verdict.params.check : null;
  const attempt = { ...verdict, evidence, replaced: null, seed, ms, proof: null };
  return { id, verdict, evidence, root, attempts: [attempt], decided: null, causes: [] };
}
