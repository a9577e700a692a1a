import { describe, expect, it } from 'vitest';
import { readConf } from './read-conf.ts';

const files = (texts: Readonly<Record<string, string | Uint8Array>>) =>
  new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      typeof text === 'string' ? Buffer.from(text) : text,
    ]),
  );

/** `section key=value line` of every setting. */
function settings(text: string | Uint8Array) {
  return readConf(files({ 'users.conf': text }), 'users.conf').sections.flatMap((section) =>
    section.settings.map(({ key, value, line }) => `${section.name} ${key}=${value} ${line}`),
  );
}

function faults(texts: Readonly<Record<string, string | Uint8Array>>) {
  const conf = readConf(files(texts), Object.keys(texts)[0] ?? '');
  return conf.faults.map((one) => `${one.file}:${one.line} ${one.kind}`);
}

describe('a configuration file', () => {
  it.each([
    ['[a]\r\nx = 1\r\ny=>2\r\n', ['a x=1 2', 'a y=2 3']],
    ['\uFEFF[a]\nx = 1 ; comment\n;y = 2\nz = a\\;b', ['a x=1 2', 'a z=a;b 4']],
    ['[a]\n;-- x = 1\ny = 2 --; z = 3\nw = 4', ['a z=3 3', 'a w=4 4']],
    ['[t](!)\nx = 1\n[a](T)\ny = 2', ['t x=1 2', 'a x=1 2', 'a y=2 4']],
    ['[a]\nx = 1\n[a](+)\ny = 2', ['a x=1 2', 'a y=2 4']],
    ['[a]\nx =\u00A01', ['a x=\u00A01 2']],
  ])('is read as Asterisk does: %j', (text, expected) => {
    expect(settings(text)).toEqual(expected);
  });

  it('knows of what it includes where it stands', () => {
    const both = { 'a.conf': '[a]\n#include "b.conf"\nz = 3', 'b.conf': 'x = 1\n[b]\ny = 2' };
    const { sections } = readConf(files(both), 'a.conf');
    const [a, b] = sections;
    expect(a?.settings.map(({ file, line }) => `${file}:${line}`)).toEqual(['b.conf:1']);
    expect(b?.settings.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'b.conf:3',
      'a.conf:3',
    ]);
  });

  it('ends a circle of includes', () => {
    expect(faults({ 'a.conf': '[a]\n#include a.conf' })).toEqual([]);
  });

  // Each of them was seen on Asterisk 16.28: it takes nothing of the file.
  it.each([
    ['[a]\n[b(t)\nx = 1', 'a.conf:2 heading-unclosed'],
    ['[a](t\nx = 1', 'a.conf:1 options-unclosed'],
    ['[a](t)\n[t](!)', 'a.conf:1 template-later'],
    ['[a](t)\nx = 1', 'a.conf:1 template-absent'],
    ['[a](+)\nx = 1', 'a.conf:1 addition-absent'],
    ['x = 1\n[a]', 'a.conf:1 before-heading'],
    ['[a]\n#include b.conf', 'a.conf:2 include-absent'],
  ])('is refused for %j', (text, expected) => {
    const conf = readConf(files({ 'a.conf': text }), 'a.conf');
    expect(conf.refused?.line).toBe(Number(/:(\d)/.exec(expected)?.[1]));
    expect(faults({ 'a.conf': text })).toEqual([expected]);
  });

  it.each([
    ['[a]\nsecret: x', 'a.conf:2 no-equals'],
    ['[a]\n#secret = x', 'a.conf:2 hash-line'],
    ['[a]\n;-- x\ny = 1', 'a.conf:2 comment-open'],
    ['[t](!)\n[a] (t)', 'a.conf:2 options-apart'],
  ])('goes on after %j', (text, expected) => {
    expect(faults({ 'a.conf': text })).toEqual([expected]);
  });

  it.each([
    [
      'little end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[a]\n', 'utf16le')]),
    ],
    ['without a mark', Buffer.from('[a]\n', 'utf16le')],
  ])('is refused in UTF-16, %s', (_, text) => {
    expect(faults({ 'a.conf': text })[0]).toBe('a.conf:1 utf16');
  });
});
