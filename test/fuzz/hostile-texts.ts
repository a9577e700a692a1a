import { type HostileKind, type Making, noise, oneOf, whole } from './hostile-kind.ts';

const NAMES = ['users.conf', 'extensions.conf', 'voicemail.conf'] as const;
const MIB = 2 ** 20;

const anyName = (random: () => number) => oneOf(random, [...NAMES]);

/** A right hand-in with something before, behind or in the place of one of its files. */
const withText =
  (text: (making: Making) => string | Uint8Array): HostileKind =>
  (making) => {
    const { right, random } = making;
    const name = anyName(random);
    const own = Buffer.from(text(making) as Uint8Array);
    const file = Buffer.from(right[name]);
    const place = oneOf<readonly Buffer[]>(random, [[own, file], [file, own], [own]]);
    return { ...right, [name]: Buffer.concat([...place]) };
  };

/** Some bytes of every file changed, taken away or written twice. */
const mutated: HostileKind = ({ right, random }) =>
  Object.fromEntries(
    NAMES.map((name) => {
      const bytes = [...Buffer.from(right[name])];
      for (let left = whole(random, 1, 12); left > 0; left--) {
        const at = whole(random, 0, bytes.length - 1);
        const change = oneOf<readonly number[]>(random, [
          [],
          [whole(random, 0, 255)],
          bytes.slice(at, at + whole(random, 1, 200)),
        ]);
        bytes.splice(at, whole(random, 0, 4), ...change);
      }
      return [name, Uint8Array.from(bytes)];
    }),
  );

/** The lines of every file in another order. */
const shuffled: HostileKind = ({ right, random }) =>
  Object.fromEntries(
    NAMES.map((name) => {
      const lines = right[name].split('\n').map((line) => [random(), line] as const);
      return [
        name,
        lines
          .sort(([a], [b]) => a - b)
          .map(([, line]) => line)
          .join('\n'),
      ];
    }),
  );

const recoded =
  (recode: (text: string) => Buffer): HostileKind =>
  ({ right }) =>
    Object.fromEntries(NAMES.map((name) => [name, recode(right[name])]));

/** Files that are no configuration: what is in them, and how much of it. */
export const HOSTILE_TEXTS: Readonly<Record<string, HostileKind>> = {
  mutated,
  shuffled,
  noise: ({ random }) =>
    Object.fromEntries(NAMES.map((name) => [name, noise(random, whole(random, 0, 65_536))])),
  'noise-beside': withText(({ random }) => noise(random, 65_536)),
  nothing: () => ({ 'users.conf': '', 'extensions.conf': '', 'voicemail.conf': '' }),
  nul: withText(() => '\0'.repeat(10_000)),
  'utf-16': recoded((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  'mac-ends': recoded((text) => Buffer.from(text.replaceAll('\n', '\r'))),
  'windows-ends': recoded((text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)),
  'no-end': recoded((text) => Buffer.from(text.trimEnd())),
  'huge-comment': withText(() => '; nothing to see\n'.repeat(400_000)),
  'huge-line': withText(() => `x = ${'y'.repeat(4 * MIB)}\n`),
  'huge-blank': withText(() => '\n'.repeat(6 * MIB)),
  'too-huge': withText(() => Buffer.alloc(9 * MIB, ';')),
  'sections-10000': withText(() =>
    Array.from({ length: 10_000 }, (_, at) => `[section${at}]\nhost = dynamic\n`).join(''),
  ),
  'templates-10000': withText(() =>
    Array.from({ length: 10_000 }, (_, at) => `[t${at}](!)\n[a${at}](t${at})\n`).join(''),
  ),
  'long-section': withText(() => `[${'a'.repeat(10_000)}]\nx = y\n`),
  'open-section': withText(() => '[general\n[3101\n(((((\n'),
  'open-comment': withText(() => ';--\n;-- \n'),
  'many-equals': withText(() => `${'='.repeat(20_000)}\n${'=>'.repeat(20_000)}\n`),
  'deep-template': withText(() =>
    Array.from({ length: 2_000 }, (_, at) => `[t${at + 1}](t${at})\n`).join(''),
  ),
  'include-self': withText(() => NAMES.map((name) => `#include ${name}\n`).join('')),
  'include-twice': ({ right }) => ({
    ...right,
    'users.conf': `${right['users.conf']}\n${'#include a.conf\n'.repeat(3)}`,
    'a.conf': '#include b.conf\n'.repeat(30),
    'b.conf': '#include c.conf\n'.repeat(30),
    'c.conf': '#include d.conf\n'.repeat(30),
    'd.conf': '[x]\ny = z\n',
  }),
  'include-chain': ({ right }) => ({
    ...right,
    'users.conf': `#include c0.conf\n${right['users.conf']}`,
    ...Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`c${at}.conf`, `#include c${at + 1}.conf\n`]),
    ),
  }),
  'include-device': withText(({ random }) => {
    const devices = ['zero', 'random', 'stdin', 'tty', 'full', 'fd/0'] as const;
    return `#include /dev/${oneOf(random, [...devices])}\n`;
  }),
  'include-system': withText(({ random }) => {
    const files = ['/etc/passwd', '/proc/kmsg', '/proc/self/mem', '/etc', '*', '/**/*'] as const;
    return `#include "${oneOf(random, [...files])}"\n`;
  }),
  'include-all': withText(() => '#include *.conf\n#tryinclude /etc/asterisk/*\n'),
  exec: ({ right, random }) => ({
    ...right,
    'asterisk.conf': '[options]\nexecincludes = yes\n',
    'users.conf': `${right['users.conf']}\n#exec ${oneOf(random, [
      '/bin/sh -c "while :; do :; done"',
      '/bin/cat /dev/zero',
      '/usr/bin/yes',
      '/bin/kill -9 -1',
      '/bin/kill -STOP -1',
      '/bin/sleep 100000',
    ])}\n`,
  }),
  'odd-names': ({ right }) => ({
    ...right,
    'a b.conf': 'x',
    "it's; rm -rf.conf": 'x',
    '$(reboot).conf': 'x',
    '-rf': 'x',
    'é/è/ê.conf': 'x',
  }),
  'file-for-folder': ({ right }) => ({ ...right, 'modules.conf/x': 'x', 'sip.conf/a/b': 'x' }),
  'deep-folders': ({ right }) => ({ ...right, [`${'d/'.repeat(200)}x.conf`]: 'x' }),
  'many-files': ({ right }) => ({
    ...right,
    ...Object.fromEntries(Array.from({ length: 1900 }, (_, at) => [`f${at}.conf`, '[x]\n'])),
  }),
};
