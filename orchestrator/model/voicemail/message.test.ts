import { describe, expect, it } from 'vitest';
import { messagesOf, placeText } from './message.ts';

const bytes = (text: string) => Buffer.from(text);

/** As Asterisk 16.28 writes it. */
const TEXT = `;
; Message Information file
;
[message]
origmailbox=3102
context=finance
macrocontext=
exten=3102
callerchan=SIP/3101-00000004
callerid="Utilisateur1" <3101>
origtime=1795545133
category=
duration=2
`;

describe('the messages of a spool', () => {
  it('are put together from their files, each at its place', () => {
    const messages = messagesOf([
      { path: './finance/3102/Old/msg0001.wav', content: bytes('sound') },
      { path: './finance/3102/INBOX/msg0000.txt', content: bytes(TEXT) },
      { path: './finance/3102/INBOX/msg0000.wav', content: bytes('other') },
    ]);
    expect(messages.map(placeText)).toEqual([
      'finance/3102/INBOX/msg0000',
      'finance/3102/Old/msg0001',
    ]);
    expect(messages[0]?.fields).toMatchObject({
      origmailbox: '3102',
      macrocontext: '',
      callerid: '"Utilisateur1" <3101>',
      duration: '2',
    });
    expect(messages[1]).toMatchObject({ fields: null, sound: bytes('sound') });
  });

  it('are nothing else that lies there', () => {
    const files = ['finance/3102/tmp/Ab12', 'finance/3102/unavail.wav', 'msg0000.wav', ''];
    expect(messagesOf(files.map((path) => ({ path, content: bytes('') })))).toEqual([]);
  });
});
