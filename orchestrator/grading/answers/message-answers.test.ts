import { describe, expect, it } from 'vitest';
import { judgedAnswer, LAB } from './fake-lab.ts';

const RIGHT = 'pass answers-right';
const WRONG = 'fail answer-wrong';
const TEACHER = 'skipped for-the-teacher';

describe('messages', () => {
  const place = (answer: string) =>
    judgedAnswer(`messages: {emplacement: "${answer}"}`, 'answers.location');
  const SPOOL = '/var/spool/asterisk/voicemail';

  it.each([
    `${SPOOL}/finance/3102/INBOX`,
    `${SPOOL}/finance/3102/INBOX/msg0000.wav`,
    `dans ${SPOOL}/compta/3201/`,
    `${SPOOL}/<contexte>/<numero>/INBOX`,
    SPOOL,
  ])('are in %s', (answer) => expect(place(answer)).toBe(RIGHT));

  it.each([
    `${SPOOL}/finance/3102/Old`,
    `${SPOOL}/finance/3201/INBOX`,
    `${SPOOL}/default/3102/INBOX`,
    '/var/spool/asterisk',
    '/var/lib/asterisk/sounds',
    '/etc/asterisk',
  ])('are not in %s', (answer) => expect(place(answer)).toBe(WRONG));

  it('may be where only the teacher understands', () => {
    expect(place('dans la boîte du serveur')).toBe(TEACHER);
  });

  it.each([
    ['INBOX -> Old', RIGHT],
    ['déplacé dans le dossier Old', RIGHT],
    ['il passe de INBOX à old', RIGHT],
    ['rien ne change', WRONG],
    ['il reste dans INBOX', WRONG],
    ['il est supprimé', TEACHER],
    ['de Old vers INBOX', TEACHER],
  ])('change their folder when they were heard: %s', (answer, said) => {
    expect(judgedAnswer(`apres_ecoute: ${answer}`, 'answers.listened')).toBe(said);
  });

  it('stay where they are in a lab that moves none, and that is the right answer there', () => {
    const lab = { ...LAB, listened: { before: 'INBOX', after: 'INBOX' } };
    expect(judgedAnswer('apres_ecoute: rien ne change', 'answers.listened', lab)).toBe(RIGHT);
    expect(judgedAnswer('apres_ecoute: INBOX -> Old', 'answers.listened', lab)).toBe(WRONG);
  });

  it('have a text file whose lines were seen', () => {
    const file = (...words: string[]) => {
      const [boite, contexte, appelant, date, duree] = words;
      return judgedAnswer(
        `fichier_texte:\n  boite: ${boite}\n  contexte: ${contexte}\n  appelant: ${appelant}\n  date: ${date}\n  duree: ${duree}\n`,
        'answers.textfile',
      );
    };
    expect(file('origmailbox', 'context', 'callerid', 'origtime', 'duration')).toBe(RIGHT);
    expect(file('exten=3102', 'Context', 'la ligne callerchan', 'origdate', 'duration')).toBe(
      RIGHT,
    );
    expect(file('mailbox', 'context', 'callerid', 'origtime', 'duration')).toBe(
      'partial answer-wrong',
    );
    expect(file('context', 'exten', 'priority', 'duration', 'origtime')).toBe(WRONG);
  });
});
