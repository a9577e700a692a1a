import { describe, expect, it } from 'vitest';
import { cutLog, datedLines, stampedLines } from './asterisk-log.ts';
import type { RoomTry } from './room-record.ts';

function roomTry(names: readonly string[], began: number, seconds: number): RoomTry {
  return { label: '', names, began, seconds, ofBoot: false, after: [], evidence: null };
}

describe("Asterisk's log", () => {
  it('has the moment in which each line came', () => {
    expect(stampedLines('1795558107.032 [Nov 24 23:08:27] NOTICE[56] chan_sip.c: no\n')).toEqual([
      { time: 1_795_558_107.032, text: '[Nov 24 23:08:27] NOTICE[56] chan_sip.c: no' },
    ]);
  });

  it('has no line about our own looking at it, nor about a room without name service', () => {
    const said = [
      '5.1 [Nov 24 23:08:27] VERBOSE[56] asterisk.c: Remote UNIX connection',
      "5.2 [Nov 24 23:08:27] WARNING[50] acl.c: Unable to lookup '739dfbc642f9'",
      "5.3 [Nov 24 23:08:27] WARNING[50] acl.c: Unable to lookup 'fournisseur'",
    ];
    expect(stampedLines(said.join('\n')).map(({ time }) => time)).toEqual([5.3]);
  });

  it('is dated by what the clock says now, across a new year too', () => {
    const wall = { date: 'Jan  1 00:00:10', time: 1000 };
    const lines = datedLines('[Dec 31 23:59:59] ERROR[1] a\n[Jan  1 00:00:09] ERROR[1] b\n', wall);
    expect(lines.map(({ time }) => time)).toEqual([989, 999]);
  });

  it('has lines without a time where a team writes dates its own way', () => {
    const wall = { date: 'Jan  1 00:00:10', time: 1000 };
    expect(datedLines('[2026-11-24 23:08:27] ERROR[1] a', wall)).toEqual([
      { time: null, text: '[2026-11-24 23:08:27] ERROR[1] a' },
    ]);
  });
});

describe("Asterisk's log by tries", () => {
  const tries = [roomTry(['3101', '3102'], 100, 3), roomTry(['3201', '3202'], 100, 3)];

  it('keeps a call together by its mark, whomever its lines name', () => {
    const [finance, compta] = cutLog(
      [
        { time: 100.5, text: '[C-01] pbx.c: Executing [3102@x:1] Dial("SIP/3101-0000000a", "…")' },
        { time: 100.6, text: '[C-02] pbx.c: Executing [3202@x:1] Dial("SIP/3201-0000000b", "…")' },
        { time: 100.7, text: '[C-01] app_dial.c: Nobody picked up in 20000 ms' },
        { time: 100.8, text: '[C-02] app_dial.c: Called SIP/3202' },
      ],
      tries,
    );
    expect(finance?.map(({ time }) => time)).toEqual([0.5, 0.7]);
    expect(compta?.map(({ time }) => time)).toEqual([0.6, 0.8]);
  });

  it('gives a call to whose channel placed it, where two phones of side by side tries meet', () => {
    const line = '[C-01] pbx.c: Executing [3102@x:1] Dial("SIP/3101-0000000a", "SIP/3201,20")';
    const [finance, compta] = cutLog([{ time: 101, text: line }], tries);
    expect([finance?.length, compta?.length]).toEqual([1, 0]);
  });

  it('gives a line without a call to the phone that it names, and drops what nobody did', () => {
    const refused = "NOTICE[50] chan_sip.c: Registration from '<sip:3202@10.44.3.200>' failed";
    const [finance, compta] = cutLog(
      [
        { time: 101, text: refused },
        { time: 150, text: refused },
        { time: 101, text: 'VERBOSE[1] loader.c: Reloading' },
      ],
      tries,
    );
    expect([finance?.length, compta?.length]).toEqual([0, 1]);
  });
});
