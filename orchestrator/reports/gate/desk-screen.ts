import { unreachable } from '../../base/unreachable.ts';
import { catalogue } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import type { CallRow } from '../../model/calls/call-row.ts';
import { sipUser } from '../../model/calls/sip-user.ts';
import type { DeskLine, DeskNews, PhoneDesk } from '../../model/gate/phone-desk.ts';
import { adviceFor } from '../problem-text.ts';

/** The menu of a softphone as a screen of so many columns: longer rows go on in the next one. */
export function deskScreen(desk: PhoneDesk, columns: number): readonly string[] {
  const { gate } = catalogue(desk.tongue).phrases;
  const words = gate.desk;
  const rows = [
    words.title(desk.station, desk.team),
    '',
    ...desk.lines.map((line, index) => lineRow(line, index === desk.chosen, words)),
    ...(desk.state === 'opening' ? [`  ${words.opening}`] : []),
    ...(desk.state === 'away' ? [`  ${words.away}`] : []),
    '',
    ...words.keys,
    '',
    ...(desk.question === null
      ? []
      : [`${words.question[desk.question.about]} ${desk.question.typed}_`, '']),
    ...desk.news.map(({ line, at, what }) => `${clockTime(at)}  ${line}  ${newsText(what, desk)}`),
  ];
  return rows.flatMap((row) => folded(printable(row), columns));
}

type DeskWords = Phrases['gate']['desk'];

function lineRow(line: DeskLine, chosen: boolean, words: DeskWords): string {
  const state = line.registered ? words.registered : words.unregistered;
  const call = line.calls.find(({ current }) => current) ?? line.calls[0];
  const cells =
    line.extension === null
      ? [words.noAccount]
      : [line.extension.padEnd(6), state.padEnd(16), callText(call, words)];
  return `${chosen ? '>' : ' '} ${line.slot}  ${cells.join(' ')}`;
}

function callText(call: CallRow | undefined, words: DeskWords): string {
  if (call === undefined) return words.idle;
  const peer = sipUser(call.peer);
  if (call.state === 'INCOMING') return words.calling(peer);
  return call.state === 'ESTABLISHED' ? words.talks(peer) : words.rings(peer);
}

function newsText(what: DeskNews, { tongue }: PhoneDesk): string {
  const { news } = catalogue(tongue).phrases.gate.desk;
  switch (what.about) {
    case 'incoming':
    case 'ringing':
    case 'talking':
      return news[what.about](what.peer);
    case 'closed':
      return news.closed(what.peer, what.reason);
    case 'registered':
      return news.registered;
    case 'unregistered':
      return news.unregistered(what.reason);
    case 'keys':
      return news.keys(what.digits);
    case 'problem':
      return adviceFor(what.problem, tongue).what;
    default:
      return unreachable(what);
  }
}

/** What callers call themselves is theirs to choose: it must not steer the terminal. */
function printable(row: string): string {
  return row.replaceAll(/\p{Cc}/gu, '?');
}

function folded(row: string, columns: number): readonly string[] {
  const rows = [];
  for (let rest = row; rest !== ''; rest = rest.slice(columns)) rows.push(rest.slice(0, columns));
  return rows.length === 0 ? [''] : rows;
}

/** Hours, minutes and seconds of the machine's own time. */
export function clockTime(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
