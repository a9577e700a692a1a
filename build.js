// Bundles the command line into dist/: our own code only, libraries stay in node_modules.
import { renameSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

// Built aside and swapped in, so that a command that starts meanwhile finds the old or the new one.
const draft = `dist.${process.pid}`;
await build({
  entryPoints: ['orchestrator/main.ts'],
  outdir: draft,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
});
rmSync('dist', { recursive: true, force: true });
renameSync(draft, 'dist');
