import type { CapturePart } from '../../base/problems/reasons/capture-reasons.ts';
import type { Exchange } from '../../model/ladder/exchange.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import {
  endOf,
  type PartFinding,
  registrationOf,
  setUpOf,
  type Voices,
  voicesOf,
} from './call-parts.ts';
import type { Captured, Dissected } from './captured.ts';
import { foreignReason, isVoicemail, numberOf, type OwnPlan } from './own-call.ts';

/** How one capture came out, and what of a call was found in it. */
export interface CaptureJudgement {
  readonly verdict: Verdict;
  readonly parts: readonly (PartFinding | Voices)[];
  /** The call that was judged, and the ladder that it is of; null where there is none of the team's. */
  readonly call: {
    readonly exchange: Exchange;
    readonly ladder: Ladder;
    readonly pbx: OwnPlan['pbx'];
  } | null;
}

/** So many parts make half of a capture, one of them a part of the call itself. */
const HALF = 2;

/** Judges a capture by its content: a registration, and one whole call of the team's own. */
export function judgeCapture(captured: Captured, plan: OwnPlan): CaptureJudgement {
  const { file } = captured;
  switch (captured.state) {
    case 'no-capture':
      return nothing(verdict('fail', 'capture-no-capture', { file }));
    case 'unreadable':
      return nothing(verdict('fail', 'capture-unreadable', { file, said: captured.said }));
    case 'too-large':
      return nothing(verdict('fail', 'capture-too-large', { file, most: captured.most }));
    case 'too-heavy':
      return nothing(verdict('timeout', 'capture-too-heavy', { file }));
    case 'lost':
      return nothing(captured.why);
    case 'dissected':
      return judgeDissected(captured, plan);
  }
}

function judgeDissected(captured: Dissected, plan: OwnPlan): CaptureJudgement {
  const { file, ladder, shortened } = captured;
  const { exchanges } = ladder;
  const registration = registrationOf(
    exchanges.filter(
      (one) => one.kind === 'registration' && foreignReason(file, one, plan) === null,
    ),
  );
  const calls = exchanges.filter(({ kind }) => kind === 'call');
  const own = calls.filter((call) => foreignReason(file, call, plan) === null);
  const judged = own.map((call) => judgeCall(captured, { call, registration, plan }));
  const [best] = judged.sort((a, b) => rank(b) - rank(a));
  if (best !== undefined) return best;
  const parts = [registration];
  // A registration of somebody else's tells whose capture it is only where there is none of ours.
  const others = exchanges.filter(({ kind }) => kind === 'registration' && !registration.held);
  const [foreign] = [...calls, ...others].flatMap((one) => foreignReason(file, one, plan) ?? []);
  if (foreign !== undefined) return { verdict: foreign, parts, call: null };
  if (exchanges.length > 0) return nothing(verdict('fail', 'capture-no-call', { file }), parts);
  if (shortened > 0) return nothing(cutReason(captured, ['setup', 'voice', 'end']), parts);
  return nothing(verdict('fail', 'capture-no-sip', { file }));
}

interface JudgedCall {
  readonly call: Exchange;
  readonly registration: PartFinding;
  readonly plan: OwnPlan;
}

function judgeCall(
  captured: Dissected,
  { call, registration, plan }: JudgedCall,
): CaptureJudgement {
  const { file, ladder } = captured;
  const [setup, voices, end] = [setUpOf(call), voicesOf(call, ladder, plan), endOf(call)];
  const parts = [registration, setup, voices, end];
  const missing = parts.filter(({ held }) => !held).map(({ part }) => part);
  const [from, to] = [numberOf(call.from), numberOf(call.to)];
  if (missing.length === 0 && isVoicemail(call.to, plan)) {
    const reason = verdict('partial', 'capture-to-voicemail', { file, number: to, missing });
    return { verdict: reason, parts, call: { exchange: call, ladder, pbx: plan.pbx } };
  }
  if (missing.length === 0) {
    return {
      verdict: verdict('pass', 'capture-whole', { file, from, to }),
      parts,
      call: { exchange: call, ladder, pbx: plan.pbx },
    };
  }
  const ofCall = parts.some(({ part, held }) => held && part !== 'registration');
  const half = ofCall && parts.length - missing.length >= HALF;
  const reason = reasonOf(captured, { missing, setup, voices, end, registration });
  return {
    verdict: { ...reason, verdict: half ? 'partial' : 'fail' },
    parts,
    call: { exchange: call, ladder, pbx: plan.pbx },
  };
}

interface Found {
  readonly missing: readonly CapturePart[];
  readonly setup: PartFinding;
  readonly voices: Voices;
  readonly end: PartFinding;
  readonly registration: PartFinding;
}

/** The first thing that is missing, in the order of a call; the registration comes last. */
function reasonOf(captured: Dissected, found: Found): Verdict {
  const { file, shortened } = captured;
  const { missing, setup, voices, end, registration } = found;
  const lost = missing.includes('setup') || missing.includes('voice');
  if (shortened > 0 && lost) return cutReason(captured, missing);
  if (!setup.held) {
    return verdict('fail', 'capture-no-setup', { file, missing, lacks: setup.lacks ?? '' });
  }
  const [voice] = voices.streams;
  if (!voices.held && voice !== undefined) {
    const ends = { from: voice.from.address, to: voice.to.address };
    return verdict('fail', 'capture-one-way', { file, missing, ...ends });
  }
  if (!voices.held) return verdict('fail', 'capture-no-voice', { file, missing });
  if (!end.held) {
    return verdict('fail', 'capture-no-end', { file, missing, lacks: end.lacks ?? '' });
  }
  const lacks = registration.lacks ?? '';
  return verdict('fail', 'capture-no-registration', { file, missing, lacks });
}

function cutReason({ file, shortened }: Dissected, missing: readonly CapturePart[]): Verdict {
  return verdict('fail', 'capture-packets-cut', { file, missing, packets: shortened });
}

function nothing(found: Verdict, parts: readonly PartFinding[] = []): CaptureJudgement {
  return { verdict: found, parts, call: null };
}

/** Of several calls or captures the best one counts. */
export function rank({ verdict: { verdict: outcome }, parts }: CaptureJudgement): number {
  const held = parts.filter((part) => part.held).length;
  if (outcome === 'pass') return 100;
  if (outcome === 'partial') return 50 + held;
  // What could not be looked at might have been the best one: no points are taken before it was.
  return outcome === 'inconclusive' ? 99 : held;
}
