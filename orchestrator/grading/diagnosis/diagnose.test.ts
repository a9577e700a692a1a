// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CauseTexts, causeText } from '../../model/definition/causes/cause-texts.ts';
import { parseCauses } from '../../model/definition/causes/parse-causes.ts';
import type { Layout } from '../../model/numbering/layout.ts';
import { teamNumber } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import type { Cause, JudgedCheck } from './cause.ts';
import { CAUSE_RULES } from './cause-rules.ts';
import { diagnose } from './diagnose.ts';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly pbx_boots: boolean;
  readonly expect: Readonly<Record<string, string>>;
  readonly root?: readonly string[];
  readonly cause: readonly string[];
  readonly place: { readonly file: string; readonly line?: number; readonly section?: string };
}

const root = join(import.meta.dirname, '../../..');
const corpus = join(root, 'test/corpus');
const TEXTS = texts();
const user = (suffix: string, name: string) => ({
  ...{ suffix, fullName: name, secret: 'password', pin: '1234' },
});
const LAYOUT: Layout = {
  ...{ lab: 'activity-1', base: '192.168', stations: [] },
  contexts: [
    {
      ...{ name: 'finance', digit: 1, voicemail: '199' },
      users: [user('101', 'Utilisateur1'), user('102', 'Utilisateur2')],
    },
    {
      ...{ name: 'compta', digit: 2, voicemail: '299' },
      users: [user('201', 'Utilisateur3'), user('202', 'Utilisateur4')],
    },
  ],
};
const plan = teamPlan(teamNumber(3), LAYOUT, { prefix: 'lab' });
const cases = readdirSync(corpus)
  .filter((name) => name !== 'README.md')
  .map((name) => JSON.parse(readFileSync(join(corpus, name, 'case.json'), 'utf8')) as Case);
const wrong = cases.filter(({ kind }) => kind === 'wrong');
const right = cases.filter(({ kind }) => kind !== 'wrong');
const ids = ['pbx.boots', 'voicemail.files', ...Object.keys(wrong[0]?.expect ?? {})];
const everyFailed = ids.map((id) => ({ id, verdict: 'fail' }));

function texts(): CauseTexts {
  const file = join(root, 'labs/activity-1/causes.yaml');
  const read = parseCauses(readFileSync(file, 'utf8'), file, CAUSE_RULES);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function filesOf(id: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(corpus, id);
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** The verdicts that a case is labelled with; where nothing need fail, as if a teacher forbade it. */
function labelled({ pbx_boots: boots, expect: labels, root: roots = [] }: Case): JudgedCheck[] {
  if (roots.length === 0) return everyFailed;
  const own = Object.entries(labels).map(([id, verdict]) => ({ id, verdict }));
  return [{ id: 'pbx.boots', verdict: boots ? 'pass' : 'fail' }, ...own];
}

/** The causes of what is at the root of a case. */
function rootCauses(one: Case): readonly Cause[] {
  const { id, root: roots = [] } = one;
  const causes = diagnose({ plan, files: filesOf(id), log: [], checks: labelled(one) });
  return causes.filter(({ checks }) => roots.length === 0 || checks.some((c) => roots.includes(c)));
}

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

describe('the causes of a wrong lab', () => {
  it('are looked for in all of them', () => {
    expect(wrong).toHaveLength(46);
  });

  it.each(wrong)('name the place of $id', (one) => {
    const { file, line, section } = one.place;
    const near = rootCauses(one).filter((cause) => cause.file === file);
    const whole = line === undefined && section === undefined;
    const found = near.some((cause) => whole || cause.line === line || cause.section === section);
    expect([near, found]).toEqual([near, true]);
  });

  it.each(wrong)('say in both languages what it is: $id', (one) => {
    const told = rootCauses(one).map((cause) => causeText(TEXTS, cause));
    for (const language of ['fr', 'en'] as const) {
      const words = told.map((text) => text[language]).join('\n');
      expect(one.cause.some((word) => words.includes(word)) ? '' : words).toBe('');
    }
  });

  it.each(wrong)('never hold a line of the solution that is missing: $id', (one) => {
    const own = filesOf(one.id);
    const missing = [...filesOf('reference')].flatMap(([file, content]) => {
      const has = Buffer.from(own.get(file) ?? [])
        .toString('utf8')
        .split(/\r?\n/);
      const lines = Buffer.from(content).toString('utf8').split('\n');
      return lines.map((line) => line.trim()).filter((line) => line !== '' && !has.includes(line));
    });
    for (const cause of diagnose({ plan, files: own, log: [], checks: everyFailed })) {
      const { fr, en } = causeText(TEXTS, cause);
      expect(missing.filter((line) => fr.includes(line) || en.includes(line))).toEqual([]);
      expect(`${fr}${en}`).not.toMatch(/(?<!\$)\{[a-z]+\}|undefined/);
    }
  });
});

describe('a right lab', () => {
  it('is there in 21 ways', () => {
    expect(right).toHaveLength(21);
  });

  it.each(right)('is accused of nothing, whatever fails: $id', ({ id }) => {
    expect(diagnose({ plan, files: filesOf(id), log: [], checks: everyFailed })).toEqual([]);
  });

  it('has no cause where nothing failed', () => {
    const checks = ids.map((id) => ({ id, verdict: 'pass' }));
    expect(diagnose({ plan, files: filesOf('W41'), log: [], checks })).toEqual([]);
  });
});

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
