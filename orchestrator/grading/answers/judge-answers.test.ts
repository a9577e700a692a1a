import { describe, expect, it } from 'vitest';
import { NO_WORDINGS } from '../../model/definition/answers/wordings.ts';
import { CALLING_TEAM, callWithout, captured } from '../capture/fake-capture.ts';
import { judgeCapture } from '../capture/judge-capture.ts';
import { judgedAnswer, LAB, ROOM } from './fake-lab.ts';
import { observedLab } from './observed-lab.ts';

const RIGHT = 'pass answers-right';
const WRONG = 'fail answer-wrong';
const TEACHER = 'skipped for-the-teacher';

describe('what letters stand for', () => {
  it.each([
    ['sip', 'Session Initiation Protocol', RIGHT],
    ['sip', 'Protocole d’initiation de session : il établit l’appel', RIGHT],
    ['sip', '"SESSION  initiation-protocol."', RIGHT],
    ['sip', 'Simple Internet Protocol', WRONG],
    ['sip', 'SIP', WRONG],
    ['sip', '', 'fail answer-empty'],
    ['sip', 'le protocole qui sert à téléphoner', TEACHER],
    ['rtp', 'Real-time Transport Protocol', RIGHT],
    ['rtp', 'Real Time Transfer Protocol', RIGHT],
    ['rtp', 'protocole de transport en temps réel', RIGHT],
    ['rtp', 'Rapid Transport Protocol', WRONG],
    ['rtp', 'transporte la voix', TEACHER],
  ])('%s: %s', (key, answer, said) => {
    expect(
      judgedAnswer(`${key}: ${answer.includes(' : ') ? `"${answer}"` : answer}`, `answers.${key}`),
    ).toBe(said);
  });

  it('are the teacher’s to judge in a lab without wordings', () => {
    const words = 'sip: Session Initiation Protocol';
    expect(judgedAnswer(words, 'answers.sip', LAB, NO_WORDINGS)).toBe(TEACHER);
    expect(judgedAnswer(words, 'answers.textfile', LAB, NO_WORDINGS)).toBe(TEACHER);
  });
});

describe('the setting up and the end of a call', () => {
  const setup = (steps: string, ports = '5060', lab = LAB) =>
    judgedAnswer(`etablissement:\n  etapes: ${steps}\n  ports: ${ports}\n`, 'answers.setup', lab);

  it.each([
    '3',
    'trois',
    'en 3 étapes',
    '3 (INVITE, 200 OK, ACK)',
    '[INVITE, 200 OK, ACK]',
    '4',
    '5',
    '8',
  ])('may be counted so, as these messages were observed: %s', (steps) =>
    expect(setup(steps)).toBe(RIGHT),
  );

  it.each(['1', '2', '20', '14'])('may not be counted so: %s', (steps) => {
    expect(setup(steps)).toBe('partial answer-wrong');
  });

  it.each(['INVITE, 180, 200, ACK', '3 ou 4', 'plusieurs'])('leave to the teacher: %s', (steps) => {
    expect(setup(steps)).toBe(TEACHER);
  });

  it('are counted in the clean room where no capture was handed in', () => {
    expect([setup('3', '5060', ROOM), setup('2', '5060', ROOM)]).toEqual([
      ...[RIGHT, 'partial answer-wrong'],
    ]);
  });

  it.each([
    ['5060', RIGHT],
    ['UDP 5060', RIGHT],
    ['[5060, 5062]', RIGHT],
    ['5061', 'partial answer-wrong'],
    ['[5060, 10010]', 'partial answer-wrong'],
  ])('has the port of the exchange, and no other that was not seen: %s', (ports, said) => {
    expect(setup('3', ports)).toBe(said);
  });

  it("leaves a port that only the team's own capture could show to the teacher", () => {
    expect(setup('3', '[5060, 49152]', ROOM)).toBe(TEACHER);
  });

  it.each([
    ['2', RIGHT],
    ['deux', RIGHT],
    ['4', RIGHT],
    ['1', WRONG],
    ['3', WRONG],
  ])('ends in steps that were observed: %s', (steps, said) => {
    expect(judgedAnswer(`cloture:\n  etapes: ${steps}`, 'answers.end')).toBe(said);
  });

  it('can not be compared where no call works: that check comes first', () => {
    const broken = { ...LAB.broken, call: 'call.finance' };
    const lab = { ...LAB, captured: null, broken };
    const words = 'etablissement: {etapes: 3, ports: 5060}\ncloture: {etapes: 2}';
    expect(judgedAnswer(words, 'answers.setup', lab)).toBe('skipped needs-another');
    expect(judgedAnswer(words, 'answers.end', lab)).toBe('skipped needs-another');
  });

  it('is left to the teacher where calls work and nobody looked', () => {
    expect(setup('3', '5060', { ...LAB, captured: null })).toBe(TEACHER);
  });

  it('is compared with what one side shows where the capture was taken there', () => {
    const side = judgeCapture(captured(callWithout(/1765e55c/)), CALLING_TEAM).call;
    const lab = observedLab({ ...LAB, plan: CALLING_TEAM, captured: side, rooms: [] });
    expect([setup('8', '5060', lab), setup('12', '5060', lab)]).toEqual([
      ...[RIGHT, 'partial answer-wrong'],
    ]);
  });
});

describe('the conversation', () => {
  const conversation = (ports: string, protocol = 'RTP', lab = LAB) =>
    judgedAnswer(
      `conversation:\n  protocole: ${protocol}\n  ports: "${ports}"`,
      'answers.conversation',
      lab,
    );

  it.each([
    ['10010', RIGHT],
    ['10010 et 10014', RIGHT],
    ['de 10010 à 10014', RIGHT],
    ['10000-20000', RIGHT],
    ['entre 10000 et 20000', RIGHT],
    ['ports dynamiques, négociés dans le SDP', RIGHT],
    ['5060', 'partial answer-wrong'],
    ['10010 et 17000', 'partial answer-wrong'],
    ['20000-30000', 'partial answer-wrong'],
    ['1-65535', TEACHER],
    ['ça dépend', TEACHER],
  ])("uses the ports of the team's own capture: %s", (ports, said) => {
    expect(conversation(ports)).toBe(said);
  });

  it('uses ports that nobody can compare where no capture was handed in', () => {
    expect(conversation('16384 et 16386', 'RTP', ROOM)).toBe(TEACHER);
    expect(conversation('80', 'RTP', ROOM)).toBe('partial answer-wrong');
    expect(conversation('5060', 'RTP', ROOM)).toBe('partial answer-wrong');
    expect(conversation('10000-20000', 'RTP', ROOM)).toBe(RIGHT);
  });

  it.each([
    ['RTP sur UDP', RIGHT],
    ['SIP', 'partial answer-wrong'],
    ['TCP', 'partial answer-wrong'],
  ])('travels by RTP: %s', (protocol, said) => {
    expect(conversation('10010', protocol)).toBe(said);
  });
});
