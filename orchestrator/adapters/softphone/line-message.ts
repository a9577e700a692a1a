/** What baresip says on its control connection: the answer to a command, or an event. */
export type LineMessage =
  | { readonly kind: 'reply'; readonly token: string; readonly ok: boolean; readonly data: string }
  | { readonly kind: 'event'; readonly event: Readonly<Record<string, unknown>> }
  | { readonly kind: 'other' };

/** Reads one message; null when it isn't a JSON object. */
export function lineMessage(text: string): LineMessage | null {
  const message = jsonObject(text);
  if (message === null) return null;
  if (message.event === true) return { kind: 'event', event: message };
  if (message.response !== true) return { kind: 'other' };
  const { token, ok, data } = message;
  return {
    kind: 'reply',
    token: typeof token === 'string' ? token : '',
    ok: ok === true,
    data: typeof data === 'string' ? withoutColours(data).trim() : '',
  };
}

/** The bytes of a command; baresip gives the token back with the answer. */
export function commandMessage(command: string, params: string, token: string): string {
  return JSON.stringify(params === '' ? { command, token } : { command, params, token });
}

/** Leaves only the address of an account, without its password, for texts that people read. */
export function withoutSecret(text: string): string {
  return text
    .replaceAll(/<(sips?:[^>]*)>;\S*/g, '$1')
    .replaceAll(/auth_pass=[^;\s]*/g, 'auth_pass=*');
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** `reginfo` colours its words for a terminal. */
function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what colours begin with
  return text.replaceAll(/\u001b\[[\d;]*m/g, '');
}
