// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { everyFailed, filesOf, plan } from '../labelled-labs.ts';

// As Asterisk 16.28 prints them with the reference's files.
const RUNNING = {
  dialplan: `[ Context 'default' created by 'pbx_config' ]
  '3101' =>         hint: SIP/3101                                [pbx_config]
                    1. Gosub(3101,stdexten($[HINT]))              [pbx_config]

[ Context 'compta' created by 'pbx_config' ]
  '3299' =>         1. Answer()                                   [extensions.conf:15]
                    2. VoiceMailMain($[CALLERID(num)]@compta)     [extensions.conf:16]
  '_32XX' =>        1. Dial(SIP/$[EXTEN],20)                      [extensions.conf:13]
                    2. Voicemail($[EXTEN]@compta)                 [extensions.conf:14]

[ Context 'finance' created by 'pbx_config' ]
  '3199' =>         1. Answer()                                   [extensions.conf:9]
                    2. VoiceMailMain($[CALLERID(num)]@finance)    [extensions.conf:10]
  '_31XX' =>        1. Dial(SIP/$[EXTEN],20)                      [extensions.conf:7]
                    2. Voicemail($[EXTEN]@finance)                [extensions.conf:8]

-= 6 extensions (10 priorities) in 3 contexts. =-
`.replaceAll(/\$\[([^\]]+)\]/g, '$${$1}'),
  users: `Username                   Secret           Accountcode      Def.Context      ACL  Forcerport
3102                       password                          finance          No   No        
3101                       password                          finance          No   No        
3201                       password                          compta           No   No        
3202                       password                          compta           No   No        
`,
  mailboxes: `Context    Mbox  User                      Zone       NewMsg
default    3101                                            0
finance    3101  Utilisateur1                              0
finance    3102  Utilisateur2                              0
compta     3201  Utilisateur3                              0
compta     3202  Utilisateur4                              0
5 voicemail users configured.
`,
};

/** The files that are said not to have been read again. */
function stale(files: ReadonlyMap<string, Uint8Array>, running = RUNNING) {
  const causes = diagnose({ plan, files, log: [], checks: everyFailed, running });
  return causes.filter(({ rule }) => rule === 'not-reloaded').map(({ file }) => file);
}

describe('a file that was saved and not read again', () => {
  it('is none where Asterisk works with what the files say', () => {
    expect(stale(filesOf('reference'))).toEqual([]);
    expect(stale(filesOf('V38'))).toEqual([]);
    expect(stale(filesOf('V15'))).toEqual([]);
  });

  it.each([
    ['W46', ['extensions.conf']],
    ['W11', ['users.conf']],
    ['W32', ['voicemail.conf']],
  ])('is the one that differs: %s', (id, expected) => {
    expect(stale(filesOf(id))).toEqual(expected);
  });

  it('is not one that Asterisk refuses, nor is anything where it does not answer', () => {
    expect(stale(filesOf('W22'))).toEqual([]);
    expect(stale(filesOf('W46'), { dialplan: '', users: '', mailboxes: '' })).toEqual([]);
  });
});
