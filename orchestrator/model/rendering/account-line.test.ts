import { expect, it } from 'vitest';
import { accountLine } from './account-line.ts';

it('names the account, its registrar and its secret, and never answers by itself', () => {
  const user = {
    extension: '3101',
    user: 'u3101',
    fullName: 'Utilisateur1',
    context: 'finance',
    secret: 'password',
    mailbox: '3101',
    pin: '1234',
  };
  expect(accountLine(user, '192.168.3.200')).toBe(
    '<sip:3101@192.168.3.200>;auth_user=3101;auth_pass=password;regint=60;answermode=manual;audio_codecs=pcmu/8000/1,pcma/8000/1;mwi=no',
  );
});
