import type { Phrases } from '../i18n/phrases.ts';
import type { CommandName, OptionName } from '../i18n/typed-names.ts';
import { HAND_OUTS } from './commands/gate/hand-outs.ts';
import type { Command } from './session.ts';

/** One verb of the command line. Its code is loaded when it is asked for, so that `lab` starts fast. */
export interface CommandEntry {
  readonly name: CommandName;
  readonly options: readonly OptionName[];
  readonly arguments?: readonly {
    readonly name: string;
    readonly words: (phrases: Phrases) => string;
  }[];
  /** With --json and several teams, each event is a line before the document. */
  readonly events?: boolean;
  /** Missing for a word that only groups others. */
  readonly run?: () => Promise<Command>;
}

const TEAMS = ['team', 'all'] as const;
const WHERE = ['engine', 'lab'] as const;
const file = { name: '<file>', words: ({ help }: Phrases) => help.file };

const folder = { name: '<folder>', words: ({ work }: Phrases) => work.folderArgument };

/** Every verb, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'up',
    options: [...TEAMS, 'stage', ...WHERE, 'base', 'dry-run', 'yes', 'json'],
    events: true,
    run: async () => (await import('./commands/up.ts')).upCommand,
  },
  {
    name: 'check',
    options: [...TEAMS, 'quick', 'stage', ...WHERE, 'json'],
    events: true,
    run: async () => (await import('./commands/check.ts')).checkCommand,
  },
  {
    name: 'grade',
    options: [
      ...TEAMS,
      'submissions',
      'class',
      'capture',
      'answers',
      'questions',
      'jobs',
      'seed',
      ...WHERE,
      'base',
      'json',
    ],
    events: true,
    run: async () => (await import('./commands/grade/grade.ts')).gradeCommand,
  },
  {
    name: 'regrade',
    arguments: [{ name: '[result]', words: (phrases) => phrases.help.result }],
    options: ['questions', 'jobs', ...WHERE, 'base', 'json'],
    run: async () => (await import('./commands/grade/regrade.ts')).regradeCommand,
  },
  {
    name: 'rescore',
    arguments: [{ name: '[result]', words: (phrases) => phrases.help.result }],
    options: ['decide', 'questions', 'lab', 'json'],
    run: async () => (await import('./commands/grade/rescore.ts')).rescoreCommand,
  },
  {
    name: 'report',
    arguments: [{ name: '[result]', words: (phrases) => phrases.help.result }],
    options: ['team', 'format', 'output', 'out', 'open', 'class', 'in', 'allow-partial'],
    run: async () => (await import('./commands/report/report.ts')).reportCommand,
  },
  {
    name: 'selftest',
    options: ['quick', 'only', 'repeat', 'rules', 'seed', 'team', 'jobs', ...WHERE, 'base', 'json'],
    run: async () => (await import('./commands/selftest/selftest.ts')).selftestCommand,
  },
  {
    name: 'down',
    options: [...TEAMS, 'purge', 'engine', 'dry-run', 'yes', 'json'],
    events: true,
    run: async () => (await import('./commands/down.ts')).downCommand,
  },
  {
    name: 'reset',
    options: [...TEAMS, ...WHERE, 'base', 'dry-run', 'yes', 'json'],
    events: true,
    run: async () => (await import('./commands/reset.ts')).resetCommand,
  },
  {
    name: 'catch-up',
    options: [...TEAMS, 'to', ...WHERE, 'base', 'dry-run', 'yes', 'json'],
    events: true,
    run: async () => (await import('./commands/reset.ts')).catchUpCommand,
  },
  {
    name: 'archive',
    options: [...TEAMS, 'engine', 'json'],
    events: true,
    run: async () => (await import('./commands/work/archives.ts')).archiveCommand,
  },
  {
    name: 'archives',
    options: [...TEAMS, 'json'],
    run: async () => (await import('./commands/work/archives.ts')).archivesCommand,
  },
  {
    name: 'restore',
    options: [...TEAMS, ...WHERE, 'base', 'dry-run', 'yes', 'json'],
    arguments: [{ name: '[id]', words: (phrases) => phrases.work.archiveArgument }],
    events: true,
    run: async () => (await import('./commands/work/restore.ts')).restoreCommand,
  },
  {
    name: 'undo',
    options: [...TEAMS, ...WHERE, 'base', 'dry-run', 'yes', 'json'],
    events: true,
    run: async () => (await import('./commands/work/restore.ts')).undoCommand,
  },
  {
    name: 'diff',
    options: ['team', 'since', ...WHERE, 'json'],
    run: async () => (await import('./commands/work/diff.ts')).diffCommand,
  },
  {
    name: 'export',
    options: [...TEAMS, 'engine', 'json'],
    arguments: [folder],
    events: true,
    run: async () => (await import('./commands/work/folders.ts')).exportCommand,
  },
  {
    name: 'import',
    options: [...TEAMS, ...WHERE, 'base', 'yes', 'json'],
    arguments: [folder],
    events: true,
    run: async () => (await import('./commands/work/folders.ts')).importCommand,
  },
  {
    name: 'status',
    options: [...TEAMS, 'watch', ...WHERE, 'json'],
    run: async () => (await import('./commands/status/status.ts')).statusCommand,
  },
  {
    name: 'render',
    options: [...TEAMS, 'stage', 'lab', 'base', 'out', 'json'],
    run: async () => (await import('./commands/render.ts')).renderCommand,
  },
  {
    name: 'phone',
    options: ['team', ...WHERE, 'json'],
    arguments: [
      { name: '<who>', words: ({ help }) => help.phoneArguments.who },
      { name: '<words...>', words: ({ help }) => help.phoneArguments.words },
    ],
    run: async () => (await import('./commands/phone.ts')).phoneCommand,
  },
  {
    name: 'capture',
    options: ['team', 'for', 'output', ...WHERE, 'json'],
    run: async () => (await import('./commands/capture/capture.ts')).captureCommand,
  },
  {
    name: 'ladder',
    options: [...WHERE, 'json'],
    arguments: [file],
    run: async () => (await import('./commands/capture/ladder.ts')).ladderCommand,
  },
  {
    name: 'trace',
    options: ['team', 'from', 'to', 'files', ...WHERE, 'json'],
    run: async () => (await import('./commands/trace/trace.ts')).traceCommand,
  },
  {
    name: 'shell',
    options: ['team', 'station', ...WHERE],
    run: async () => (await import('./commands/terminal.ts')).shellCommand,
  },
  {
    name: 'console',
    options: ['team', ...WHERE],
    run: async () => (await import('./commands/terminal.ts')).consoleCommand,
  },
  {
    name: 'logs',
    options: ['team', 'follow', ...WHERE],
    run: async () => (await import('./commands/terminal.ts')).logsCommand,
  },
  ...HAND_OUTS,
  {
    name: 'doctor',
    options: [...WHERE, 'base', 'json'],
    run: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'completion',
    options: [],
    arguments: [{ name: '<shell...>', words: ({ help }) => help.shell }],
    run: async () => (await import('./completion/completion.ts')).completionCommand,
  },
  { name: 'images', options: [] },
  {
    name: 'images build',
    options: ['engine', 'yes', 'json'],
    run: async () => (await import('./commands/images.ts')).imagesBuildCommand,
  },
  {
    name: 'images list',
    options: ['engine', 'json'],
    run: async () => (await import('./commands/images.ts')).imagesListCommand,
  },
  {
    name: 'images save',
    options: ['engine'],
    arguments: [file],
    run: async () => (await import('./commands/images.ts')).imagesSaveCommand,
  },
  {
    name: 'images load',
    options: ['engine', 'yes'],
    arguments: [file],
    run: async () => (await import('./commands/images.ts')).imagesLoadCommand,
  },
  { name: 'engine', options: [] },
  {
    name: 'engine status',
    options: ['json'],
    run: async () => (await import('./commands/engine.ts')).engineStatusCommand,
  },
  {
    name: 'engine start',
    options: ['yes'],
    run: async () => (await import('./commands/engine.ts')).engineStartCommand,
  },
  {
    name: 'engine stop',
    options: [],
    run: async () => (await import('./commands/engine.ts')).engineStopCommand,
  },
  {
    name: 'engine purge',
    options: ['yes'],
    run: async () => (await import('./commands/engine.ts')).enginePurgeCommand,
  },
];
