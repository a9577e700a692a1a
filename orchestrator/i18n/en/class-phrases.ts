import type { ClassPhrases } from '../class-phrases.ts';
import { seconds as time } from './grade-words.ts';

/** Words about several teams at once, in English. */
export const ENGLISH_CLASS_PHRASES: ClassPhrases = {
  class: {
    headings: {
      team: 'team',
      handIn: 'hand-in',
      mark: 'mark',
      state: 'state',
      lines: 'lines',
      checks: 'checks',
      time: 'time',
      remark: 'remark',
    },
    gone: { kept: 'down, work kept', purged: 'down, work removed', nothing: 'was not up' },
    empty: 'nothing to reset',
    of: (some, all) => `${some} of ${all}`,
    notPassed: (checks) => `not passed: ${checks.join(', ')}`,
    notJudged: (checks) => `not judged: ${checks.join(', ')}`,
    fault: 'a fault in lab',
    ended: (seconds) => `done in ${time(seconds)}`,
    endedBadly: (seconds) => `not all well, after ${time(seconds)}`,
  },
};
