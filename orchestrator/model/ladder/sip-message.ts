/** One end of a packet. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** Where a session description asks for sound: an address and a port that may be another phone's. */
export interface SoundPlace extends Endpoint {
  readonly media: string;
}

/** One SIP message of a capture. Time in seconds since the capture's first packet. */
export interface SipMessage {
  /** The packet's number, as Wireshark counts. */
  readonly frame: number;
  readonly time: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly callId: string;
  /** A request's method; null for a response. */
  readonly method: string | null;
  /** A response's status, 180, and its words, `Ringing`; null for a request. */
  readonly status: number | null;
  readonly reason: string | null;
  /** The number and method of CSeq: those of the request that this is, or that it answers. */
  readonly cseq: { readonly number: number; readonly method: string };
  /** The user parts of the From and To headers, and of a request's address. */
  readonly fromUser: string | null;
  readonly toUser: string | null;
  readonly target: string | null;
  /** Part of what was agreed on before: the To header has a tag. Of an INVITE: it changes a call. */
  readonly inDialog: boolean;
  /** Sent before, exactly so. */
  readonly again: boolean;
  readonly sound: SoundPlace | null;
}

/** The fields that `sipMessages` reads, by the names of Wireshark's dissector. */
export const SIP_FIELDS = [
  ...['frame.number', 'frame.time_relative', 'ip.src', 'ipv6.src', 'ip.dst', 'ipv6.dst'],
  ...['udp.srcport', 'tcp.srcport', 'udp.dstport', 'tcp.dstport', 'sip.Call-ID', 'sip.Method'],
  ...['sip.Status-Code', 'sip.Status-Line', 'sip.CSeq.seq', 'sip.CSeq.method', 'sip.from.user'],
  ...['sip.to.user', 'sip.to.tag', 'sip.r-uri.user', 'sip.resend'],
  ...['sdp.connection_info.address', 'sdp.media.port', 'sdp.media.media'],
] as const;

type Field = (typeof SIP_FIELDS)[number];

/** Reads SIP messages out of what tshark prints with `-T ek`, one packet a line; other lines are passed over. */
export function sipMessages(lines: readonly string[]): readonly SipMessage[] {
  return lines.flatMap((line) => {
    const layers = layersOf(line);
    return layers === null ? [] : sipMessage(layers);
  });
}

type Layers = Readonly<Record<string, readonly string[]>>;

function layersOf(line: string): Layers | null {
  if (!line.startsWith('{"timestamp"')) return null;
  try {
    return (JSON.parse(line) as { readonly layers?: Layers }).layers ?? null;
  } catch {
    // The last line of a dissection that was cut off.
    return null;
  }
}

/** A packet may carry others (a tunnel): the innermost addresses count. Of a field's repeats, the first. */
function sipMessage(layers: Layers): readonly SipMessage[] {
  const values = (field: Field) => layers[field.replaceAll('.', '_')] ?? [];
  const first = (field: Field) => values(field)[0] ?? null;
  const number = (field: Field) => Number(first(field) ?? Number.NaN);
  const end = (side: 'src' | 'dst'): Endpoint => ({
    address: values(`ip.${side}`).at(-1) ?? first(`ipv6.${side}`) ?? '',
    port: Number(first(`udp.${side}port`) ?? first(`tcp.${side}port`) ?? 0),
  });
  const callId = first('sip.Call-ID');
  const [method, code] = [first('sip.Method'), first('sip.Status-Code')];
  if (callId === null || (method === null && code === null)) return [];
  const reason = /^\S+ \d{3} ?(.*)$/.exec(first('sip.Status-Line') ?? '')?.[1] ?? '';
  return [
    {
      frame: number('frame.number'),
      time: number('frame.time_relative'),
      from: end('src'),
      to: end('dst'),
      callId,
      method: code === null ? method : null,
      status: code === null ? null : Number(code),
      reason: code === null ? null : reason,
      cseq: { number: number('sip.CSeq.seq') || 0, method: first('sip.CSeq.method') ?? '' },
      fromUser: first('sip.from.user'),
      toUser: first('sip.to.user'),
      target: first('sip.r-uri.user'),
      inDialog: first('sip.to.tag') !== null,
      again: ['1', 'true', 'True'].includes(first('sip.resend') ?? ''),
      sound: soundPlace(first('sdp.connection_info.address'), first('sdp.media.port'), values),
    },
  ];
}

function soundPlace(
  address: string | null,
  port: string | null,
  values: (field: Field) => readonly string[],
): SoundPlace | null {
  if (address === null || port === null) return null;
  return { address, port: Number(port), media: values('sdp.media.media')[0] ?? '' };
}
