import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { Judged } from './judged.ts';
import { repeats } from './repeats.ts';

/** Flavours and files that no template exists for, and files that a stage names twice. */
export function stageProblems(
  { parts, text }: Judged,
  templates: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const twice = parts.stages.flatMap(({ name: stage, files }) =>
    repeats(files, ({ value }) => value).map(([{ value: file, path }]) =>
      diagnostic(text.valueAt(path), 'lab-stage-file-duplicate', { file, stage }),
    ),
  );
  return [
    ...twice,
    ...templateProblems({ parts, text }, templates),
    ...contextProblems({ parts, text }),
  ];
}

/** Contexts of a stage that the lab doesn't have. */
function contextProblems({ parts, text }: Judged): readonly Diagnostic[] {
  const known = parts.contexts.map(({ name }) => name);
  return parts.stages
    .flatMap(({ name: stage, contexts }) => contexts.map((context) => ({ ...context, stage })))
    .filter(({ value }) => !known.includes(value))
    .map(({ value: context, path, stage }) => {
      const params = { context, stage, known, nearest: nearest(context, known) };
      return diagnostic(text.valueAt(path), 'lab-stage-context-unknown', params);
    });
}

function templateProblems(
  { parts, text }: Judged,
  templates: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  if (parts.flavour === undefined) return [];
  const { value: flavour, path: flavourPath } = parts.flavour;
  const files = filesOfFlavours(templates);
  const flavours = [...new Set(files.map((known) => known.flavour))];
  if (!flavours.includes(flavour)) {
    const params = { flavour, known: flavours, nearest: nearest(flavour, flavours) };
    return [diagnostic(text.valueAt(flavourPath), 'lab-flavour-unknown', params)];
  }
  const known = files.filter((file) => file.flavour === flavour).map(({ file }) => file);
  return parts.stages
    .flatMap((stage) => stage.files)
    .filter(({ value }) => !known.includes(value))
    .map(({ value: file, path }) => {
      const params = { file, flavour, known, nearest: nearest(file, known) };
      return diagnostic(text.valueAt(path), 'lab-stage-file-unknown', params);
    });
}

function filesOfFlavours(templates: ReadonlyMap<string, string>) {
  return [...templates.keys()].flatMap((path) => {
    const [, flavour, file] = /^([^/]+)\/etc\/asterisk\/(.+)\.hbs$/.exec(path) ?? [];
    return flavour !== undefined && file !== undefined ? [{ flavour, file }] : [];
  });
}
