/** The user part of a SIP address: `3102` of `sip:3102@192.168.3.200`. Other words stay as they are. */
export function sipUser(uri: string): string {
  return /^<?sips?:([^@;>]+)@/.exec(uri)?.[1] ?? uri;
}
