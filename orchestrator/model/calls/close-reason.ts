/** Why a call ended, as one end saw it; `text` is baresip's own word for it. */
export type CloseReason =
  | { readonly kind: 'hung-up-here'; readonly text: string }
  | { readonly kind: 'hung-up-there'; readonly text: string }
  | { readonly kind: 'transferred'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string; readonly status: number }
  | { readonly kind: 'fault'; readonly text: string };

/**
 * Reads the reason of a CALL_CLOSED event: a SIP status when the other end refused, a C library
 * error text otherwise. "Connection reset by user/peer" is how baresip words a normal hang-up.
 */
export function closeReason(text: string): CloseReason {
  const status = /^([3-6]\d\d)\b/.exec(text)?.[1];
  if (status !== undefined) return { kind: 'refused', text, status: Number(status) };
  if (text === 'Connection reset by user') return { kind: 'hung-up-here', text };
  if (text === 'Connection reset by peer') return { kind: 'hung-up-there', text };
  if (/^Call transfer/.test(text)) return { kind: 'transferred', text };
  return { kind: 'fault', text };
}
