import { labError } from '../../base/lab-error.ts';
import { guardedTemplate, MissingValue } from './guarded-template.ts';

/** Every template by its path under `templates/`, with `/` between folders. */
export type Templates = ReadonlyMap<string, string>;

type Filling = ReturnType<typeof guardedTemplate>;

/** Each template is compiled once, however many teams and lines are filled from it. */
const COMPILED = new WeakMap<Templates, Map<string, Filling>>();

/** Fills a template with a view's values; a template or a value that is missing is an error. */
export function fillTemplate(templates: Templates, template: string, view: object): string {
  const source = templates.get(template);
  if (source === undefined) throw labError('template-not-found', { template });
  try {
    return compiled(templates, source)(view);
  } catch (error) {
    if (error instanceof MissingValue) {
      const { line, value: name } = error;
      throw labError('template-value-missing', { template, line, name }, error);
    }
    // Handlebars' own complaints are a sentence and then a drawing of the place.
    const reason = error instanceof Error ? error.message.split('\n')[0] : undefined;
    throw labError('template-broken', { template, reason: reason ?? String(error) }, error);
  }
}

function compiled(templates: Templates, source: string): Filling {
  const known = COMPILED.get(templates) ?? new Map<string, Filling>();
  COMPILED.set(templates, known);
  const filling = known.get(source) ?? guardedTemplate(source);
  known.set(source, filling);
  return filling;
}
