import type { ClassList } from '../../orchestrator/model/class-list/class-list.ts';
import { parseClassList } from '../../orchestrator/model/class-list/parse-class-list.ts';
import {
  type Attempt,
  type GradedFinding,
  type GradeResult,
  gradeResult,
} from '../../orchestrator/model/marking/grade-result.ts';
import type { Scale, ScaleCheck } from '../../orchestrator/model/marking/scale.ts';
import { type Verdict, verdict } from '../../orchestrator/model/marking/verdict.ts';
import type { ReportInput } from '../../orchestrator/reports/report.ts';
import { SAMPLE_PROOF } from '../golden/sample-proof.ts';

/** Markup, formulas, quotes, control codes and the other writing direction, as a student may send them. */
export const HOSTILE = `=HYPERLINK("x")<script>alert('1')</script>\\";\u0000\u001b[31m\u202Eé & co`;

function entry(id: string, quarters: number): ScaleCheck {
  return {
    ...{ id, quarters, atStage: {}, title: { fr: `titre ${id}`, en: `title ${id}` } },
    ...{
      consequenceOf: [],
      files: [],
      suspects: [],
      says: [],
      selftest: { fails: [], passes: [] },
    },
    failures: [{ when: null, text: { fr: `échec de ${id}`, en: `failure of ${id}` } }],
  };
}

const SCALE: Scale = {
  questions: [
    {
      ...{ id: 'Q1.3', title: { fr: 'Les comptes', en: 'Accounts' } },
      checks: [entry('register.finance', 10), entry('register.template', 10)],
    },
    {
      ...{ id: 'Q1.4', title: { fr: 'Les appels', en: 'Calls' } },
      checks: [entry('call.finance', 30), entry('capture.call', 0)],
    },
    {
      ...{ id: 'Q2.1', title: { fr: 'La messagerie', en: 'Voicemail' } },
      checks: [entry('voicemail.pin', 30)],
    },
  ],
};

const TIMELINE = '0.00 dial 3102 · 0.27 sndcode 4321#11 · 1.00 closed';
const PROOF = { ...SAMPLE_PROOF, timelines: [{ extension: HOSTILE, text: TIMELINE }] };

/** The recordings that the proofs name. */
export const SOUNDS: ReadonlyMap<string, string> = new Map(
  SAMPLE_PROOF.recordings.map(({ file }) => [file, 'UklGRg==']),
);

function finding(id: string, found: Verdict, more: Partial<GradedFinding> = {}): GradedFinding {
  const attempt: Attempt = {
    ...found,
    evidence: null,
    replaced: null,
    seed: 7,
    ms: 1234.5,
    proof: null,
  };
  return {
    ...{ id, verdict: found, evidence: null, root: null, attempts: [attempt] },
    ...{ decided: null, causes: [], ...more },
  };
}

const PASS = verdict('pass', 'all-registered', { extensions: ['3101'] });
const REFUSED = verdict('fail', 'call-refused', { caller: '3101', callee: HOSTILE, status: '404' });

/** What a hand-in can come to: all of it right, or each check as it is given. */
const ALL_RIGHT = [
  finding('register.finance', PASS),
  finding('register.template', PASS),
  finding('call.finance', PASS),
  finding('voicemail.pin', PASS),
];

function graded(
  team: number,
  changes: readonly GradedFinding[],
  about: Partial<GradeResult> = {},
): GradeResult {
  const findings = [
    ...ALL_RIGHT.filter(({ id }) => !changes.some((change) => change.id === id)),
    ...changes,
  ];
  return gradeResult(
    {
      ...{ lab: 'activity-1', title: { fr: 'Activité 1', en: 'Activity 1' }, team },
      ...{ submission: null, date: '2026-11-24T10:00:00.000Z', stage: 'solution' },
      ...{ files: `sha256:${'0'.repeat(64)}`, sheet: 'sha256:1', seed: 7, ms: 41_000.25 },
      ...{
        criticalPathMs: 37_000,
        final: true,
        kept: `${team}-team-${team}`,
        reports: [],
        ...{ base: '10.1', part: null },
        ...about,
      },
    },
    findings,
    SCALE,
  );
}

/** A full mark. */
export const RIGHT = graded(1, []);

/** A call refused, with a cause and its place; what depends on it is a consequence. */
export const WRONG = graded(
  3,
  [
    finding('call.finance', REFUSED, {
      attempts: [
        { ...PASS, evidence: null, replaced: null, seed: 7, ms: 10, proof: null },
        { ...REFUSED, evidence: null, replaced: null, seed: 7, ms: 20, proof: PROOF },
      ],
      causes: [
        {
          ...{ rule: 'pattern', file: 'extensions.conf', line: 6, section: HOSTILE },
          text: { fr: `le motif ${HOSTILE}`, en: `the pattern ${HOSTILE}` },
        },
      ],
    }),
    finding('voicemail.pin', verdict('skipped', 'needs-another', { check: 'call.finance' }), {
      root: 'call.finance',
    }),
    finding('contexts.separate', verdict('skipped', 'needs-another', { check: 'call.finance' })),
  ],
  { submission: HOSTILE },
);

/** Nothing handed in for a question, something for the teacher, something judged apart, points given. */
export const MIXED = graded(4, [
  finding('register.finance', verdict('fail', 'no-audio', { caller: '1', callee: '2' }), {
    decided: 1.25,
  }),
  finding('register.template', verdict('skipped', 'for-the-teacher', { what: 'sip', found: 'x' })),
  finding('call.finance', PASS, {
    attempts: [{ ...PASS, evidence: null, replaced: 'users.conf', seed: 7, ms: 10, proof: null }],
  }),
  finding('voicemail.pin', verdict('skipped', 'not-handed-in', { what: 'voicemail.conf' })),
]);

/** One check could not be told: there is no mark yet. */
export const OPEN = graded(5, [
  finding('call.finance', verdict('inconclusive', 'phone-lost', { said: HOSTILE })),
]);

/** Still under way. */
export const UNFINISHED = graded(6, [], { final: false });

/** The class: teams 1, 3, 4 and 5 were graded, team 7 was not. */
const CLASS_LIST: ClassList = listOf(
  [
    'Nom;Prénom;Courriel;Équipe',
    'Dupont;Léa;lea.dupont@lycee.example;1',
    'Martin;=Zoé;zoe@lycee.example;3',
    '"Le ""Goff""";Anne;anne@lycee.example;4',
    'Petit;Max;max@lycee.example;5',
    'Absent;Paul;paul@lycee.example;7',
  ].join('\n'),
);

function listOf(text: string): ClassList {
  const parsed = parseClassList(text, 'classe.csv');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** All that a report is made of, in French unless said otherwise. */
export function input(more: Partial<ReportInput> = {}): ReportInput {
  return {
    ...{ results: [RIGHT, WRONG, MIXED, OPEN], language: 'fr', classList: CLASS_LIST },
    ...{ worksheet: null, identical: null, sounds: null, ungraded: [], ...more },
  };
}
