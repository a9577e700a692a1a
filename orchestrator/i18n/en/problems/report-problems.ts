import type { ProblemTexts } from '../../catalogue.ts';

/** What a report can lack, in English. */
export const ENGLISH_REPORT_PROBLEMS = {
  'report-empty': {
    what: ({ file }) => `No hand-in was graded in ${file}: there is nothing to report.`,
    mend: () => 'grade first: lab grade --all',
  },
  'report-team-absent': {
    what: ({ team, known }) =>
      `Team ${team} is not in this grading; there are: ${known.join(', ')}.`,
    mend: ({ team }) => `lab grade --team ${team}, or another team`,
  },
  'report-one-file': {
    what: ({ format, found }) =>
      `The format ${format} makes a file for each team, and there are ${found} hand-ins for one -o.`,
    mend: () => '--out FOLDER instead of -o, or one team with --team',
  },
  'class-list-missing': {
    what: ({ format }) =>
      `The format ${format} needs the class list: it says which student is in which team.`,
    mend: ({ format }) => `lab report --format ${format} --class class.csv`,
  },
  'class-list-no-key': {
    what: ({ students }) =>
      `Moodle knows students by e-mail, username or ID number, and the class list has none of these for all of them. Without e-mail: ${students.join(', ')}.`,
    mend: () => 'complete the column of e-mail addresses in the class list',
  },
  'worksheet-missing': {
    what: () => 'The format moodle-worksheet fills your grading worksheet, and it is not given.',
    mend: () =>
      'download it from Moodle, then: lab report --format moodle-worksheet --in worksheet.csv --class class.csv',
  },
  'worksheet-columns': {
    what: ({ found }) =>
      `Moodle’s worksheet should have the columns Identifier, Grade and Feedback comments; it has: ${found.join(', ')}.`,
    mend: () =>
      'switch on feedback comments and the offline grading worksheet in the assignment, then download it again',
  },
  'worksheet-broken': {
    what: ({ said }) => `The worksheet is no CSV in UTF-8 as Moodle writes it (${said}).`,
    mend: () => 'download it from Moodle again and give it without opening it in a spreadsheet',
  },
  'export-inconclusive': {
    what: ({ who, check }) =>
      `No mark yet for ${who}: ${check} could not be told, and that is no zero.`,
    mend: ({ result, decision }) =>
      `lab regrade ${result}, or decide: lab rescore ${result} --decide ${decision}=POINTS; the other teams alone: --allow-partial`,
  },
  'export-unfinished': {
    what: ({ who }) => `The grading of ${who} is not finished: its mark may still change.`,
    mend: ({ result }) =>
      `wait for its end, or take it up again: lab regrade ${result}; the other teams alone: --allow-partial`,
  },
} satisfies Partial<ProblemTexts>;
