/** A line of a file of `/etc/asterisk`; lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}
