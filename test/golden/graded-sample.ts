import { gradeResult } from '../../orchestrator/model/marking/grade-result.ts';
import { verdict } from '../../orchestrator/model/marking/verdict.ts';
import { BARE_PROOF, SAMPLE_PROOF } from './sample-proof.ts';

const refused = verdict('fail', 'register-refused', { extension: '3101', status: '403' });
const unjudged = verdict('skipped', 'needs-another', { check: 'register.finance' });
const tried = { evidence: null, seed: 7, ms: 12, proof: null };
const files = `sha256:${'0'.repeat(64)}`;
const title = { fr: 'Titre', en: 'Title' };
/** The mark of one hand-in, with all that a result can hold. */
export const GRADED = gradeResult(
  {
    ...{ lab: 'activity-1', title, team: 3, submission: 'equipe3' },
    ...{ date: '2026-11-24T10:00:00.000Z', stage: 'solution', files, sheet: files },
    ...{
      seed: 7,
      ms: 41_000,
      criticalPathMs: 37_000,
      final: true,
      kept: '1-team-3',
      reports: [],
      base: '10.1',
      part: null,
    },
  },
  [
    {
      ...{ id: 'register.finance', verdict: refused, evidence: null, root: null },
      attempts: [{ ...refused, ...tried, replaced: null, proof: BARE_PROOF }],
      decided: null,
      causes: [
        {
          ...{ rule: 'section-missing', file: 'users.conf', line: 12, section: '3101' },
          text: { fr: 'il manque', en: 'it lacks' },
        },
      ],
    },
    {
      ...{ id: 'call.finance', verdict: unjudged, evidence: null, root: 'register.finance' },
      attempts: [
        { ...unjudged, ...tried, replaced: null },
        { ...unjudged, ...tried, replaced: 'users.conf', proof: SAMPLE_PROOF },
      ],
      decided: 0.5,
      causes: [],
    },
  ],
  {
    questions: [
      {
        ...{ id: 'Q1.3', title },
        checks: [
          {
            ...{ id: 'register.finance', quarters: 80, atStage: {}, title },
            ...{ consequenceOf: [], files: [], suspects: [], says: [] },
            failures: [{ when: null, text: title }],
            selftest: { fails: [], passes: [] },
          },
        ],
      },
    ],
  },
);
