import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { mutantsByRule } from './by-rule.ts';
import { OPERATORS } from './operators.ts';

const TEXTS = new Map([
  ['users.conf', '[general]\nhassip = yes\n\n[template](!)\nhost = dynamic\n\n[3101](template)\n'],
  [
    'extensions.conf',
    `[finance]\nexten => _31XX,1,Dial(SIP/\${EXTEN},20) ; rings\nexten => _31XX,2,Voicemail(\${EXTEN}@finance)\n`,
  ],
  ['voicemail.conf', '[finance]\n3101 => 1234, Un\n\n[compta]\n3201 => 1234, Deux\n'],
]);
const bytes = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].map(([name, content]) => [name, Buffer.from(content).toString('hex')]);

describe('a mistake made by rule', () => {
  it('changes the files, one of them, and each mistake another way', () => {
    const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    void fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 120 }), (seed, count) => {
        const source = bytes(applyEdits(TEXTS, [], 3).files);
        const drawn = mutantsByRule(TEXTS, count, seed);
        const made = drawn.map(({ edit }) => bytes(applyEdits(TEXTS, [edit], 3).files));
        expect(drawn).toHaveLength(count);
        for (const files of made) {
          const differ = files.filter(([, hex], index) => hex !== source[index]?.[1]);
          expect(differ).toHaveLength(1);
        }
        expect(new Set(made.map((files) => JSON.stringify(files))).size).toBe(count);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same again from its seed, and another from another', () => {
    const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });
    void fc.assert(
      fc.property(seeds, (seed) => {
        expect(mutantsByRule(TEXTS, 40, seed)).toEqual(mutantsByRule(TEXTS, 40, seed));
        expect(mutantsByRule(TEXTS, 40, seed)).not.toEqual(mutantsByRule(TEXTS, 40, seed + 1));
      }),
      { numRuns: 20 },
    );
  });

  it('tells where it is', () => {
    const [one] = mutantsByRule(new Map([['a.conf', '; a comment\nx = 1\n']]), 1, 1);
    expect(one).toMatchObject({ id: 'R001', file: 'a.conf', operator: 'delete-line' });
    expect(one).toMatchObject({ line: 2, before: 'x = 1', after: '' });
  });
});

describe('every rule', () => {
  it.each(OPERATORS)(
    '$name makes mistakes in a lab, and none in a comment',
    ({ apply, encode }) => {
      const made = [...TEXTS.values()].flatMap((text) => apply(text));
      expect(made.length).toBeGreaterThan(0);
      if (encode !== undefined) return;
      for (const text of TEXTS.values()) expect(apply(text)).not.toContain(text);
      expect(apply('; a comment, of [finance] and 20\n').filter((text) => text !== '')).toEqual([]);
    },
  );
});
