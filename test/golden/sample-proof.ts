import { ladderOf } from '../../orchestrator/model/ladder/ladder.ts';
import { cutRecord } from '../../orchestrator/model/proof/cut-record.ts';
import type { Proof } from '../../orchestrator/model/proof/proof.ts';
import { proofOf } from '../../orchestrator/model/proof/proof-of.ts';
import type { RoomRecord, RoomTry } from '../../orchestrator/model/proof/room-record.ts';
import { dissection } from './dissection.ts';
import { LAB } from './sample-lab.ts';

const began = 1_795_558_100;
const text =
  '; Message Information file\n[message]\norigmailbox=3102\ncontext=finance\nduration=2\n';
const message = {
  ...{ path: 'finance/3102/INBOX/msg0000', text, sound: new Uint8Array(44) },
  ...{ time: began + 3, caller: '3101', mailbox: '3102' },
};
const sound = { extension: '3102', time: began + 2.1, samples: new Int16Array(9_000) };
const line = '[Nov 24 23:19:39] VERBOSE[255][C-00000010] app_dial.c: Called SIP/3102';
const record: RoomRecord = {
  ...{ boot: [], log: [{ time: began + 2.25, text: line }], heard: [sound], messages: [message] },
  ...{ ladder: ladderOf(dissection('relayed'), LAB.definition.layout), captured: began },
};
const timeline = { caller: '0.00 dial 3102 · 0.02 ringing', callee: '0.00 incoming 3101' };
const one: RoomTry = {
  ...{ label: 'call.finance-1', names: ['3101', '3102'], began, seconds: 12, ofBoot: false },
  ...{ after: [], evidence: [{ caller: '3101', callee: '3102', timeline }] },
};
const [own] = cutRecord(record, [one]);
if (own === undefined) throw new Error('no record of the sample try');

/** The proof of a call between 3101 and 3102, with something of every kind. */
export const SAMPLE_PROOF: Proof = proofOf(
  one,
  own,
  new Map<object, string>([
    [sound, '1-team-3/proof/call.finance-1-3102.wav'],
    [message, '1-team-3/proof/call.finance-1-message-finance-3102-INBOX-msg0000.wav'],
  ]),
);

/** A try of which nothing could be recorded. */
export const BARE_PROOF: Proof = {
  ...{ began, seconds: 0.2, calls: null, timelines: [], rtp: [], log: [], messages: [] },
  ...{ recordings: [], shortened: true },
};
