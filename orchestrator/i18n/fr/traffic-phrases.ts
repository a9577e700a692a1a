import type { TrafficPhrases } from '../traffic-phrases.ts';

/** Les mots des captures et des diagrammes d’échanges, en français. */
export const FRENCH_TRAFFIC_PHRASES: TrafficPhrases = {
  capture: {
    under: ({ team, file }) =>
      `capture du réseau de l’équipe ${team} dans ${file} (Ctrl-C y met fin)`,
    done: ({ file, packets, seconds }) => {
      const counted = packets === null ? '' : `${count(packets, 'paquet')} en `;
      return `Capturé : ${file} (${counted}${decimal(seconds)} s)`;
    },
    dropped: (packets) =>
      `${count(packets, 'paquet')} de plus, ${packets < 2 ? 'arrivé' : 'arrivés'} trop vite, ${packets < 2 ? 'n’est' : 'ne sont'} pas dans le fichier.`,
    cut: (team) =>
      `La capture s’est arrêtée avant l’heure : le réseau de l’équipe ${team}, ou le moteur, a disparu. Ce qui précède est dans le fichier.`,
    next: (file) => `Ensuite :\n  lab ladder ${file}\n  wireshark ${file}`,
  },
  ladder: {
    pbx: 'IPBX',
    title: ({ file, messages, calls, streams }) =>
      `${file} : ${count(messages, 'message')} SIP, ${count(calls, 'appel')}, ${streams} flux RTP`,
    call: (index, from, to) => `Appel ${index} : ${from} → ${to}`,
    registration: (user) => `Inscription : ${user}`,
    others: 'Autres messages',
    sound: (place) => `SDP ${place}`,
    again: 'réémis',
    voice: ({ codec, from, to, packets, lost, seconds }) =>
      `RTP ${codec}  ${from} → ${to}  ${count(packets, 'paquet')}, ${lost} perdu${lost < 2 ? '' : 's'}, ${decimal(seconds)} s`,
    outside: 'Voix qu’aucun appel ci-dessus n’a demandées',
    nothing: (file) =>
      `${file} ne contient aucun message SIP, ni aucune voix que l’un d’eux aurait demandée.`,
    cut: (file) => `${file} s’arrête au milieu d’un paquet : voici ce qui précède.`,
  },
  proof: {
    phones: 'Ce que les téléphones ont vu',
    signalling: 'SIP',
    voices: 'Voix (RTP)',
    log: 'Journal d’Asterisk',
    voicemail: 'Messages dans la boîte vocale',
    recordings: 'Enregistrements',
    stream: ({ codec, packets, lost, jitter, seconds }) =>
      `${codec}  ${count(packets, 'paquet')}, ${lost} perdu${lost < 2 ? '' : 's'}, gigue ${decimal(jitter)} ms, ${decimal(seconds)} s`,
    uncaptured: 'Le trafic de cet essai n’a pas pu être capturé.',
    shortened: 'Il y avait davantage que ce qui est gardé ici.',
  },
};

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number < 2 ? '' : 's'}`;
}
