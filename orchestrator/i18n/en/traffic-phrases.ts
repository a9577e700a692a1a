import type { TrafficPhrases } from '../traffic-phrases.ts';

/** English words of captures and ladders. */
export const ENGLISH_TRAFFIC_PHRASES: TrafficPhrases = {
  capture: {
    under: ({ team, file }) =>
      `capturing the network of team ${team} into ${file} (Ctrl-C ends it)`,
    done: ({ file, packets, seconds }) => {
      const counted = packets === null ? '' : `${count(packets, 'packet')} in `;
      return `Captured: ${file} (${counted}${seconds.toFixed(1)} s)`;
    },
    dropped: (packets) =>
      `${count(packets, 'packet')} more came too fast and ${packets === 1 ? 'is' : 'are'} not in the file.`,
    cut: (team) =>
      `The capture ended early: the network of team ${team}, or the engine, was taken away from it. What came before is in the file.`,
    next: (file) => `Next:\n  lab ladder ${file}\n  wireshark ${file}`,
  },
  ladder: {
    pbx: 'PBX',
    title: ({ file, messages, calls, streams }) =>
      `${file}: ${count(messages, 'SIP message')}, ${count(calls, 'call')}, ${count(streams, 'RTP stream')}`,
    call: (index, from, to) => `Call ${index}: ${from} → ${to}`,
    registration: (user) => `Registration: ${user}`,
    others: 'Other messages',
    sound: (place) => `SDP ${place}`,
    again: 'sent again',
    voice: ({ codec, from, to, packets, lost, seconds }) =>
      `RTP ${codec}  ${from} → ${to}  ${count(packets, 'packet')}, ${lost} lost, ${seconds.toFixed(1)} s`,
    outside: 'Voices that no call above asked for',
    nothing: (file) => `${file} has no SIP message in it and no voice that one asked for.`,
    cut: (file) => `${file} ends in the middle of a packet: shown is what comes before.`,
  },
  proof: {
    phones: 'What the phones saw',
    signalling: 'SIP',
    voices: 'Voices (RTP)',
    log: 'Asterisk’s log',
    voicemail: 'Messages in the voicemail spool',
    recordings: 'Recordings',
    stream: ({ codec, packets, lost, jitter, seconds }) =>
      `${codec}  ${count(packets, 'packet')}, ${lost} lost, jitter ${jitter.toFixed(1)} ms, ${seconds.toFixed(1)} s`,
    uncaptured: 'The traffic of this try could not be captured.',
    shortened: 'There was more of something than is kept here.',
  },
};

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
