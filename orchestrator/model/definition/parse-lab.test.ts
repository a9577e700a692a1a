import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInstalled, type LabDefinition, stageParts } from './lab-definition.ts';
import { parseLab } from './parse-lab.ts';

const TEMPLATES = new Map([
  ['asterisk-16/etc/asterisk/users.conf.hbs', ''],
  ['asterisk-16/etc/asterisk/sip.conf.hbs', ''],
  ['softphone-sim/lines/line/config.hbs', ''],
]);

const LAB = `
lab: essai
title: {fr: Essai, en: Trial}
base: 10.77
flavour: asterisk-16
secret: password
contexts:
  finance:
    numbers: X1
    users: [X101, {number: X102, name: Zoé Œuf-Martin, secret: s3cret_é, pin: 0042}]
    voicemail: X199
    pin: 0123
  compta: {numbers: X2, users: [X201], voicemail: X299, pin: 1234}
stations:
  softphone1: {address: 11, lines: [X201, X101]}
stages:
  start: {files: []}
  solution: {files: [users.conf]}
limits:
  pbx: {memory: 1G, pids: 150, cpus: 1.5}
  softphone: {memory: 16384K, pids: 64, cpus: 0.5}
`;

function accepted(text: string): LabDefinition {
  const parsed = parseLab(text, 'lab.yaml', TEMPLATES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function codes(text: string): readonly string[] {
  const parsed = parseLab(text, 'lab.yaml', TEMPLATES);
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
}

describe('a lab file', () => {
  it('becomes a layout without the X, with every secret, name and PIN filled in', () => {
    expect(accepted(LAB).layout).toEqual({
      lab: 'essai',
      base: '10.77',
      contexts: [
        {
          name: 'finance',
          digit: 1,
          voicemail: '199',
          users: [
            { suffix: '101', fullName: 'Utilisateur1', secret: 'password', pin: '0123' },
            { suffix: '102', fullName: 'Zoé Œuf-Martin', secret: 's3cret_é', pin: '0042' },
          ],
        },
        {
          name: 'compta',
          digit: 2,
          voicemail: '299',
          users: [{ suffix: '201', fullName: 'Utilisateur3', secret: 'password', pin: '1234' }],
        },
      ],
      stations: [{ name: 'softphone1', host: 11, lines: ['201', '101'] }],
    });
  });

  it('gives limits in bytes and stages in their order', () => {
    const { limits, stages } = accepted(LAB);
    const open = { shares: 1024, diskBytes: null };
    expect(limits.pbx).toEqual({ memoryBytes: 1_073_741_824, pids: 150, cpus: 1.5, ...open });
    expect(limits.softphone).toEqual({ memoryBytes: 16_777_216, pids: 64, cpus: 0.5, ...open });
    expect(stages).toEqual([
      { name: 'start', files: [], contexts: ['finance', 'compta'], installed: true },
      { name: 'solution', files: ['users.conf'], contexts: ['finance', 'compta'], installed: true },
    ]);
  });

  it('has Asterisk installed at a stage that does not say otherwise', () => {
    const bare = LAB.replace(/^( +)start:.*$/m, '$1start: {installed: false, files: [users.conf]}');
    const definition = accepted(bare);
    expect(isInstalled(definition, 'start')).toBe(false);
    expect(isInstalled(definition, 'solution')).toBe(true);
    expect(stageParts(definition, 'start').accounts).toBe(false);
    expect(stageParts(definition, 'solution').accounts).toBe(true);
  });

  it('rings for 20 seconds and lets contexts call each other, unless it says otherwise', () => {
    expect(accepted(LAB)).toMatchObject({ ringSeconds: 20, policies: { contextsSeparate: false } });
    const strict = `${LAB}ring: 5\npolicies: {contextsSeparate: true}\n`;
    expect(accepted(strict)).toMatchObject({
      ringSeconds: 5,
      policies: { contextsSeparate: true },
    });
  });

  it('may write accents as one letter or as two', () => {
    expect(accepted(LAB.normalize('NFD')).layout).toEqual(accepted(LAB).layout);
  });

  it('may have Windows line ends', () => {
    expect(accepted(LAB.replaceAll('\n', '\r\n'))).toEqual(accepted(LAB));
  });

  it('is refused when it is larger than 256 KiB, before it is read', () => {
    const comments = `${LAB}${'# é\n'.repeat(70_000)}`;
    expect(parseLab(comments, 'lab.yaml', TEMPLATES)).toEqual({
      ok: false,
      problems: [
        {
          file: 'lab.yaml',
          line: 1,
          column: 1,
          code: 'lab-file-too-large',
          params: { bytes: Buffer.byteLength(comments), most: 262_144 },
        },
      ],
    });
  });

  it('may name only files that its own flavour has a template for', () => {
    const others = new Map([...TEMPLATES, ['asterisk-22/etc/asterisk/pjsip.conf.hbs', '']]);
    const parsed = parseLab(LAB.replace('users.conf', 'pjsip.conf'), 'lab.yaml', others);
    expect(parsed).toMatchObject({
      problems: [{ params: { file: 'pjsip.conf', known: ['users.conf', 'sip.conf'] } }],
    });
  });
});

describe('a hostile lab file', () => {
  const hostile = [
    '\n',
    '\r',
    ';',
    '[',
    ']',
    '=',
    ',',
    '#',
    '<',
    '>',
    '"',
    "'",
    '\\',
    '$',
    '{',
    '|',
  ];

  it.each(hostile)('cannot bring %j into a name, a secret or a PIN', (character) => {
    for (const [key, code] of [
      ['name: Zoé Œuf-Martin', 'lab-text-unsafe'],
      ['secret: s3cret_é', 'lab-secret-unsafe'],
      ['pin: 0042', 'lab-pin-form'],
    ] as const) {
      const value = JSON.stringify(`1${character}2`);
      expect(codes(LAB.replace(key, `${key.split(':')[0]}: ${value}`))).toEqual([code]);
    }
  });

  it('cannot bring anything but letters, digits, space and - _ . into a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), (name) => {
        const text = LAB.replace('name: Zoé Œuf-Martin', () => `name: ${JSON.stringify(name)}`);
        const parsed = parseLab(text, 'lab.yaml', TEMPLATES);
        if (!parsed.ok) return;
        const written = parsed.value.layout.contexts[0]?.users[1]?.fullName;
        expect(written).toMatch(/^[\p{L}0-9 _.-]+$/u);
      }),
      { numRuns: 25 },
    );
  });

  it('never makes the reader fail, whatever it holds', () => {
    const pieces = fc.constantFrom(
      ...[
        'lab: x',
        'contexts:',
        ' ',
        '\n',
        '\t',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '"',
        '&a ',
        '*a',
        '!!x ',
      ],
      ...['? ', ': ', '|', '%YAML 9\n', '---\n', '...', '<<: ', '__proto__: ', '\0', '\uFEFF', 'é'],
    );
    const files = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 40 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(files, (text) => {
        const parsed = parseLab(text, 'lab.yaml', TEMPLATES);
        expect(parsed.ok ? [] : parsed.problems).not.toHaveLength(0);
        for (const { line, column } of parsed.ok ? [] : parsed.problems) {
          expect(line >= 1 && column >= 1).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told all its mistakes when any one line is spoilt', () => {
    const lines = LAB.trim().split('\n');
    for (const index of lines.keys()) {
      const spoilt = lines.toSpliced(index, 1, `${lines[index]}\u0007`).join('\n');
      expect(codes(spoilt), `line ${index + 1}`).not.toEqual([]);
    }
  });
});
