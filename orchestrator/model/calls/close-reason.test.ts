import { describe, expect, it } from 'vitest';
import { closeReason } from './close-reason.ts';

describe('why a call closed', () => {
  it.each([
    ['Connection reset by user', 'hung-up-here'],
    ['Connection reset by peer', 'hung-up-there'],
    ['Call transfered', 'transferred'],
    ['No such file or directory', 'fault'],
    ['end of file', 'fault'],
    ['', 'fault'],
    ['200 OK', 'fault'],
  ])('reads "%s" as %s', (text, kind) => {
    expect(closeReason(text)).toEqual({ kind, text });
  });

  it.each([
    ['404 Not Found', 404],
    ['486 Rejected', 486],
    ['603 Decline', 603],
  ])('reads "%s" as a refusal with status %d', (text, status) => {
    expect(closeReason(text)).toEqual({ kind: 'refused', text, status });
  });
});
