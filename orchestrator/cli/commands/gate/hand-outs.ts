import type { CommandEntry } from '../../commands.ts';

/** The verbs that put a lab into other hands: students', and those of a machine without a network. */
export const HAND_OUTS: readonly CommandEntry[] = [
  {
    name: 'sheet',
    options: [
      'team',
      'all',
      'format',
      'output',
      'out',
      'open',
      'host',
      'stage',
      'engine',
      'lab',
      'base',
    ],
    run: async () => (await import('../sheet/sheet.ts')).sheetCommand,
  },
  {
    name: 'gate',
    options: ['listen', 'engine', 'lab'],
    run: async () => (await import('./gate.ts')).gateCommand,
  },
  {
    name: 'bundle',
    options: ['engine', 'yes'],
    arguments: [{ name: '<file>', words: ({ help }) => help.file }],
    run: async () => (await import('../bundle/bundle.ts')).bundleCommand,
  },
];
