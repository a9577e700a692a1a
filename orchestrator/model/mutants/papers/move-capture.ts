import { captureOf, type Datagram, datagramOf, isSip, packetsOf, withDatagram } from './packets.ts';

/** Where a capture is to seem taken: `192.168` and the team's number. */
export interface TeamNetwork {
  readonly base: string;
  readonly team: number;
}

/**
 * Makes a team's capture another team's: addresses and numbers of all it has. It is the capture of
 * the team in whose network its first packet went.
 */
export function moveCapture(capture: Buffer, to: TeamNetwork): Buffer {
  const { header, packets } = packetsOf(capture);
  const [first] = packets.flatMap(({ frame }) => datagramOf(frame) ?? []);
  if (first === undefined) return capture;
  const own = first.from;
  const from = { base: `${own[0]}.${own[1]}`, team: own[2] ?? 0 };
  const moved = packets.map(({ record, frame }) => {
    const datagram = datagramOf(frame);
    if (datagram === null) return { record, frame };
    return { record, frame: withDatagram(frame, movedDatagram(datagram, from, to)) };
  });
  return captureOf({ header, packets: moved });
}

function movedDatagram(datagram: Datagram, from: TeamNetwork, to: TeamNetwork) {
  const { payload } = datagram;
  return {
    from: movedAddress(datagram.from, to),
    to: movedAddress(datagram.to, to),
    payload: isSip(datagram) ? movedMessage(payload, from, to) : payload,
  };
}

function movedAddress(address: Buffer, { base, team }: TeamNetwork): Buffer {
  return Buffer.from([...base.split('.').map(Number), team, address[3] ?? 0]);
}

/** What a message says of addresses and numbers, and the length of its body. */
function movedMessage(payload: Buffer, from: TeamNetwork, to: TeamNetwork): Buffer {
  const said = payload
    .toString('latin1')
    .replaceAll(`${from.base}.${from.team}.`, `${to.base}.${to.team}.`)
    .replaceAll(new RegExp(`(?<=sip:|")${from.team}(?=\\d{3}(?![\\w.]))`, 'g'), String(to.team));
  const body = said.indexOf('\r\n\r\n') + 4;
  const length = body < 4 ? 0 : said.length - body;
  return Buffer.from(
    said.replace(/^(Content-Length:\s*)\d+/im, (_, name) => `${name}${length}`),
    'latin1',
  );
}
