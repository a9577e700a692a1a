/** Where Asterisk keeps a message: the box of an extension in a context, and the folder in it. */
export interface MessagePlace {
  readonly context: string;
  readonly mailbox: string;
  /** INBOX until it was listened to, then Old. */
  readonly folder: string;
  /** The number in the file's name, from 0. */
  readonly index: number;
}

/** A message of the spool: its place, its text file and its recording, when they are there. */
export interface Message extends MessagePlace {
  readonly fields: MessageFields | null;
  /** The text file as it is. */
  readonly text: string | null;
  readonly sound: Uint8Array | null;
}

/** What a message's text file says, key by key. */
export type MessageFields = Readonly<Record<string, string>>;

/** A file that came out of the spool; the path is relative to it. */
interface SpoolFile {
  readonly path: string;
  readonly content: Uint8Array;
}

const PATH = /^(?:\.\/)?([^/]+)\/([^/]+)\/([^/]+)\/msg(\d{4})\.(txt|wav)$/;

/** Puts text and sound files of the spool together to messages, in the order of their places. */
export function messagesOf(files: readonly SpoolFile[]): readonly Message[] {
  const messages = new Map<string, Message>();
  for (const { path, content } of files) {
    const [, context = '', mailbox = '', folder = '', number, kind] = PATH.exec(path) ?? [];
    if (number === undefined) continue;
    const key = `${context}/${mailbox}/${folder}/${number}`;
    const place = { context, mailbox, folder, index: Number(number) };
    const known = messages.get(key) ?? { ...place, fields: null, text: null, sound: null };
    if (kind === 'txt') {
      const text = Buffer.from(content).toString('utf8');
      messages.set(key, { ...known, fields: messageFields(text), text });
    } else messages.set(key, { ...known, sound: content });
  }
  return [...messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, message]) => message);
}

/** Reads a message's text file, an ini file with one section: `callerid="Jean" <3101>`. */
function messageFields(text: string): MessageFields {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const [, key, value] = /^([a-z_]+)=(.*)$/.exec(line.trimEnd()) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(pairs);
}

/** How many messages of the same folder voicemail plays before one. */
export function messagesBefore(place: MessagePlace, all: readonly MessagePlace[]): number {
  return all.filter(
    ({ context, mailbox, folder, index }) =>
      context === place.context &&
      mailbox === place.mailbox &&
      folder === place.folder &&
      index < place.index,
  ).length;
}

/** The place of a message as people write it: `finance/3102/INBOX/msg0000`. */
export function placeText({ context, mailbox, folder, index }: MessagePlace): string {
  return `${context}/${mailbox}/${folder}/msg${String(index).padStart(4, '0')}`;
}
