import type { CallEvidence, ConsultEvidence, DepositEvidence } from '../model/evidence/evidence.ts';
import { type FoundMessage, messageVoice, type Probes } from './probes.ts';

/** A hand-written lab, told only by what its probes bring back: in it, everything is right. */
export function fakeProbes(more: Partial<Probes> = {}): Probes {
  return {
    since: () => 1000,
    inUse: new Map(),
    random: () => 0.5,
    boot: async () => ({ state: 'ready', log: [] }),
    bootLog: async () => ({ begun: true, lines: [] }),
    askConsole: async (command) => ({ command, said: '0 peers', known: true }),
    register: async (extension) => ({ extension, status: '200 OK' }),
    intrude: async (extension, number) => ({
      ...{ extension, number, registration: '403 Forbidden', call: '403 Forbidden' },
    }),
    registerAs: async () => '403 Forbidden',
    call: async (request) => callEvidence(request),
    reach: async (caller, number) => ({
      ...{ caller, number, outcome: 'refused', status: '404 Not Found', timeline: '-' },
    }),
    leaveMessage: async (request) => depositEvidence(request),
    consult: async ({ caller, number, steps }) => {
      return consultEvidence({ caller, number, keys: steps.map(({ keys }) => keys).join('') });
    },
    arrange: async () => ({ before: 0 }),
    lastSeen: () => [],
    messages: async () => [],
    ...more,
  };
}

/** A call that went well, but for what is given. */
export function callEvidence(more: Partial<CallEvidence> = {}): CallEvidence {
  return {
    ...{ caller: '3101', callee: '3102', number: '3102', outcome: 'answered', status: 'BYE' },
    ...{ awaited: '', hungUpBy: 'caller', cleared: true, timeline: { caller: '-', callee: '-' } },
    heardByCaller: { other: 1.25, own: 0 },
    heardByCallee: { other: 1.25, own: 0 },
    ...more,
  };
}

/** An attempt to leave a message that went well, but for what is given. */
export function depositEvidence(more: Partial<DepositEvidence> = {}): DepositEvidence {
  const { manner = 'ring' } = more;
  return {
    ...{ caller: '3101', callee: '3102', manner, outcome: 'spoken', status: '', awaited: '' },
    ...{ rang: manner === 'ring' ? 20_010 : 300, from: 1000, to: 1025 },
    timeline: { caller: '-', callee: '-' },
    ...more,
  };
}

/** A visit to voicemail in which no message was heard, but for what is given. */
export function consultEvidence(more: Partial<ConsultEvidence> = {}): ConsultEvidence {
  return {
    ...{ caller: '3102', number: '3199', outcome: 'answered', status: '', prompted: true },
    ...{ keys: '1234#11', heard: 0, timeline: '-' },
    ...more,
  };
}

/** The message of 3101 in the box of 3102, with a right text file, but for what is given. */
export function foundMessage(more: Partial<FoundMessage> = {}): FoundMessage {
  const { context = 'finance', mailbox = '3102' } = more;
  return {
    ...{ context, mailbox, folder: 'INBOX', index: 0, before: 0 },
    ...{ voice: messageVoice('3101'), heard: 1.5, seconds: 2.1 },
    fields: {
      ...{ origmailbox: mailbox, context, callerid: '"Utilisateur1" <3101>' },
      ...{ callerchan: 'SIP/3101-00000001', origtime: '1010', duration: '2' },
    },
    ...more,
  };
}
