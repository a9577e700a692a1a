/** A call as `listcalls` shows it. */
export interface CallRow {
  readonly line: number;
  readonly seconds: number;
  /** baresip's word: INCOMING, RINGING, EARLY, ESTABLISHED… */
  readonly state: string;
  readonly peer: string;
  /** Commands like `hangup` act on the current call. */
  readonly current: boolean;
}

const ROW = /^(>)?\s+\[line (\d+)[^\]]*\]\s+(\d+):(\d\d):(\d\d)\s+([A-Z]+)\s+(\S.*)$/;

/** Reads what `listcalls` prints: `> [line 1]  0:00:03  ESTABLISHED   sip:3102@192.168.3.200`. */
export function parseCalls(text: string): readonly CallRow[] {
  return text.split('\n').flatMap((row) => {
    const [, mark, line, hours, minutes, seconds, state, peer] = ROW.exec(row) ?? [];
    if (state === undefined || peer === undefined) return [];
    const lasted = 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
    return [
      { line: Number(line), seconds: lasted, state, peer: peer.trim(), current: mark === '>' },
    ];
  });
}
