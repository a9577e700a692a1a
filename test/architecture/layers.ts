/** One layer: a folder below orchestrator/, what of ours it may import, and which built-ins of Node. */
export interface Layer {
  readonly folder: string;
  /** Layers above it in this table only: that alone keeps the direction, and cycles out. */
  readonly uses: readonly string[];
  readonly builtins?: readonly string[];
}

const MODEL = [
  'model/archives',
  'model/asterisk',
  'model/audio',
  'model/calls',
  'model/class',
  'model/class-list',
  'model/configuration',
  'model/evidence',
  'model/gate',
  'model/images',
  'model/marking',
  'model/mutants',
  'model/numbering',
  'model/definition',
  'model/ladder',
  'model/proof',
  'model/rendering',
  'model/status',
  'model/submission',
  'model/topology',
  'model/voicemail',
] as const;

const ADAPTERS = [
  'adapters/capture',
  'adapters/docker',
  'adapters/engine',
  'adapters/files',
  'adapters/pbx',
  'adapters/shell',
  'adapters/softphone',
  'adapters/ssh',
] as const;

/** Every folder of the source, bottom first. A new folder gets a row; imports only go up this table. */
export const LAYERS: readonly Layer[] = [
  { folder: 'base', uses: [], builtins: ['timers/promises'] },
  {
    folder: 'model/archives',
    uses: ['base'],
    builtins: ['crypto', 'events', 'stream', 'stream/consumers'],
  },
  { folder: 'model/audio', uses: ['base'] },
  { folder: 'model/configuration', uses: ['base'], builtins: ['crypto'] },
  { folder: 'model/asterisk', uses: ['base', 'model/configuration'] },
  { folder: 'model/calls', uses: ['base'] },
  { folder: 'model/evidence', uses: ['base'] },
  { folder: 'model/voicemail', uses: ['base'] },
  { folder: 'model/images', uses: ['base'], builtins: ['crypto'] },
  { folder: 'model/numbering', uses: ['base'] },
  { folder: 'model/submission', uses: ['base', 'model/configuration'] },
  { folder: 'model/ladder', uses: ['base', 'model/numbering'] },
  { folder: 'model/proof', uses: ['base', 'model/numbering', 'model/ladder'] },
  { folder: 'model/marking', uses: ['base', 'model/proof'] },
  { folder: 'model/mutants', uses: ['base', 'model/audio', 'model/marking', 'model/submission'] },
  {
    folder: 'model/definition',
    uses: ['base', 'model/marking', 'model/mutants', 'model/numbering'],
  },
  { folder: 'model/class-list', uses: ['base', 'model/definition'] },
  { folder: 'model/rendering', uses: ['base', 'model/numbering', 'model/definition'] },
  {
    folder: 'model/topology',
    uses: ['base', 'model/numbering', 'model/definition'],
    builtins: ['crypto'],
  },
  { folder: 'model/gate', uses: ['base', 'model/calls', 'model/numbering', 'model/topology'] },
  { folder: 'model/class', uses: ['base', 'model/numbering', 'model/topology'] },
  { folder: 'model/status', uses: ['base', 'model/numbering', 'model/topology'] },
  { folder: 'i18n', uses: ['base'] },
  { folder: 'reports', uses: ['base', 'i18n', ...MODEL] },
  {
    folder: 'adapters/capture',
    uses: ['base', ...MODEL],
    builtins: ['stream', 'stream/consumers'],
  },
  {
    folder: 'adapters/docker',
    uses: ['base', ...MODEL],
    builtins: ['events', 'stream', 'stream/consumers'],
  },
  {
    folder: 'adapters/engine',
    uses: ['base', ...MODEL],
    builtins: ['crypto', 'fs', 'fs/promises', 'http', 'path', 'process'],
  },
  {
    folder: 'adapters/files',
    uses: ['base', ...MODEL],
    builtins: ['crypto', 'fs', 'fs/promises', 'path', 'stream', 'stream/promises', 'zlib'],
  },
  { folder: 'adapters/pbx', uses: ['base', ...MODEL] },
  { folder: 'adapters/shell', uses: ['base', ...MODEL], builtins: ['events'] },
  { folder: 'adapters/softphone', uses: ['base', ...MODEL], builtins: ['stream'] },
  {
    folder: 'adapters/ssh',
    uses: ['base', ...MODEL],
    builtins: ['crypto', 'events', 'net', 'stream'],
  },
  // Checks reach a lab through their probes alone: no adapter, no word.
  { folder: 'grading', uses: ['base', ...MODEL] },
  // A verb has no words: what people read is made in reports, by cli.
  { folder: 'actions', uses: ['base', ...MODEL, ...ADAPTERS, 'grading'], builtins: ['path'] },
  {
    folder: 'cli',
    uses: ['base', ...MODEL, 'i18n', 'reports', 'actions'],
    builtins: ['path', 'readline/promises'],
  },
  {
    folder: 'main.ts',
    uses: ['base', ...ADAPTERS, 'cli'],
    builtins: ['events', 'fs', 'os', 'path', 'url'],
  },
];

/** The one home of each library. Its types do not leave either: nobody else may import them. */
export const LIBRARY_OWNERS: Readonly<Record<string, readonly string[]>> = {
  'cli-table3': ['reports'],
  commander: ['cli'],
  'csv-parse': ['model/class-list'],
  'csv-stringify': ['reports'],
  diff: ['model/archives'],
  dockerode: ['adapters/docker'],
  execa: ['adapters/shell'],
  'fastest-levenshtein': ['model/definition'],
  handlebars: ['model/rendering'],
  jspdf: ['reports'],
  listr2: ['cli'],
  'p-limit': ['adapters/docker', 'adapters/engine'],
  ssh2: ['adapters/ssh'],
  'tar-stream': ['model/archives'],
  uqr: ['reports'],
  xmlbuilder2: ['reports'],
  yaml: ['model/definition'],
  yauzl: ['adapters/files'],
  zod: ['model/definition'],
};

/** What tests beside the code may import besides: they judge from outside, with files of their own. */
export const TEST_LIBRARIES: readonly string[] = ['vitest', 'fast-check', 'ajv'];

/** Where time may pass: the clock, and the deadlines that the platform itself must hold. */
export const TIMER_FILES: Readonly<Record<string, readonly string[]>> = {
  'base/clock.ts': ['performance', 'Date'],
  'adapters/docker/exec.ts': ['AbortSignal.timeout'],
  'adapters/engine/embedded/engine-api.ts': ['AbortSignal.timeout'],
  'adapters/shell/hold-command.ts': ['AbortSignal.timeout'],
  // It reads a written date, and no clock.
  'reports/exports/ctrf.ts': ['Date'],
  // The way out when work does not hear a Ctrl-C.
  'main.ts': ['AbortSignal.timeout'],
};

/** Words that name no idea, in a file's or a folder's name. */
export const BANNED_NAMES: readonly string[] = [
  'utils',
  'util',
  'common',
  'helpers',
  'helper',
  'lib',
  'shared',
  'misc',
  'core',
  'manager',
  'service',
];

/** How large things may grow before they tell of a missing idea. */
export const BUDGETS = {
  fileLines: 250,
  functionLines: 60,
  filesInFolder: 12,
  baseFiles: 8,
  depth: 3,
};
