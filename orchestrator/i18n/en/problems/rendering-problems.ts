import type { ProblemTexts } from '../../catalogue.ts';

/** What can go wrong with making a team's files from a stage and its templates, in English. */
export const ENGLISH_RENDERING_PROBLEMS = {
  'stage-unknown': {
    what: ({ stage }) => `The lab has no stage "${stage}".`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `--stage ${nearest}`,
  },
  'template-not-found': {
    what: ({ template }) => `The template templates/${template} is missing.`,
    mend: ({ template }) => `git checkout -- templates/${template}`,
  },
  'template-broken': {
    what: ({ template, reason }) => `The template templates/${template} cannot be read: ${reason}`,
    mend: ({ template }) => `git diff -- templates/${template}`,
  },
  'template-value-missing': {
    what: ({ template, line, name }) =>
      `The template templates/${template}, line ${line}, asks for "${name}", which has no value.`,
    mend: ({ template }) => `git diff -- templates/${template}`,
  },
} satisfies Partial<ProblemTexts>;
