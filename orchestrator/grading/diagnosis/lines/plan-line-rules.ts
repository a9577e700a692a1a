import type { PlanFault } from '../../../model/asterisk/plan/dial-plan.ts';
import { type Finding, finding } from '../cause.ts';
import type { CauseRuleName } from '../cause-rules.ts';
import { isReadable, type Scene } from '../scene.ts';
import { lineSpoils } from './line-spoils.ts';

const RULES: Readonly<Record<PlanFault['kind'], CauseRuleName>> = {
  'priority-wrong': 'priority-wrong',
  'same-first': 'same-first',
  'next-first': 'next-first',
  'entry-twice': 'entry-twice',
  'word-unknown': 'word-unknown',
  'bracket-open': 'bracket-open',
  'bracket-none': 'bracket-none',
};

/** Lines of the dial plan that Asterisk does not take, or not whole. */
export function planLineFindings(scene: Scene): readonly Finding[] {
  const { extensions, plan } = scene.model;
  if (!isReadable(scene, extensions)) return [];
  return plan.faults.map((fault) => {
    const { context, extension, found, kind } = fault;
    const word = kind === 'word-unknown' ? found : 'exten';
    const text = `${word} ${extension} ${found} ${rawLine(scene, fault)}`;
    const spoils = lineSpoils(scene, extensions, { section: context, found: text });
    return finding(RULES[kind], fault, context, spoils, { found });
  });
}

function rawLine({ model }: Scene, { file, line }: PlanFault): string {
  const settings = model.extensions.sections.flatMap((section) => section.settings);
  return settings.find((one) => one.file === file && one.line === line)?.value ?? '';
}
