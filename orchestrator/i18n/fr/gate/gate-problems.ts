import type { ProblemTexts } from '../../catalogue.ts';

/** What can keep a gate from opening, in French. */
export const FRENCH_GATE_PROBLEMS = {
  'listen-wrong': {
    what: ({ found }) =>
      `« ${found} » n’est pas un endroit où écouter : il faut un port, précédé d’une adresse si toutes ne conviennent pas.`,
    mend: () => '--listen :2200, ou --listen 192.168.1.20:2200',
  },
  'gate-port-taken': {
    what: ({ port }) =>
      `Un autre programme écoute déjà sur le port ${port}, peut-être une autre passerelle.`,
    mend: ({ port }) => `lab gate --listen :${port < 65_535 ? port + 1 : 2200}`,
  },
  'gate-cannot-listen': {
    what: ({ at, reason }) => `La passerelle ne peut pas écouter sur ${at} : ${reason}`,
    mend: () => 'lab gate --listen :2200 (une adresse de cette machine, un port au-dessus de 1023)',
  },
} satisfies Partial<ProblemTexts>;
