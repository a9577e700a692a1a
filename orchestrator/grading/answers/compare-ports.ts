import type { Answer } from '../../model/definition/answers/read-answers.ts';
import type { Wordings } from '../../model/definition/answers/wordings.ts';
import type { Compared } from './fact.ts';
import type { ObservedCall, ObservedLab } from './observed-lab.ts';
import { saysOneOf, textOf } from './plain-words.ts';

/** Ports that an answer names one by one, and the ranges that it gives. */
interface NamedPorts {
  readonly single: readonly number[];
  readonly ranges: readonly (readonly [number, number])[];
}

/** `10000-20000`, `10000 à 20000`, `entre 10000 et 20000`. */
const RANGE =
  /(\d{1,5})\s*(?:-|–|—|\.\.+|à|a|to|jusqu['’]?\s*à)\s*(\d{1,5})|(?:entre|between)\s+(\d{1,5})\s+(?:et|and)\s+(\d{1,5})/gi;

/** What is wider says no more than that ports are numbers. */
const WIDEST = 30_000;

/** Compares the ports of SIP: the exchange's own must be among them, and no other than was seen. */
export function compareSipPorts(answer: Answer, lab: ObservedLab): Compared {
  const calls = callsOf(lab);
  const pbx = portsOf(calls, ({ sipPorts }) => sipPorts.pbx);
  const phones = [...portsOf(calls, ({ sipPorts }) => sipPorts.phones), ...lab.phonePorts];
  const known = pbx.map(String);
  if (pbx.length === 0) return unseen(lab);
  const { single, ranges } = portsIn(answer);
  const named = [...single, ...ranges.flat()];
  if (!named.some((port) => pbx.includes(port))) return { outcome: 'wrong', known };
  const others = named.filter((port) => !pbx.includes(port) && !phones.includes(port));
  if (others.length === 0) return { outcome: 'right', known };
  // A phone of the team's own may have any port; only its own capture tells which.
  return { outcome: lab.captured === null ? 'teacher' : 'wrong', known };
}

/** Compares the ports of the voices with the team's own capture, or else with the clean room's. */
export function compareRtpPorts(
  answer: Answer,
  lab: ObservedLab,
  { negotiated }: Wordings,
): Compared {
  const calls = callsOf(lab);
  const pbx = portsOf(calls, ({ rtpPorts }) => rtpPorts.pbx);
  const phones = portsOf(calls, ({ rtpPorts }) => rtpPorts.phones);
  const known = [...pbx, ...phones].map(String);
  if (known.length === 0) return unseen(lab);
  const { single, ranges } = portsIn(answer);
  if (single.length + ranges.length === 0) {
    return { outcome: saysOneOf(textOf(answer), negotiated) ? 'right' : 'teacher', known };
  }
  if (!ranges.every((range) => holdsAll(range, pbx) || holdsAll(range, phones))) {
    return { outcome: 'wrong', known };
  }
  if (ranges.some(([first, last]) => last - first > WIDEST)) return { outcome: 'teacher', known };
  // RTCP has the port above.
  const isSeen = (port: number) => [port, port - 1].some((one) => known.includes(String(one)));
  if (single.every(isSeen)) return { outcome: 'right', known };
  const sip = portsOf(calls, ({ sipPorts }) => sipPorts.pbx);
  const impossible = single.some((port) => port < 1024 || port > 65_535 || sip.includes(port));
  // Ports change from call to call: those of a call that nobody handed in can't be compared.
  const open = lab.captured === null && !impossible;
  return { outcome: open ? 'teacher' : 'wrong', known };
}

/** The calls that count: the team's own capture where there is one. */
function callsOf({ captured, rooms }: ObservedLab): readonly ObservedCall[] {
  return captured === null ? rooms : [captured];
}

/** Nothing to compare with: because calls don't work, or because nobody looked. */
export function unseen({ broken }: Pick<ObservedLab, 'broken'>): Compared {
  return { outcome: broken.call === null ? 'teacher' : 'unobserved', known: [] };
}

function portsOf(
  calls: readonly ObservedCall[],
  of: (call: ObservedCall) => readonly number[],
): readonly number[] {
  return [...new Set(calls.flatMap(of))];
}

function portsIn(answer: Answer): NamedPorts {
  const text = textOf(answer);
  const ranges = [...text.matchAll(RANGE)].map((match): readonly [number, number] => {
    const [low = 0, high = 0] = match.slice(1).filter(Boolean).map(Number);
    return [Math.min(low, high), Math.max(low, high)];
  });
  const rest = text.replaceAll(RANGE, ' ');
  return { single: [...rest.matchAll(/(?<![\d.])\d{2,5}(?![\d.]*\d)/g)].map(Number), ranges };
}

function holdsAll([first, last]: readonly [number, number], ports: readonly number[]): boolean {
  if (ports.length === 0) return false;
  const isEnd = (port: number) => port === first || port === last;
  return ports.every((port) => port >= first && port <= last) || ports.filter(isEnd).length === 2;
}
