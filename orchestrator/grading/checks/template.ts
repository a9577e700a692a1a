import { together, type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import { PBX_BOOTS } from './pbx-boots.ts';
import { PBX_CLEAN } from './pbx-clean.ts';

/** What the exchange answered to a phone that gave a template's name as its own; null: nothing. */
export interface TemplateEvidence {
  readonly template: string;
  readonly status: string | null;
}

/** The templates that the team's files name, and the line beside which to try them. */
export interface TemplateRequest {
  readonly templates: readonly string[];
  readonly line: string;
  /** Every extension: while none of them registers, that nobody does as a template says nothing. */
  readonly extensions: readonly string[];
  readonly registrations: readonly string[];
}

/** A template is what accounts are made from, and no account itself: nobody registers under its name. */
export function templateCheck(request: TemplateRequest): Check {
  const { templates, line, extensions, registrations } = request;
  return check({
    id: 'register.template',
    needs: [PBX_BOOTS],
    // What Asterisk says of a stranger is no complaint about its files.
    follows: [...registrations, PBX_CLEAN],
    lines: [line],
    probe: async (probes, unfit) => {
      if (extensions.every((extension) => unfit.has(extension))) return null;
      const evidence: TemplateEvidence[] = [];
      for (const template of templates) {
        const wrong = await probes.registerAs(template, line, 'wrong');
        // An account without a secret takes any; one that has the users' takes theirs.
        const isIn = wrong === null || wrong.startsWith('2');
        const status = isIn ? wrong : await probes.registerAs(template, line, 'own');
        evidence.push({ template, status });
      }
      return evidence;
    },
    judge: (evidence) =>
      evidence === null
        ? verdict('skipped', 'needs-another', { check: registrations[0] ?? PBX_BOOTS })
        : judgeTemplates(evidence),
  });
}

/** Judges: each must be refused. Files without any template have none that is an account. */
export function judgeTemplates(evidence: readonly TemplateEvidence[]): Verdict {
  const templates = evidence.map(({ template }) => template);
  const apart = verdict('pass', 'templates-apart', { templates });
  return evidence.length === 0 ? apart : together(evidence.map(judgeTemplate), apart);
}

function judgeTemplate({ template, status }: TemplateEvidence): Verdict {
  if (status === null) {
    const awaited = 'REGISTER → 200 | 4xx';
    return verdict('timeout', 'took-too-long', { what: template, awaited });
  }
  return status.startsWith('2')
    ? verdict('fail', 'template-registers', { template })
    : verdict('pass', 'templates-apart', { templates: [template] });
}
