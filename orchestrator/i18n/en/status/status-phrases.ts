import type { StatusPhrases } from '../../status/status-phrases.ts';

/** English words of the class grid. */
export const ENGLISH_STATUS_PHRASES: StatusPhrases = {
  status: {
    heading: {
      team: 'team',
      engine: 'engine',
      pbx: 'PBX',
      phones: 'phones',
      calls: 'calls',
      messages: 'msgs',
      changed: 'changed',
      notRead: 'not reloaded',
      check: 'check',
      mark: 'mark',
      sessions: 'ssh',
    },
    pbx: {
      'in-service': 'up',
      'no-asterisk': 'silent',
      'not-installed': 'bare',
      stopped: 'stopped',
      absent: '–',
    },
    age: (seconds) => {
      if (seconds < 60) return '<1 min';
      if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
      if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h`;
      return `${Math.floor(seconds / 86_400)} d`;
    },
    ago: (age) => `${age} ago`,
    notRead: ({ team, file, ago }) =>
      `Team ${team}: ${file} was saved ${ago}, and Asterisk still works with what it said before.\n  To have it read: lab console --team ${team}, then reload`,
    change: (team, changes) => `team ${team}: ${changes}`,
    changedSince: 'files of /etc/asterisk have changed since',
    facts: {
      engine: 'objects in the engine',
      calls: 'calls now',
      messages: 'messages',
      changed: '/etc/asterisk changed',
      check: 'last check',
      mark: 'mark',
      sessions: 'sessions by SSH',
    },
    messages: (all, unheard) => (all === 0 ? '0' : `${all} (${unheard} not heard yet)`),
    neverChanged: 'not since the first day',
    neverChecked: (team) => `none yet: lab check --team ${team}`,
    neverMarked: (team) => `none yet: lab grade --team ${team}`,
    check: (passed, all) => `${passed} of ${all} passed`,
    mark: (points, max) => `${points ?? '?'}/${max}`,
    leave: 'Ctrl-C ends.',
  },
};
