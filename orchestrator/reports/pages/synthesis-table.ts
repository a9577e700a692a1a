import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import { classSynthesis, type LossGroup } from '../../model/marking/class-synthesis.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { groupWords } from '../results/group-words.ts';
import { whose } from '../results/whose.ts';
import { type Html, html } from './html.ts';

/** Which check did not pass in how many hand-ins, with which cause. */
export function synthesisTable(results: readonly GradeResult[], language: Language): Html {
  const { table } = catalogue(language).phrases.report;
  const lost = classSynthesis(results).filter(({ groups }) => groups.length > 0);
  if (lost.length === 0) return html`<p>${table.allPassed}</p>`;
  const rows = lost.map(
    ({
      id,
      question,
      title,
      passed,
      all,
      groups,
    }) => html`<tr><th scope="row">${id}</th><td>${question ?? '–'} · ${title[language]}</td>
<td class="number">${passed} / ${all}</td><td><ul>${groups.map((group) => groupItem(group, language))}</ul></td></tr>
`,
  );
  return html`<table>
<thead><tr><th scope="col">${table.check}</th><th scope="col"></th><th scope="col" class="number">${table.passed}</th><th scope="col">${table.causes}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function groupItem(group: LossGroup, language: Language): Html {
  const { table } = catalogue(language).phrases.report;
  const names = group.results.map((result) => whose(result, language));
  return html`<li>${groupWords(group, language)} <strong>(${names.length})</strong> <span class="soft">${table.teams(names)}</span></li>`;
}
