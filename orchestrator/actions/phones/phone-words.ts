import { labError } from '../../base/lab-error.ts';

/** What a person can do at a softphone. */
export type PhoneCommand =
  | { readonly verb: 'dial'; readonly number: string }
  | { readonly verb: 'answer' }
  | { readonly verb: 'hangup' }
  | { readonly verb: 'send'; readonly digits: string }
  | { readonly verb: 'status' };

/** What a person can do at a station: look at it, or give it other accounts. */
export type StationCommand =
  | { readonly verb: 'status' }
  | {
      readonly verb: 'use';
      readonly extensions: readonly string[];
      readonly secret: string | null;
    };

/** What can follow a number. */
export const phoneVerbs = verbsOf<PhoneCommand>({
  dial: true,
  answer: true,
  hangup: true,
  send: true,
  status: true,
});

/** What can follow a station's name. */
export const stationVerbs = verbsOf<StationCommand>({ status: true, use: true });

/** Forgetting a verb here doesn't compile. */
function verbsOf<C extends { readonly verb: string }>(
  every: Readonly<Record<C['verb'], true>>,
): readonly string[] {
  return Object.keys(every);
}

/** Reads what follows a number: `dial 3102`. Anything else is `phone-words-wrong`. */
export function phoneCommand(words: readonly string[]): PhoneCommand {
  const [verb, argument, ...more] = words;
  const alone = argument === undefined;
  if (more.length === 0) {
    if (verb === 'dial' && /^[0-9*#+]+$/.test(argument ?? ''))
      return { verb, number: argument ?? '' };
    if (verb === 'send' && /^[0-9*#A-D]+$/.test(argument ?? ''))
      return { verb, digits: argument ?? '' };
    if ((verb === 'answer' || verb === 'hangup' || verb === 'status') && alone) return { verb };
  }
  throw labError('phone-words-wrong', { found: words.join(' ') });
}

/** Reads what follows a station's name: `use 3201`, `use 3101,3201 secret`. */
export function stationCommand(words: readonly string[]): StationCommand {
  const [verb, list = '', secret, ...more] = words;
  if (verb === 'status' && words.length === 1) return { verb };
  // A secret goes into a softphone's account line, where these would end it.
  const sound = secret === undefined || /^[^\s;<>"]+$/.test(secret);
  if (verb === 'use' && /^\d+(,\d+)*$/.test(list) && sound && more.length === 0) {
    return { verb, extensions: list.split(','), secret: secret ?? null };
  }
  throw labError('phone-words-wrong', { found: words.join(' ') });
}
