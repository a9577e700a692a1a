// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import { everyFailed, filesOf, plan } from './labelled-labs.ts';

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const contexts = many(30, (index) => `[c${index}]\n${many(30, (other) => `include => c${other}`)}`);

it.each([
  ['a line of two million characters', 'users.conf', `[general]\n${'x;'.repeat(1_000_000)}`],
  ['random bytes', 'users.conf', '\u0000\u0001[\uFFFF](\n='.repeat(20_000)],
  [
    'ten thousand sections of one template',
    'users.conf',
    `[t](!)\n${many(200, () => 'a = b')}\n${many(10_000, (index) => `[${index}](t)`)}`,
  ],
  [
    'files that include themselves often',
    'extensions.conf',
    `[a]\n${many(50, () => '#include "extensions.conf"')}`,
  ],
  [
    'contexts that all include each other',
    'extensions.conf',
    `${contexts}\n[finance]\ninclude => c0`,
  ],
  [
    'ten thousand lines that are no lines',
    'extensions.conf',
    `[finance]\n${many(10_000, () => 'exten => 3102,x,Dial(')}`,
  ],
  [
    'a variable that doubles',
    'extensions.conf',
    '[finance]\nexten => _3X.,1,Set(A=x${A}${A})\nexten => _3X.,2,Goto(1)',
  ],
])(
  'ends soon with %s',
  (_, file, text) => {
    const files = new Map([...filesOf('reference'), [file, Buffer.from(text)]]);
    const began = performance.now();
    diagnose({ plan, files, log: [], checks: everyFailed });
    expect(performance.now() - began).toBeLessThan(20_000);
  },
  30_000,
);
