import { Ajv } from 'ajv';
import { schema } from 'ctrf';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { ctrf } from '../../orchestrator/reports/exports/ctrf.ts';
import { gradescope } from '../../orchestrator/reports/exports/gradescope.ts';
import { junit } from '../../orchestrator/reports/exports/junit.ts';
import { HOSTILE, MIXED, OPEN, RIGHT, WRONG } from './class-sample.ts';

const ALL = [RIGHT, WRONG, MIXED, OPEN];

describe('Gradescope’s results.json', () => {
  const STATUSES = ['passed', 'failed'];
  const FORMATS = ['text', 'html', 'simple_format', 'md', 'ansi'];
  const SEEN = ['hidden', 'after_due_date', 'after_published', 'visible'];

  it.each(ALL.map((result) => [result.team, result] as const))(
    'keeps its rules: team %s',
    (_, result) => {
      const document = JSON.parse(gradescope(result, 'fr').text);
      expect(Object.hasOwn(document, 'score')).toBe(result.points !== null);
      expect(SEEN).toContain(document.visibility);
      expect(SEEN).toContain(document.stdout_visibility);
      expect(FORMATS).toContain(document.output_format);
      expect(typeof document.execution_time).toBe('number');
      expect(document.tests).toHaveLength(result.checks.length);
      for (const test of document.tests) {
        expect(STATUSES).toContain(test.status);
        expect(SEEN).toContain(test.visibility);
        expect(test.number === undefined || /^\d+(\.\d+)*$/.test(test.number)).toBe(true);
        expect(test.output).not.toMatch(/\r/);
        expect(Object.hasOwn(test, 'score')).toBe(test.extra_data.state !== 'inconclusive');
        if (test.score !== undefined) expect(test.score).toBeLessThanOrEqual(test.max_score);
      }
    },
  );

  it('names the root of what was not judged', () => {
    const { tests } = JSON.parse(gradescope(WRONG, 'en').text);
    const skipped = tests.find((test: { tags: string[] }) => test.tags.includes('voicemail.pin'));
    expect(skipped).toMatchObject({ score: 0, extra_data: { root: 'call.finance' } });
    expect(skipped.output).toContain('title call.finance');
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

function elements(xml: string): Element {
  const read = (node: unknown, name: string): Element => {
    const entries = Object.entries(node as Record<string, unknown>);
    return {
      name,
      attributes: Object.fromEntries(
        entries
          .filter(([key]) => key.startsWith('@'))
          .map(([key, value]) => [key.slice(1), String(value)]),
      ),
      children: entries
        .filter(([key]) => !key.startsWith('@') && key !== '#')
        .flatMap(([key, value]) => [value].flat().map((one) => read(one, key))),
    };
  };
  const [[name, root] = ['', {}]] = Object.entries(create(xml).end({ format: 'object' }));
  return read(root, name);
}

describe('JUnit XML', () => {
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    testsuites: ['name', 'time', 'tests', 'failures', 'errors'],
    testsuite: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
    ...{ properties: [], property: ['name', 'value'], testcase: ['name', 'classname', 'time'] },
    ...{ failure: ['message', 'type'], error: ['message', 'type'], skipped: ['message'] },
  };
  const CHILDREN: Readonly<Record<string, readonly string[]>> = {
    ...{
      testsuites: ['testsuite'],
      testsuite: ['properties', 'testcase'],
      properties: ['property'],
    },
    ...{
      testcase: ['failure', 'error', 'skipped'],
      property: [],
      failure: [],
      error: [],
      skipped: [],
    },
  };

  function offences({ name, attributes, children }: Element): readonly string[] {
    const own = (ALLOWED[name] ?? []).filter(
      (key) => !Object.hasOwn(attributes, key) && name !== 'testcase',
    );
    const odd = Object.keys(attributes).filter((key) => !(ALLOWED[name] ?? []).includes(key));
    const misplaced = children.filter((child) => !(CHILDREN[name] ?? []).includes(child.name));
    const several = name === 'testcase' && children.length > 1 ? ['several outcomes'] : [];
    return [
      ...own,
      ...odd,
      ...misplaced.map((child) => child.name),
      ...several,
      ...children.flatMap(offences),
    ];
  }

  it.each(ALL.map((result) => [result.team, result] as const))(
    'keeps its schema, and counts rightly: team %s',
    (_, result) => {
      const { text } = junit(result, 'fr');
      const root = elements(text);
      expect(root.name).toBe('testsuites');
      expect(offences(root)).toEqual([]);
      for (const suite of root.children) {
        const cases = suite.children.filter(({ name }) => name === 'testcase');
        const count = (kind: string) =>
          String(cases.filter(({ children }) => children.some(({ name }) => name === kind)).length);
        expect(suite.attributes).toMatchObject({
          ...{ tests: String(cases.length), failures: count('failure'), errors: count('error') },
          ...{ skipped: count('skipped'), timestamp: '2026-11-24T10:00:00' },
        });
        for (const { attributes } of [suite, ...cases])
          expect(attributes.time).toMatch(/^\d+\.\d{3}$/);
      }
      expect(text).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    },
  );

  it('is an error, not a failure, where nothing could be told', () => {
    expect(junit(OPEN, 'en').text).toMatch(/<error message=".*" type="inconclusive">/);
    expect(junit(WRONG, 'en').text).toMatch(/<failure message="0\/7.5 .*" type="fail">/);
  });
});

describe('CTRF', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(schema);

  it.each(ALL.map((result) => [result.team, result] as const))(
    'is valid by its published schema: team %s',
    (_, result) => {
      const document = JSON.parse(ctrf(result, 'fr').text);
      expect(validate(document) ? '' : ajv.errorsText(validate.errors)).toBe('');
      const { summary, tests } = document.results;
      expect(summary.tests).toBe(tests.length);
      expect(
        summary.passed + summary.failed + summary.skipped + summary.pending + summary.other,
      ).toBe(tests.length);
    },
  );

  it('keeps both tries of a check that was run twice', () => {
    const { tests } = JSON.parse(ctrf(WRONG, 'en').text).results;
    const call = tests.find(({ name }: { name: string }) => name === 'call.finance');
    expect(call).toMatchObject({
      status: 'failed',
      retries: 1,
      retryAttempts: [{ attempt: 1, status: 'passed' }],
    });
    expect(JSON.stringify(call)).not.toContain('\\u001b');
    expect(HOSTILE).toContain('\u001b');
  });
});
