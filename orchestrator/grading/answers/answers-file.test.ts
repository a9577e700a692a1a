import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../model/definition/answers/read-answers.ts';
import { besideLab, judgedAnswer, LAB, WORDINGS } from './fake-lab.ts';
import { ANSWER_CHECKS, judgeAnswers } from './judge-answers.ts';

const RIGHT = 'pass answers-right';
const TEACHER = 'skipped for-the-teacher';

describe('a file of answers', () => {
  const answer = (lines: string) => judgedAnswer(lines, 'answers.sip');

  it('is none when it was not handed in', () => {
    const all = judgeAnswers(null, { lab: LAB, wordings: WORDINGS });
    expect(all.map(({ id }) => id)).toEqual(ANSWER_CHECKS);
    expect(new Set(all.map(({ verdict }) => `${verdict.verdict} ${verdict.code}`))).toEqual(
      new Set(['skipped not-handed-in']),
    );
  });

  it('is the template, all of whose keys are judged; untouched, every answer is missing', () => {
    const read = readAnswers(Buffer.from(besideLab('answers.template.yaml')));
    const all = judgeAnswers({ file: 'a.yaml', read }, { lab: LAB, wordings: WORDINGS });
    expect(all.map(({ id }) => id)).toEqual(ANSWER_CHECKS);
    for (const { verdict } of all) expect(verdict.code).toBe('answer-empty');
  });

  it('keeps what no check asks for, for the teacher', () => {
    const lines = 'sip: Session Initiation Protocol\nremarque: on a bien travaillé\n';
    expect([answer(lines), judgedAnswer(lines, 'answers.other')]).toEqual([RIGHT, TEACHER]);
  });

  it.each([
    ['Windows-1252', Buffer.from("rtp: x\nsip: protocole d'\xe9tablissement de session", 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeffsip: Session Initiation Protocol')],
    ['UTF-16', Buffer.from('\ufeffsip: Session Initiation Protocol\r\n', 'utf16le')],
    ['French spaces', Buffer.from('sip\u00a0: Session Initiation Protocol')],
    ['capitals', Buffer.from('SIP: Session Initiation Protocol')],
  ])('may be written by any editor: %s', (_, bytes) => {
    expect(judgedAnswer(bytes, 'answers.sip')).toBe(RIGHT);
  });

  it('leaves an answer that is given twice to the teacher, and judges the others', () => {
    const lines = 'sip:\nrtp: Real-time Transport Protocol\nsip: Session Initiation Protocol\n';
    expect([answer(lines), judgedAnswer(lines, 'answers.rtp')]).toEqual([TEACHER, RIGHT]);
  });

  it.each([
    ['sip: "Session\nrtp: x', 'unclosed', 1],
    ['sip: x\n\trtp: y', 'tab', 2],
    ['sip:\n    a: x\n  b: y', 'indent', 3],
    ['', 'empty', 1],
    ['Réponses de l’équipe 3', 'not-keys', 1],
    ['- a\n- b', 'not-keys', 1],
    ['\u0000\u0001', 'encoding', 1],
    ['x'.repeat(300_000), 'too-large', 1],
    ['x'.repeat(2 ** 21), 'too-large', 1],
    [`a: ${'['.repeat(5000)}`, 'too-deep', 1],
  ])('says where it can not be read: %#', (text, trouble, line) => {
    const read = readAnswers(Buffer.from(text));
    expect(read).toMatchObject({ ok: false, trouble, line });
    expect(answer(text)).toBe('fail answers-unreadable');
  });

  it('is no bomb: references are not followed', () => {
    const bomb = [
      'a: &a [x, x]',
      ...[...'bcdefghij'].map(
        (key, at) => `${key}: &${key} [*${'abcdefghi'[at]}, *${'abcdefghi'[at]}]`,
      ),
    ];
    const lines = [...bomb, 'sip: *j'].join('\n');
    expect(answer(lines)).toBe(TEACHER);
  });

  it('never makes the grader fail, whatever is in it', () => {
    const known = { lab: LAB, wordings: WORDINGS };
    const keys = [
      'sip',
      'etablissement',
      'etapes',
      'ports',
      'messages',
      'emplacement',
      '__proto__',
    ];
    const value = fc.oneof(fc.string(), fc.constantFrom('5060', 'constructor', 'INBOX', '/var/x'));
    const line = fc.tuple(fc.constantFrom('', '  ', '\t'), fc.constantFrom(...keys), value);
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }).map((text) => Buffer.from(text)),
      fc
        .array(line)
        .map((lines) => Buffer.from(lines.map(([a, b, c]) => `${a}${b}: ${c}`).join('\n'))),
    );
    const check = (bytes: Uint8Array) => {
      const found = judgeAnswers({ file: 'a.yaml', read: readAnswers(bytes) }, known);
      return found.every(({ verdict }) => verdict.verdict !== 'inconclusive');
    };
    fc.assert(fc.property(file, check), { numRuns: 300 });
  });
});
