import type { ProblemTexts } from '../../catalogue.ts';

/** What can keep a gate from opening, in English. */
export const ENGLISH_GATE_PROBLEMS = {
  'listen-wrong': {
    what: ({ found }) =>
      `"${found}" is no place to listen at: a port is expected, with an address before it when not all of them are meant.`,
    mend: () => '--listen :2200, or --listen 192.168.1.20:2200',
  },
  'gate-port-taken': {
    what: ({ port }) => `Another program listens on port ${port} already, perhaps another gate.`,
    mend: ({ port }) => `lab gate --listen :${port < 65_535 ? port + 1 : 2200}`,
  },
  'gate-cannot-listen': {
    what: ({ at, reason }) => `The gate can't listen at ${at}: ${reason}`,
    mend: () => 'lab gate --listen :2200 (an address of this machine, a port above 1023)',
  },
} satisfies Partial<ProblemTexts>;
