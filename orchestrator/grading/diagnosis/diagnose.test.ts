// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import { everyFailed, filesOf, plan } from './labelled-labs.ts';

function withReference(changes: Readonly<Record<string, string | null>>) {
  const files = new Map(filesOf('reference'));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, Buffer.from(text));
  }
  return files;
}

/** One file of the reference with a part of it changed. */
function changed(file: string, from: string, to: string) {
  const text = Buffer.from(filesOf('reference').get(file) ?? []).toString('utf8');
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  return withReference({ [file]: text.replaceAll(from, to) });
}

/** The likeliest cause, as `rule file:line`. */
function first(files: ReadonlyMap<string, Uint8Array>, log: readonly string[] = []): string {
  const [cause] = diagnose({ plan, files, log, checks: everyFailed });
  return cause === undefined ? '' : `${cause.rule} ${cause.file}:${cause.line}`;
}

describe('the likeliest cause', () => {
  it.each([
    ['users.conf', '[general]', '[gneral]', 'general-misspelt users.conf:1'],
    ['users.conf', '[general]', ';[general]', 'heading-commented users.conf:1'],
    ['users.conf', '[general]', 'general]', 'heading-unopened users.conf:1'],
    ['users.conf', 'hassip', 'hasip', 'key-misspelt users.conf:3'],
    ['users.conf', 'hassip = yes', 'hassip = oui', 'hassip-off users.conf:3'],
    ['users.conf', '[template](!)', '[template] (!)', 'options-apart users.conf:5'],
    ['users.conf', '[template](!)', '[template](!', 'options-unclosed users.conf:5'],
    ['users.conf', '[template](!)', ';[template](!)', 'heading-commented users.conf:5'],
    ['users.conf', 'host = dynamic', 'host = dynamique', 'host-fixed users.conf:7'],
    ['users.conf', 'host = dynamic\n', '', 'host-absent users.conf:5'],
    ['users.conf', 'host = dynamic', 'host =\u00A0dynamic', 'odd-blank users.conf:7'],
    ['users.conf', '[3101]', '[3102]', 'account-twice users.conf:20'],
    ['users.conf', '[3101]', '[4101]', 'other-team users.conf:13'],
    ['users.conf', '[3101](t', ';[3101](t', 'account-commented users.conf:13'],
    ['users.conf', 'secret = password', 'secret = "password"', 'secret-different users.conf:16'],
    ['users.conf', 'allow = ulaw\nallow = alaw', 'allow = ulow', 'codec-unknown users.conf:10'],
    [
      'users.conf',
      'disallow = all\nallow = ulaw\nallow = alaw',
      'allow = ulaw\ndisallow = all',
      'codecs-cleared users.conf:10',
    ],
    ['extensions.conf', '[finance]', '[Finance]', 'context-section-misspelt extensions.conf:6'],
    ['extensions.conf', '[finance]', '[finance', 'heading-unclosed extensions.conf:6'],
    ['extensions.conf', '_31XX', '_31X', 'pattern-other extensions.conf:7'],
    ['extensions.conf', '_31XX', '_11XX', 'other-team extensions.conf:7'],
    ['extensions.conf', '_31XX,1', '31XX,1', 'pattern-no-underscore extensions.conf:7'],
    ['extensions.conf', '_31XX,1,', '_31XX;1,', 'priority-wrong extensions.conf:7'],
    ['extensions.conf', '_31XX,1,', '_31XX,n,', 'next-first extensions.conf:7'],
    ['extensions.conf', 'exten => _31XX,1', 'extend => _31XX,1', 'word-unknown extensions.conf:7'],
    [
      'extensions.conf',
      'exten => _31XX,1',
      ';exten => _31XX,1',
      'extension-commented extensions.conf:7',
    ],
    [
      'extensions.conf',
      ',1,Dial(SIP/${EXTEN}',
      ',1,Dail(SIP/${EXTEN}',
      'application-misspelt extensions.conf:7',
    ],
    [
      'extensions.conf',
      'Dial(SIP/${EXTEN},',
      'Dial(SIP/${EXTEN}|',
      'dial-delimiter extensions.conf:7',
    ],
    [
      'extensions.conf',
      'Dial(SIP/${EXTEN},20)',
      'Dial(SIP/${EXTEN},20',
      'bracket-open extensions.conf:7',
    ],
    [
      'extensions.conf',
      'Dial(SIP/${EXTEN},20)',
      'Dial SIP/${EXTEN},20',
      'bracket-none extensions.conf:7',
    ],
    ['extensions.conf', 'Dial(SIP/${EXTEN}', 'Dial(SIP/${EXTEN:1}', 'dial-other extensions.conf:7'],
    [
      'extensions.conf',
      '2,Voicemail(${EXTEN}@finance)',
      '2,VoiceMailMain(${EXTEN}@finance)',
      'deposit-main extensions.conf:8',
    ],
    ['extensions.conf', '3199,', '3198,', 'extension-misspelt extensions.conf:9'],
    ['extensions.conf', '3199,2,', '3199,2', 'application-none extensions.conf:10'],
    [
      'extensions.conf',
      '${CALLERID(num)}@finance',
      '${CALLERID(num)}@finance,s',
      'pin-skipped extensions.conf:10',
    ],
    ['voicemail.conf', '[finance]', '[financ]', 'box-section-misspelt voicemail.conf:9'],
    ['voicemail.conf', '[finance]\n', '', 'box-section-absent voicemail.conf:null'],
    ['voicemail.conf', '3102 =>', '3101 =>', 'box-twice voicemail.conf:11'],
    ['voicemail.conf', '3102 =>', '3120 =>', 'box-misspelt voicemail.conf:11'],
    ['voicemail.conf', '3102 =>', ';3102 =>', 'box-commented voicemail.conf:11'],
    ['voicemail.conf', '3102 => 1234,', '3102 => 1234 ', 'pin-unreadable voicemail.conf:11'],
    ['voicemail.conf', 'minsecs = 0', 'minsecs = 10', 'shortest-message voicemail.conf:4'],
  ])('of %s with %j as %j is %s', (file, from, to, expected) => {
    expect(first(changed(file, from, to))).toBe(expected);
  });

  it('is a file that is away, or has another name', () => {
    expect(first(withReference({ 'voicemail.conf': null }))).toBe(
      'file-absent voicemail.conf:null',
    );
    const renamed = withReference({ 'users.conf': null, 'user.conf.txt': '[general]\nhassip=yes' });
    expect(first(renamed)).toBe('file-other-name users.conf:null');
  });

  it('is what Asterisk said, where nothing else is known', () => {
    const said =
      '[Nov 24 23:07:26] WARNING[107] config.c: parse error: strange, line 7 of /etc/asterisk/users.conf';
    expect(first(filesOf('reference'), [said])).toBe('asterisk-said users.conf:7');
  });

  it('does not explain another account’s refusal', () => {
    const files = changed('users.conf', 'u3102\nsecret = password', 'u3102\nsecret = x');
    const checks = [
      {
        ...{ id: 'register.finance', verdict: 'fail', code: 'register-refused' },
        params: { extension: '3101', status: '403 Forbidden' },
      },
    ];
    expect(diagnose({ plan, files, log: [], checks })).toEqual([]);
  });
});
