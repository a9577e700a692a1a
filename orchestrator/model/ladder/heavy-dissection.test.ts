import { expect, it } from 'vitest';
import { isHeavy } from './heavy-dissection.ts';
import { shortenedPackets } from './shortened.ts';

const MESSAGE = '{"timestamp":"0","layers":{"frame_len":["900"],"frame_cap_len":["900"]}}\n';
const VOICE = '     7.605447     10.720718      10.45.3.11 10010 …\n';

it('takes a dissection for heavy that has more messages or voices than a lesson', () => {
  expect(isHeavy(MESSAGE.repeat(4_000) + VOICE.repeat(600))).toBe(false);
  expect(isHeavy(MESSAGE.repeat(4_001))).toBe(true);
  expect(isHeavy(VOICE.repeat(601))).toBe(true);
});

it('counts the packets that were cut when they were captured', () => {
  const cut = MESSAGE.replace('"frame_cap_len":["900"]', '"frame_cap_len":["96"]');
  expect(shortenedPackets(MESSAGE + cut + VOICE + cut)).toBe(2);
});
