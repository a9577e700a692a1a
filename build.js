// Bundles the command line into dist/, libraries and all: a few files are read in a tenth of the time
// of the hundreds that libraries have. They are parsed at each start, so what is never used is left out.
import { renameSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/** What dockerode loads for engines behind ssh:// and for BuildKit's sessions; `lab` has neither. */
const UNUSED = /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader)$/;

const withoutUnused = {
  name: 'without-unused',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const shape = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [withoutUnused],
  // Libraries of the older kind ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  sourcemap: true,
};

// Built aside and swapped in, so that a command that starts meanwhile finds the old or the new one.
const draft = `dist.${process.pid}`;
await build({ ...shape, outdir: draft, entryPoints: ['orchestrator/main.ts'] });
if (process.argv.includes('--bench')) {
  // Apart from the command line, whose own files must be those that people run.
  await build({
    ...shape,
    outdir: draft,
    entryPoints: { bench: 'bench/main.ts', floor: 'bench/floor.ts' },
  });
}
rmSync('dist', { recursive: true, force: true });
renameSync(draft, 'dist');
