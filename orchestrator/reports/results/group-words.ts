import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { LossGroup } from '../../model/marking/class-synthesis.ts';
import { rootOf } from '../../model/marking/root-of.ts';
import { reasonLine } from './why.ts';

/** Why hand-ins lost a check, told by the first of them. */
export function groupWords({ kind, example }: LossGroup, language: Language): string {
  const { report } = catalogue(language).phrases;
  switch (kind) {
    case 'open':
      return report.question.open;
    case 'absent':
      return report.question.absent;
    case 'teacher':
      return report.forTeacher;
    case 'consequence':
      return report.table.consequenceOf(rootOf(example) ?? '');
    default:
      return reasonLine(example, language);
  }
}
