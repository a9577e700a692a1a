// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { describe, expect, it } from 'vitest';
import { LabError } from '../../base/lab-error.ts';
import { fillTemplate } from './fill-template.ts';

function fill(source: string, view: object): unknown {
  try {
    return fillTemplate(new Map([['a.hbs', source]]), 'a.hbs', view);
  } catch (error) {
    return error instanceof LabError ? error.problem : error;
  }
}

function missing(name: string, line: number) {
  return { code: 'template-value-missing', params: { template: 'a.hbs', line, name } };
}

describe('filling a template', () => {
  it('writes values as they are, without any escaping', () => {
    expect(fill('{{a}} {{b.c}} ${EXTEN}', { a: '<é&">', b: { c: 20 } })).toBe('<é&"> 20 ${EXTEN}');
  });

  it('repeats a block, reaches what is around it, and leaves no empty lines behind', () => {
    const source = '{{#each lines}}\n{{n}} of {{../team}}\n{{/each}}\nend\n';
    expect(fill(source, { team: 3, lines: [{ n: 1 }, { n: 2 }] })).toBe('1 of 3\n2 of 3\nend\n');
    expect(fill(source, { team: 3, lines: [] })).toBe('end\n');
  });

  it('chooses by a value that may be false, but must exist', () => {
    const source = '{{#if on}}yes{{else}}{{word}}{{/if}}';
    expect(fill(source, { on: false, word: 'no' })).toBe('no');
    expect(fill(source, { word: 'no' })).toEqual(missing('on', 1));
    expect(fill(source, { on: false })).toEqual(missing('word', 1));
    expect(fill('{{#unless on}}x{{/unless}}', {})).toEqual(missing('on', 1));
  });

  it.each([
    ['a value', 'x\n{{secret}}', {}, 'secret', 2],
    ['an undefined value', '{{secret}}', { secret: undefined }, 'secret', 1],
    ['a null value', '{{secret}}', { secret: null }, 'secret', 1],
    ['a value of a missing map', '\n\n{{a.b.c}}', {}, 'a.b.c', 3],
    ['a list', '\n{{#each users}}x{{/each}}', {}, 'users', 2],
    ['a list of a missing map', '{{#each a.users}}x{{/each}}', {}, 'a.users', 1],
    ['a value inside a list', '{{#each u}}\n{{pin}}\n{{/each}}', { u: [{}] }, 'pin', 2],
    ['a value around a list', '{{#each u}}\n{{../pin}}\n{{/each}}', { u: [{}] }, '../pin', 2],
    ['a map where text is needed', '{{a}}', { a: {} }, 'a', 1],
    ['what every object inherits', '{{constructor}}', {}, 'constructor', 1],
  ])('names %s that is missing, and its line', (_, source, view, name, line) => {
    expect(fill(source, view)).toEqual(missing(name, line));
  });

  it.each([
    '{{a',
    '{{#each a}}',
    '{{> other}}',
    '{{upper a}}',
    '{{#with a}}{{/with}}',
    '{{lookup a 1}}',
  ])('refuses %s as a broken template', (source) => {
    expect(fill(source, { a: [1] })).toMatchObject({
      code: 'template-broken',
      params: { template: 'a.hbs', reason: expect.stringContaining('line 1') },
    });
  });

  it('says which template does not exist', () => {
    expect(() => fillTemplate(new Map(), 'b.hbs', {})).toThrow(
      'template-not-found {"template":"b.hbs"}',
    );
  });
});
