import { create } from 'xmlbuilder2';
import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import type { Report } from '../report.ts';
import { checkText, timeOf } from './check-text.ts';

type Element = ReturnType<ReturnType<typeof create>['ele']>;

interface Suite {
  readonly name: string;
  readonly points: number | null;
  readonly max: number;
  readonly checks: readonly ResultCheck[];
}

/** A result as JUnit XML: a suite for each question, a case for each check. */
export function junit(result: GradeResult, language: Language): Report {
  const { lab, team, checks, ms } = result;
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('testsuites', {
    ...{ name: clean(`${lab} ${team}`), time: seconds(ms), tests: checks.length },
    ...{ failures: count(checks, 'failure'), errors: count(checks, 'error') },
  });
  for (const suite of suitesOf(result, language)) addSuite(root, suite, result, language);
  const text = document.end({ prettyPrint: true });
  return { text: `${text}\n`, mediaType: 'application/xml; charset=utf-8', remarks: [] };
}

function suitesOf({ questions, checks }: GradeResult, language: Language): readonly Suite[] {
  const { page } = catalogue(language).phrases.report;
  const shown = checks.filter(({ question }) => question === null);
  const suites = questions.map(({ id, title, points, max }) => {
    const own = checks.filter(({ question }) => question === id);
    return { name: `${id} ${title[language]}`, points, max, checks: own };
  });
  const others = { name: page.shown, points: 0, max: 0, checks: shown };
  return [...suites, ...(shown.length === 0 ? [] : [others])];
}

function addSuite(root: Element, suite: Suite, result: GradeResult, language: Language): void {
  const { name, points, max, checks } = suite;
  const time = checks.reduce((sum, check) => sum + timeOf(check), 0);
  const element = root.ele('testsuite', {
    ...{ name: clean(name), tests: checks.length, failures: count(checks, 'failure') },
    ...{ errors: count(checks, 'error'), skipped: count(checks, 'skipped') },
    ...{ time: seconds(time), timestamp: result.date.slice(0, 19) },
  });
  const properties = element.ele('properties');
  const open = checks.some((check) => kindOf(check) === 'error' && check.max > 0);
  if (!open) properties.ele('property', { name: 'points', value: String(points) });
  properties.ele('property', { name: 'max', value: String(max) });
  for (const check of checks) addCase(element, check, result, language);
}

function addCase(
  suite: Element,
  check: ResultCheck,
  result: GradeResult,
  language: Language,
): void {
  const { id, question, verdict, points, max } = check;
  const element = suite.ele('testcase', {
    ...{ name: id, classname: clean([result.lab, question ?? 'shown'].join('.')) },
    time: seconds(timeOf(check)),
  });
  const text = clean(checkText(check, result, language));
  const kind = kindOf(check);
  const [line = ''] = text.split('\n');
  if (kind === 'skipped') element.ele('skipped', { message: line });
  else if (kind !== 'pass') {
    const message = kind === 'failure' ? `${points}/${max} ${line}` : line;
    element.ele(kind, { message, type: verdict }).txt(text);
  }
}

function kindOf({ verdict, decided }: ResultCheck): 'pass' | 'failure' | 'error' | 'skipped' {
  if (verdict === 'pass' || verdict === 'skipped') return verdict;
  return verdict === 'inconclusive' && decided === null ? 'error' : 'failure';
}

function count(checks: readonly ResultCheck[], kind: ReturnType<typeof kindOf>): number {
  return checks.filter((check) => kindOf(check) === kind).length;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** What XML 1.0 can't hold at all, not even escaped. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
