import type { GatePhrases } from '../../gate/gate-phrases.ts';

/** English words of the gate. */
export const ENGLISH_GATE_PHRASES: GatePhrases = {
  gate: {
    open: ({ port, addresses }) => `The gate is open on port ${port}: ${addresses.join(', ')}`,
    hostKey: (fingerprint) => `Its key, for those who meet it for the first time: ${fingerprint}`,
    headings: {
      team: 'Team',
      pbx: 'Shell in the PBX',
      phones: 'Softphones, instead of the name before @',
      password: 'Password',
    },
    files: "A file: ssh … team3@… 'cat > /etc/asterisk/users.conf' < users.conf",
    until: 'It stands open until Ctrl-C, which ends all sessions.',
    closed: 'The gate is closed.',
    event: {
      came: (name, from) => `${name} came in from ${from}`,
      left: (name, from) => `${name} left (${from})`,
      refused: (name, from) => `${name}: wrong password, from ${from}`,
      shutOut: (name, from, seconds) =>
        `${name}: too many wrong passwords, ${from} is shut out for ${seconds} s`,
    },
    inside: ({ team, guests }) =>
      `Team ${team}, by the gate: ${guests.length} (${guests.map(({ what, from, at }) => `${what} from ${from} since ${at}`).join('; ')})`,
    told: {
      notUp: (team) =>
        `The server of team ${team} is not up. Ask your teacher: lab up --team ${team}`,
      takenDown: (team) =>
        `The server of team ${team} was taken down or reset. Your session is over; once it is up again, log in anew.`,
      gateCloses: 'Your teacher has closed the gate. Your session is over; what you saved is kept.',
      engineLost:
        'The engine of the server does not answer any more. Tell your teacher: lab doctor',
      full: (team) => `Team ${team} has too many sessions open. Close one of them first.`,
      terminalMissing: (name) =>
        `A softphone is used from a terminal, without a command: ssh -t … ${name}@…`,
      stationUnknown: (known) => `There is no such softphone. There are: ${known.join(', ')}`,
      fault: 'Something went wrong at the gate. Try again; if it goes on, tell your teacher.',
    },
    desk: {
      title: (station, team) => `${station} of team ${team}`,
      noAccount: 'no account',
      registered: 'registered',
      unregistered: 'not registered',
      idle: 'no call',
      calling: (peer) => `${peer} is calling: a answers`,
      rings: (peer) => `calls ${peer}`,
      talks: (peer) => `talks with ${peer}`,
      keys: [
        'd dial · a answer · x hang up · s send digits',
        'u use another account · Tab the other line · l français · q quit',
      ],
      question: {
        dial: 'Number to dial:',
        send: 'Digits to send:',
        use: 'Account (3101, or 3101,3201), then its secret unless it is the one on your sheet:',
      },
      opening: 'One moment…',
      away: 'Somebody else has taken this softphone (a check, or another window). Enter takes it back.',
      news: {
        incoming: (peer) => `${peer} is calling`,
        ringing: (peer) => `it rings at ${peer}`,
        talking: (peer) => `in a call with ${peer}`,
        closed: (peer, reason) =>
          `the call with ${peer} is over${reason === '' ? '' : ` (${reason})`}`,
        registered: 'registered',
        unregistered: (reason) => `the PBX refused the registration: ${reason}`,
        keys: (digits) => `sent ${digits}`,
      },
    },
  },
};
