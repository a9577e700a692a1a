import type { ProblemTexts } from '../../catalogue.ts';

/** What can go wrong at a softphone, in English. */
export const ENGLISH_PHONE_PROBLEMS = {
  'softphone-dead': {
    what: ({ station, said }) => `A line of ${station} did not start. It says: ${said}`,
    mend: () => 'the same command again; lab doctor, if it goes on',
  },
  'softphone-gone': {
    what: ({ line, timeline }) => `The softphone ${line} went away. Seen until then: ${timeline}`,
    mend: ({ line }) => `lab up --team ${line.charAt(0)} starts it anew`,
  },
  'softphone-garbled': {
    what: ({ line, found }) =>
      `The softphone ${line} said something that is not its protocol: ${found}`,
    mend: ({ line }) => `lab images build, then: lab up --team ${line.charAt(0)}`,
  },
  'softphone-silent': {
    what: ({ line, command }) => `The softphone ${line} did not answer the command "${command}".`,
    mend: ({ line }) => `lab up --team ${line.charAt(0)} starts it anew`,
  },
  'softphone-refused': {
    what: ({ line, command, reply }) => `The softphone ${line} refused "${command}": ${reply}`,
    mend: ({ line }) =>
      `lab phone --team ${line.charAt(0)} ${line} status shows what it can do now`,
  },
  'softphone-wait': {
    what: ({ line, awaited, timeline }) =>
      `The softphone ${line} was to show ${awaited} and did not. Seen: ${timeline}`,
    mend: ({ line }) => `lab logs --team ${line.charAt(0)} shows what the PBX made of it`,
  },
  'softphone-busy': {
    what: ({ line, peer }) => `The softphone ${line} is in a call with ${peer}.`,
    mend: ({ line }) => `lab phone --team ${line.charAt(0)} ${line} hangup`,
  },
  'softphone-no-call': {
    what: ({ line }) => `The softphone ${line} is in no call.`,
    mend: ({ line }) => `lab phone --team ${line.charAt(0)} ${line} dial NUMBER`,
  },
  'keys-unknown': {
    what: ({ keys }) => `"${keys}" can't be typed on a telephone.`,
    mend: () => 'use the keys 0 to 9, *, # and A to D: send 1234#',
  },
  'station-full': {
    what: ({ station, most, found }) =>
      `${station} has room for ${most} accounts, not for ${found}.`,
    mend: () => 'name fewer numbers',
  },
  'secret-missing': {
    what: ({ extension }) => `The lab knows no secret for ${extension}.`,
    mend: ({ extension }) => `say it after the number: use ${extension} SECRET`,
  },
} satisfies Partial<ProblemTexts>;
