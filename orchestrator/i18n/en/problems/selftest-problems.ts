import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a `mutants.yaml`, in English. */
export const ENGLISH_SELFTEST_PROBLEMS = {
  'mutant-id-form': {
    what: ({ found }) => `"${found}" is no name of a lab to try the grader on.`,
    mend: () => 'W and a number for a wrong lab, V and a number for a valid one: W41',
  },
  'mutant-encoding': {
    what: ({ key, found }) => `Nothing is saved as "${found}" here (${key}).`,
    mend: () => 'one of: utf16, crlf, bom',
  },
  'mutant-capture-part': {
    what: ({ key, found }) => `A capture has no part "${found}" (${key}).`,
    mend: () => 'one of: registration, setup, voice, voice-back, end',
  },
  'mutant-capture-of': {
    what: ({ key, found }) => `A capture of "${found}" (${key}) can’t be made.`,
    mend: () => 'another-team, or leave it out',
  },
  'mutant-faults-form': {
    what: ({ key, found }) => `"${found}" (${key}) is no number of mistakes from 1 to 9.`,
    mend: () => 'leave it out where there is one mistake',
  },
  'mutant-edit-form': {
    what: () => 'What this edit does can’t be told from its keys.',
    mend: () =>
      'one of: replace and by (with in, where wanted), delete (with in), drop, move and after, content, encode, lacks, of',
  },
  'mutant-edit-idle': {
    what: () => 'This edit changes nothing in the rendered solution.',
    mend: () => 'compare it with what lab render --team 3 prints, letter by letter',
  },
  'mutant-place-absent': {
    what: ({ file, line }) => `After the edits, no line of ${file} has "${line}".`,
    mend: () => 'name a text of the line where the mistake is, or a section',
  },
  'mutant-lab-unknown': {
    what: ({ lab, check }) =>
      `${check} is to be tried on the lab ${lab}, which mutants.yaml does not have.`,
    mend: ({ nearest }) =>
      nearest === undefined ? 'add it to mutants.yaml, or take it out here' : `write ${nearest}`,
  },
  'mutant-unknown': {
    what: ({ found }) => `--only names "${found}", which mutants.yaml does not have.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `write ${nearest}`,
  },
} satisfies Partial<ProblemTexts>;
