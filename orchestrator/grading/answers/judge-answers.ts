import type { Answers, ReadAnswers } from '../../model/definition/answers/read-answers.ts';
import type { Wordings } from '../../model/definition/answers/wordings.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { compareCount } from './compare-count.ts';
import { compareField } from './compare-field.ts';
import { compareChange, comparePlace } from './compare-place.ts';
import { compareRtpPorts, compareSipPorts, unseen } from './compare-ports.ts';
import { compareWords } from './compare-words.ts';
import { type Counting, endCountings, setUpCountings } from './countings.ts';
import { type Fact, fact, joinFacts } from './fact.ts';
import type { ObservedCall, ObservedLab } from './observed-lab.ts';
import { textOf } from './plain-words.ts';

/** One check of the answers, judged, with what each answer was compared with. */
export interface AnswerFinding {
  readonly id: string;
  readonly verdict: Verdict;
  readonly evidence: { readonly facts: readonly Fact[] } | { readonly file: string } | null;
}

/** The file that was handed in, read as far as it can be; null: none was. */
export type HandedAnswers = { readonly file: string; readonly read: ReadAnswers } | null;

/** What answers are compared with. */
export interface Known {
  readonly lab: ObservedLab;
  readonly wordings: Wordings;
}

type Judge = (answers: Answers, known: Known) => readonly Fact[];

/** Every check of the answers by its id, in the order of the sheet. */
const JUDGES: Readonly<Record<string, Judge>> = {
  'answers.sip': (answers, { wordings }) => [
    fact(answers, { keys: ['sip'], expected: 'meaning' }, (answer) =>
      compareWords(answer, wordings.sip),
    ),
  ],
  'answers.rtp': (answers, { wordings }) => [
    fact(answers, { keys: ['rtp'], expected: 'meaning' }, (answer) =>
      compareWords(answer, wordings.rtp),
    ),
  ],
  'answers.setup': (answers, known) => [
    steps(answers, ['etablissement.etapes', 'setup.steps'], { known, countings: setUpCountings }),
    fact(
      answers,
      { keys: ['etablissement.ports', 'etablissement.port', 'setup.ports'], expected: 'sip-port' },
      (answer) => compareSipPorts(answer, known.lab),
    ),
  ],
  'answers.conversation': (answers, { lab, wordings }) => [
    fact(
      answers,
      { keys: ['conversation.protocole', 'conversation.protocol'], expected: 'protocol' },
      (answer) => compareWords(answer, wordings.protocol),
    ),
    fact(
      answers,
      { keys: ['conversation.ports', 'conversation.port'], expected: 'rtp-ports' },
      (answer) => compareRtpPorts(answer, lab, wordings),
    ),
  ],
  'answers.end': (answers, known) => [
    steps(answers, ['cloture.etapes', 'end.steps'], { known, countings: endCountings }),
  ],
  'answers.location': (answers, { lab }) => [
    fact(
      answers,
      { keys: ['messages.emplacement', 'messages.location'], expected: 'folder' },
      (answer) => comparePlace(answer, lab),
    ),
  ],
  'answers.textfile': (answers, { lab, wordings }) =>
    Object.entries(wordings.fields).map(([name, meant]) =>
      fact(
        answers,
        { keys: [`fichier_texte.${name}`, `textfile.${name}`], expected: 'field' },
        (answer) => compareField(answer, lab, meant),
      ),
    ),
  'answers.listened': (answers, { lab, wordings }) => [
    fact(answers, { keys: ['apres_ecoute', 'listened'], expected: 'change' }, (answer) =>
      compareChange(answer, lab, wordings),
    ),
  ],
};

/** Of answers that no check asks for: read by the teacher alone. */
const OTHER = 'answers.other';

/** The ids of all checks that judge what is handed in beside the configuration's files. */
export const ANSWER_CHECKS: readonly string[] = Object.keys(JUDGES);

/** Judges a team's answers: each fact against its own lab, each definition against wordings. */
export function judgeAnswers(handed: HandedAnswers, known: Known): readonly AnswerFinding[] {
  if (handed === null) {
    const none = verdict('skipped', 'not-handed-in', { what: 'answers' });
    return ANSWER_CHECKS.map((id) => ({ id, verdict: none, evidence: null }));
  }
  const { file, read } = handed;
  if (!read.ok) {
    const { line, column, trouble } = read;
    const found = verdict('fail', 'answers-unreadable', { file, line, column, trouble });
    return ANSWER_CHECKS.map((id) => ({ id, verdict: found, evidence: { file } }));
  }
  const asked = new Set<string>();
  const findings = Object.entries(JUDGES).map(([id, judge]): AnswerFinding => {
    const facts = judge(read.answers, known);
    for (const { key } of facts) asked.add(key);
    const { broken } = known.lab;
    const first = broken[groundOf(id)];
    // A lab without wordings asks for nothing that could be compared.
    const open = verdict('skipped', 'for-the-teacher', { what: id, found: '' });
    const found = facts.length === 0 ? open : joinFacts(facts, first ?? '');
    return { id, verdict: found, evidence: { facts } };
  });
  return [...findings, ...others(read.answers, asked)];
}

function steps(
  answers: Answers,
  keys: readonly string[],
  {
    known: { lab, wordings },
    countings,
  }: { readonly known: Known; readonly countings: (call: ObservedCall) => readonly Counting[] },
): Fact {
  const calls = [...(lab.captured === null ? [] : [lab.captured]), ...lab.rooms];
  const all = calls.flatMap(countings).filter(({ count }) => count > 0);
  return fact(answers, { keys, expected: 'count' }, (answer) =>
    all.length === 0 ? unseen(lab) : compareCount(answer, all, wordings),
  );
}

/** What has to work for an answer to have something that it can be compared with. */
function groundOf(id: string): keyof ObservedLab['broken'] {
  if (id === 'answers.listened') return 'listening';
  return ['answers.location', 'answers.textfile'].includes(id) ? 'message' : 'call';
}

/** What else was written is kept and judged by nobody else than the teacher. */
function others({ values }: Answers, asked: ReadonlySet<string>): readonly AnswerFinding[] {
  const facts = [...values]
    .filter(([key, answer]) => !asked.has(key) && textOf(answer) !== '')
    .map(
      ([key, answer]): Fact => ({
        ...{ key, expected: 'meaning', found: textOf(answer) },
        ...{ outcome: 'teacher', known: [] },
      }),
    );
  return facts.length === 0
    ? []
    : [{ id: OTHER, verdict: joinFacts(facts, ''), evidence: { facts } }];
}
