import type { ReportPhrases } from '../report-phrases.ts';

/** Words of reports, in English. */
export const ENGLISH_REPORT_PHRASES: ReportPhrases = {
  report: {
    number: String,
    points: (points, max) => `${points === null ? '?' : points} / ${max}`,
    about: (what, said) => `${what}: ${said}`,
    question: {
      full: 'all of it',
      part: 'in part',
      none: 'none of it',
      open: 'not told yet',
      absent: 'not handed in',
      handed: 'right, the rest was not handed in',
    },
    forTeacher: 'left for the teacher',
    page: {
      heading: (team) => `Team ${team}`,
      members: 'Members',
      submission: 'Handed in as',
      graded: 'Graded on',
      mark: 'Mark',
      provisional:
        'No mark yet. A check could not be told: that is not your fault, and costs no point. It will be done again, or your teacher will decide.',
      unfinished: 'The grading is still under way: what follows is provisional.',
      summary: 'In short',
      questionHeading: 'Question',
      titleHeading: 'About',
      pointsHeading: 'Points',
      stateHeading: 'Outcome',
      happened: 'What happened',
      why: 'Why',
      place: (file, line, section) =>
        [
          file,
          ...(line === null ? [] : [`line ${line}`]),
          ...(section === null ? [] : [`section [${section}]`]),
        ].join(', '),
      consequence: 'Consequence',
      consequenceOf: (title) =>
        `This check depends on another, which did not pass: “${title}”. Mend that one first.`,
      replaced: (file) =>
        `Judged apart, with a right ${file} in the place of yours: the mistake in that file is not counted a second time here.`,
      disagreed: 'Two tries on the same files came out differently; the last one counts.',
      decided: 'These points were given by your teacher.',
      worthNothing: 'shown, worth no points',
      seen: 'What was observed',
      timelineOf: (who) => `Phone ${who}`,
      listen: (who) => `What phone ${who} heard`,
      toMend: 'To mend',
      absent: 'What was not handed in',
      absentAbout: 'Nothing was wrong here: there was nothing to judge.',
      teacher: 'What your teacher will judge',
      teacherAbout: 'These points are not counted yet.',
      shown: 'Shown, worth no points',
      footer: (files) => `Files graded: ${files}. The same files give the same mark.`,
    },
    table: {
      heading: 'The class',
      marks: 'Marks by question',
      team: 'Team',
      mark: 'Mark',
      duration: 'Duration',
      average: 'Average',
      ungraded: 'could not be graded',
      open: 'not told yet: grade again, or decide',
      synthesis: 'What was missed',
      check: 'Check',
      passed: 'Passed',
      causes: 'Why, and whose',
      consequenceOf: (check) => `consequence of ${check}`,
      teams: (names) => names.join(', '),
      allPassed: 'All checks passed everywhere.',
      identical: 'Identical files',
      identicalAbout:
        'To be read, not to be punished: a lab of forty lines has few right answers. The team’s digit in numbers is not compared.',
      identicalRaw: (file, names) =>
        `${file}: the same, comments and layout too, in ${names.join(', ')}`,
      identicalForm: (file, names) =>
        `${file}: the same but for comments, blank lines and order, in ${names.join(', ')}`,
      identicalNone: 'No file is the same in two hand-ins.',
    },
    columns: {
      team: 'Team',
      submission: 'Submission',
      lastName: 'Last name',
      firstName: 'First name',
      name: 'Full name',
      mark: 'Mark',
      outOf: 'Out of',
      remarks: 'Remarks',
      email: 'Email address',
      username: 'Username',
      id: 'ID number',
      feedback: (item) => `Feedback ${item}`,
    },
    remark: {
      'student-unknown': 'is not in the class list',
      'student-ambiguous': 'may be several students of the class list',
      'team-ungraded': 'the team was not graded',
      'team-several': 'the team has several hand-ins, and none has this student’s name',
      'mark-open': 'the team has no final mark yet',
      'maximum-differs': 'the maximum of the worksheet is not that of the lab',
      'grade-locked': 'the worksheet says that the grade can’t be changed',
      'grade-replaced': 'there was another grade; it is replaced',
      'row-unreadable': 'the row is not written as Moodle writes it; it is left as it is',
    },
    told: {
      wrote: (file) => `Wrote ${file}`,
      opened: (file) => `Opened ${file}`,
      noOpener: (file) => `Nothing here opens pages; it is in ${file}`,
      forTeacher: (who, checks) =>
        `${who}: ${checks.join(', ')} are left to you and count 0 (lab rescore --decide)`,
      moodleItem: (item, max) =>
        `In Moodle, first make the grade item “${item}” with maximum ${max}: one made by the import would have another maximum.`,
      filled: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'} filled`,
    },
  },
};

/** The help of lab report, in English. */
export const ENGLISH_REPORT_HELP = {
  command: { report: 'makes pages, tables and files for Moodle of a grading' },
  option: {
    format:
      'report: text, html (the team’s page), class (the class table), csv, moodle, moodle-worksheet, gradescope, junit or ctrf; sheet: text, html or pdf',
    in: 'the offline grading worksheet downloaded from Moodle, to be filled',
    open: 'opens the page in the browser',
    'allow-partial': 'exports the other teams when a mark is not final',
  },
} as const;
