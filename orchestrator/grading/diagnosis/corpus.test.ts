import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CauseTexts, causeText } from '../../model/definition/causes/cause-texts.ts';
import { parseCauses } from '../../model/definition/causes/parse-causes.ts';
import type { Cause, JudgedCheck } from './cause.ts';
import { CAUSE_RULES } from './cause-rules.ts';
import { diagnose } from './diagnose.ts';
import { type Case, everyFailed, filesOf, ids, plan, right, wrong } from './labelled-labs.ts';

const TEXTS = texts();

function texts(): CauseTexts {
  const file = join(import.meta.dirname, '../../..', 'labs/activity-1/causes.yaml');
  const read = parseCauses(readFileSync(file, 'utf8'), file, CAUSE_RULES);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
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
