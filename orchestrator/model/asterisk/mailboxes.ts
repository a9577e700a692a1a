import { firstSetting } from './accounts.ts';
import { type ConfFile, isTrue, lastSetting } from './conf/conf-file.ts';
import type { Place } from './conf/place.ts';
import { stripped } from './conf/source-lines.ts';

/** A voice mailbox. One that users.conf makes by `hasvoicemail` is in `default`. */
export interface Mailbox extends Place {
  readonly number: string;
  readonly context: string;
  readonly pin: string;
  readonly name: string;
  readonly origin: 'voicemail.conf' | 'users.conf';
}

const NOT_CONTEXTS = ['general', 'zonemessages'];

/** Every box that Asterisk has: those of voicemail.conf, and those that accounts bring along. */
export function mailboxesOf(voicemail: ConfFile, users: ConfFile): readonly Mailbox[] {
  return [...ownBoxes(voicemail), ...ghostBoxes(users)];
}

/** The box of that number; Asterisk finds a context whatever its case. */
export function findMailbox(
  boxes: readonly Mailbox[],
  number: string,
  context: string,
): Mailbox | undefined {
  const wanted = context.toLowerCase();
  return boxes.find((box) => box.number === number && box.context.toLowerCase() === wanted);
}

function ownBoxes({ refused, sections }: ConfFile): readonly Mailbox[] {
  if (refused !== null) return [];
  return sections
    .filter(({ name, template }) => !template && !NOT_CONTEXTS.includes(name.toLowerCase()))
    .flatMap(({ name: context, settings }) =>
      settings.map(({ key, value, file, line }): Mailbox => {
        const [pin = '', name = ''] = value.split(',').map(stripped);
        return { number: key, context, pin, name, file, line, origin: 'voicemail.conf' };
      }),
    );
}

function ghostBoxes({ refused, sections }: ConfFile): readonly Mailbox[] {
  if (refused !== null) return [];
  const general = sections.find(({ name }) => name.toLowerCase() === 'general');
  const everybody = firstSetting(general?.settings ?? [], 'hasvoicemail');
  return sections.flatMap(
    ({ name: number, template, settings, file, line }): readonly Mailbox[] => {
      if (template || number.toLowerCase() === 'general') return [];
      const said = firstSetting(settings, 'hasvoicemail') ?? everybody;
      if (said === undefined || !isTrue(said.value)) return [];
      const pin =
        (
          lastSetting(settings, 'vmsecret') ??
          lastSetting(general?.settings ?? [], 'vmsecret') ??
          lastSetting(settings, 'secret')
        )?.value ?? '';
      const name = lastSetting(settings, 'fullname')?.value ?? '';
      return [{ number, context: 'default', pin, name, file, line, origin: 'users.conf' }];
    },
  );
}
