import { describe, expect, it } from 'vitest';
import { phoneCommand, stationCommand } from './phone-words.ts';

const words = (line: string) => line.split(' ').filter((word) => word !== '');

describe('what a person says to a softphone', () => {
  it.each([
    ['dial 3102', { verb: 'dial', number: '3102' }],
    ['dial *97#', { verb: 'dial', number: '*97#' }],
    ['answer', { verb: 'answer' }],
    ['hangup', { verb: 'hangup' }],
    ['send 1234#', { verb: 'send', digits: '1234#' }],
    ['status', { verb: 'status' }],
  ])('is understood: %s', (line, command) => {
    expect(phoneCommand(words(line))).toEqual(command);
  });

  it.each([
    '',
    'call 3102',
    'dial',
    'dial alice',
    'dial 3102 3103',
    'dial 3102;ctrl',
    'answer now',
    'send',
    'send 12x',
    'use 3201',
  ])('is refused with the words themselves: "%s"', (line) => {
    const said = `phone-words-wrong ${JSON.stringify({ found: line })}`;
    expect(() => phoneCommand(words(line))).toThrow(said);
  });
});

describe('what a person says to a station', () => {
  it.each([
    ['status', { verb: 'status' }],
    ['use 3201', { verb: 'use', extensions: ['3201'], secret: null }],
    ['use 3101,3201 s3cret', { verb: 'use', extensions: ['3101', '3201'], secret: 's3cret' }],
  ])('is understood: %s', (line, command) => {
    expect(stationCommand(words(line))).toEqual(command);
  });

  it.each([
    '',
    'status now',
    'use',
    'use alice',
    'use 3101,',
    'use 3101 a;b',
    'use 3101 "a"',
    'use 3101 a b',
    'dial 3102',
  ])('is refused with the words themselves: "%s"', (line) => {
    expect(() => stationCommand(words(line))).toThrow('phone-words-wrong');
  });
});
