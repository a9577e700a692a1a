import type { Samples } from './problem-samples.ts';

const NONE = [{}] as const;

/** Facts of what can be wrong with a scale, a result or a grading. */
export const GRADING_SAMPLES = {
  'scale-check-unknown': [
    { check: 'call.finanse', known: ['call.finance', 'call.compta'], nearest: 'call.finance' },
    { check: 'x', known: ['call.finance', 'call.compta'], nearest: undefined },
  ],
  'scale-check-form': [{ key: 'checks', found: 'Call' }],
  'scale-text-form': [{ key: 'questions.Q1.3.fr', found: '' }],
  'scale-points-form': [{ key: 'checks.call.finance.points', found: '1.3' }],
  'scale-question-unknown': [
    { question: 'Q13', known: ['Q1.3', 'Q1.4'], nearest: 'Q1.3' },
    { question: 'x', known: ['Q1.3', 'Q1.4'], nearest: undefined },
  ],
  'scale-questions-wrong': [{ found: 'Q9', known: ['Q1.3', 'Q1.4'], nearest: undefined }],
  'scale-questions-empty': [{ found: 'Q1.1' }],
  'scale-cycle': [{ checks: ['call.finance', 'call.compta'] }],
  'scale-last-text': [{ check: 'call.finance' }],
  'scale-sum': [
    { found: '19.75', total: 20, stage: '' },
    { found: '19.75', total: 20, stage: 'bare' },
  ],
  'result-not-found': [
    { word: '', folder: '/var/lib/lab/results' },
    { word: 'x', folder: '/var/lib/lab/results' },
  ],
  'result-wrong': [{ file: 'result.json' }],
  'rescore-untried': [{ team: 3, checks: ['call.finance'] }],
  'decision-wrong': [{ found: '3' }],
  'decision-unknown': [{ whose: '3', check: 'call.finanse' }],
  'grading-too-slow': [{ seconds: 300 }],
} satisfies Partial<Samples>;

/** Facts of what can be wrong with what teams hand in. */
export const SUBMISSION_SAMPLES = {
  'submission-team-unknown': [{ submission: 'dupont' }],
  'submission-too-large': [{ submission: 'dupont', most: 8 * 2 ** 20 }],
  'submission-file-large': [{ submission: 'dupont', path: 'appel.pcap', most: 64 * 2 ** 20 }],
  'submission-too-many': [{ submission: 'dupont', most: 2000 }],
  'submission-link': [{ submission: 'dupont', path: 'users.conf' }],
  'submission-path': [
    { submission: 'dupont', path: '/etc/passwd', fault: 'absolute' },
    { submission: 'dupont', path: '../martin/users.conf', fault: 'parent' },
    { submission: 'dupont', path: 'a/a/a/a…', fault: 'long' },
    { submission: 'dupont', path: 'users\uFFFD.conf', fault: 'unprintable' },
    { submission: 'dupont', path: 'users.conf', fault: 'clash' },
  ],
  'submission-unreadable': [{ submission: 'dupont', path: 'users.conf' }],
  'submission-bomb': [{ submission: 'dupont', path: 'users.conf' }],
  'submission-encrypted': [{ submission: 'dupont', path: 'users.conf' }],
  'submission-archive-broken': [
    { submission: 'dupont', path: 'equipe3.zip', said: 'unexpected EOF' },
  ],
  'submission-archive-unknown': [{ submission: 'dupont', path: 'tp.rar' }],
  'submission-ambiguous': [{ submission: 'dupont', one: 'final/', other: 'old/' }],
  'submissions-none': [{ folder: 'rendus' }],
  'submissions-broken': [{ file: 'rendus.zip', said: 'unexpected EOF' }],
} satisfies Partial<Samples>;

/** Facts of what can be wrong with a class list. */
export const CLASS_LIST_SAMPLES = {
  'class-list-broken': [{ said: 'quote not closed' }],
  'class-list-empty': NONE,
  'class-list-no-teams': [{ found: ['Nom', 'Prénom'] }],
  'class-list-no-names': [{ found: ['Classe', 'Équipe'] }],
  'class-list-nobody': NONE,
  'class-list-team-wrong': [
    { student: 'Léa Dupont', found: '' },
    { student: 'Léa Dupont', found: '3 ou 4' },
  ],
  'class-list-student-twice': [{ student: 'Léa Dupont', firstLine: 4 }],
} satisfies Partial<Samples>;

/** Facts of what can be wrong with the labs of the self-test. */
export const SELFTEST_SAMPLES = {
  'mutant-id-form': [{ key: 'mutants', found: 'X1' }],
  'mutant-encoding': [{ key: 'mutants.W87.edits.1.encode', found: 'utf8' }],
  'mutant-capture-part': [{ key: 'mutants.W202.edits.0.lacks', found: 'rtp' }],
  'mutant-capture-of': [{ key: 'mutants.W201.edits.0.of', found: 'nobody' }],
  'mutant-faults-form': [{ key: 'mutants.W01.faults', found: '0' }],
  'mutant-edit-form': [{}],
  'mutant-edit-idle': [{}],
  'mutant-place-absent': [{ file: 'users.conf', line: 'secret = Password' }],
  'mutant-lab-unknown': [
    { lab: 'W411', check: 'call.finance', known: ['W41', 'W01'], nearest: 'W41' },
    { lab: 'W9', check: 'call.finance', known: ['W41', 'W01'], nearest: undefined },
  ],
  'mutant-unknown': [
    { found: 'W411', known: ['W41', 'W01'], nearest: 'W41' },
    { found: 'x', known: ['W41', 'W01'], nearest: undefined },
  ],
} satisfies Partial<Samples>;
