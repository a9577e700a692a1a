import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a class list, in English. */
export const ENGLISH_CLASS_LIST_PROBLEMS = {
  'class-list-broken': {
    what: ({ said }) => `This is no table that can be read (${said}).`,
    mend: () => 'save the class list as CSV, with quotes closed, one student a line',
  },
  'class-list-empty': {
    what: () => 'The class list has no student in it.',
    mend: () => 'write a line of headings (Nom;Prénom;Équipe), then one student a line',
  },
  'class-list-no-teams': {
    what: ({ found }) => `No column tells the teams; its headings are ${found.join(', ')}.`,
    mend: () => 'head the column of the teams Équipe, Team or Groupe',
  },
  'class-list-no-names': {
    what: ({ found }) => `No column tells who it is; its headings are ${found.join(', ')}.`,
    mend: () => 'add a column headed Nom, Name, Courriel, Email or Identifiant',
  },
  'class-list-nobody': {
    what: () => 'This line names nobody.',
    mend: () => 'write the name of the student, or remove the line',
  },
  'class-list-team-wrong': {
    what: ({ student, found }) =>
      found === ''
        ? `${student} has no team: a number from 1 to 8 was expected.`
        : `The team of ${student} is "${found}": a number from 1 to 8 was expected.`,
    mend: () => 'write the number of the team, or remove the line',
  },
  'class-list-student-twice': {
    what: ({ student, firstLine }) => `${student} stands on line ${firstLine} already.`,
    mend: () => 'remove one of the two lines',
  },
} satisfies Partial<ProblemTexts>;
