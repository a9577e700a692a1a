import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Judged } from './judged.ts';
import { repeats } from './repeats.ts';

/** Contexts that share their numbers, and users outside those of their context. */
export function contextProblems({ parts, text }: Judged): readonly Diagnostic[] {
  const contexts = parts.contexts.flatMap(({ numbers, ...context }) =>
    numbers === undefined ? [] : [{ ...context, numbers }],
  );
  const same = repeats(contexts, ({ numbers }) => numbers.value).map(
    ([{ numbers }, { name: context }]) =>
      diagnostic(text.valueAt(numbers.path), 'lab-numbers-duplicate', {
        numbers: numbers.value,
        context,
      }),
  );
  const outside = contexts.flatMap(({ name: context, numbers: { value: numbers }, users }) =>
    users
      .filter(({ value }) => !value.startsWith(numbers))
      .map(({ value, path }) => {
        const params = { number: value, context, numbers };
        return diagnostic(text.valueAt(path), 'lab-number-outside-context', params);
      }),
  );
  return [...same, ...outside];
}

/** Numbers of users and of voicemail that are taken. */
export function numberProblems({ parts, text }: Judged): readonly Diagnostic[] {
  const users = parts.contexts.flatMap((context) => context.users);
  const voicemails = parts.contexts.flatMap(({ voicemail }) => voicemail ?? []);
  const lineOf = ({ path }: (typeof users)[number]) => text.valueAt(path).line;
  const same = [users, voicemails].flatMap((numbers) =>
    repeats(numbers, ({ value }) => value).map(([{ value: number, path }, first]) => {
      const params = { number, firstLine: lineOf(first) };
      return diagnostic(text.valueAt(path), 'lab-number-duplicate', params);
    }),
  );
  const taken = voicemails.flatMap(({ value: number, path }) => {
    const user = users.find(({ value }) => value === number);
    if (user === undefined) return [];
    const params = { number, userLine: lineOf(user) };
    return [diagnostic(text.valueAt(path), 'lab-voicemail-is-user', params)];
  });
  return [...same, ...taken];
}
