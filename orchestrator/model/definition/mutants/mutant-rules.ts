import { scaleChecks } from '../../marking/scale.ts';
import { type EditKind, forTeam, type Mutant } from '../../mutants/mutant.ts';
import { handIn } from '../../mutants/papers/hand-in.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { LabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';
import type { Path } from '../text/yaml-tree.ts';
import type { MutantsShape } from './mutants-shape.ts';
import type { MutantsContext } from './parse-mutants.ts';

type EditShape = MutantsShape['mutants'][string]['edits'][number];

/** What an edit does; null when its keys say nothing, or two things at once. */
export function editKind(edit: EditShape): EditKind | null {
  const { file: _file, in: section = null, ...keys } = edit;
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  const said = given.map(([key]) => key).sort();
  const scoped = section === null || said[0] === 'delete' || said.includes('replace');
  if (!scoped) return null;
  const { replace, by, drop, move, after, content, encode, lacks, of } = keys;
  if (said.join() === 'by,replace' && replace && by !== undefined)
    return { kind: 'replace', replace, by, section };
  if (said.join() === 'delete' && keys.delete)
    return { kind: 'delete', delete: keys.delete, section };
  if (said.join() === 'drop' && drop) return { kind: 'drop', drop };
  if (said.join() === 'after,move' && move && after) return { kind: 'move', move, after };
  if (said.join() === 'content' && content !== undefined) return { kind: 'content', content };
  if (said.join() === 'encode' && encode) return { kind: 'encode', encode };
  if (said.join() === 'lacks' && lacks) return { kind: 'lacks', lacks };
  if (said.join() === 'of' && of) return { kind: 'of', of };
  return null;
}

/** Edits of which it can't be said what they do. */
export function editKindProblems({ mutants }: MutantsShape, text: LabText): readonly Diagnostic[] {
  return Object.entries(mutants).flatMap(([id, { edits }]) =>
    edits.flatMap((edit, index) => {
      if (editKind(edit) !== null) return [];
      return [diagnostic(text.valueAt(['mutants', id, 'edits', index]), 'mutant-edit-form', {})];
    }),
  );
}

/** Everything in which mutants of the right form contradict their lab. */
export function mutantRuleProblems(
  mutants: readonly Mutant[],
  text: LabText,
  context: MutantsContext,
): readonly Diagnostic[] {
  const known = scaleChecks(context.scale).map(({ id }) => id);
  const questions = context.scale.questions.map(({ id }) => id);
  return mutants.flatMap((mutant) => {
    const at = ['mutants', mutant.id] as const;
    const { expect } = mutant;
    const lists = ['root', 'fails', 'passes'] as const;
    const checks = lists.flatMap((list) =>
      (expect?.[list] ?? []).flatMap((check, index) =>
        unknown(check, known, 'check', text, [...at, 'expect', list, index]),
      ),
    );
    const lost = (expect?.questions ?? []).flatMap((question, index) =>
      unknown(question, questions, 'question', text, [...at, 'expect', 'questions', index]),
    );
    return [...checks, ...lost, ...editProblems(mutant, text, context)];
  });
}

/** Edits that change nothing, and a place that is in none of the files that they make. */
function editProblems(
  mutant: Mutant,
  text: LabText,
  original: MutantsContext,
): readonly Diagnostic[] {
  const { id, place } = mutant;
  const { team } = original;
  const { idle, texts } = handIn(mutant, original);
  const nothing = idle.map((index) =>
    diagnostic(text.valueAt(['mutants', id, 'edits', index]), 'mutant-edit-idle', {}),
  );
  if (nothing.length > 0 || place === null) return nothing;
  const found = texts.get(place.file);
  const line = forTeam(place.line ?? '', team);
  if (found?.includes(line)) return [];
  const facts = { file: place.file, line: printable(line) };
  return [diagnostic(text.valueAt(['mutants', id, 'place']), 'mutant-place-absent', facts)];
}

function unknown(
  found: string,
  known: readonly string[],
  what: 'check' | 'question',
  text: LabText,
  path: Path,
): readonly Diagnostic[] {
  if (known.includes(found)) return [];
  const suggestion = { known, nearest: nearest(found, known) };
  const place = text.valueAt(path);
  const said = printable(found);
  return what === 'check'
    ? [diagnostic(place, 'scale-check-unknown', { check: said, ...suggestion })]
    : [diagnostic(place, 'scale-question-unknown', { question: said, ...suggestion })];
}
