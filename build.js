// Bundles the command line into dist/, libraries and all: a few files are read in a tenth of the time
// of the hundreds that libraries have. They are parsed at each start, so what is never used is left out.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * What dockerode loads for engines behind ssh:// and for BuildKit's sessions, and jsPDF to make a PDF
 * out of a web page; `lab` has none of these.
 */
const UNUSED = /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader|canvg|core-js.*|dompurify|html2canvas)$/;
const DOCKERODE = /node_modules\/docker-modem\//;

/** The parts in C that make ssh2 faster, where there was a compiler: without them it is the same everywhere. */
const NATIVE = /(\.node|^cpu-features)$/;

const withoutUnused = {
  name: 'without-unused',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: UNUSED }, ({ path, importer }) =>
      DOCKERODE.test(importer) || path !== 'ssh2' ? { path, namespace: 'unused' } : null,
    );
    onResolve({ filter: NATIVE }, ({ path }) => ({ path, namespace: 'native' }));
    onLoad({ filter: /.*/, namespace: 'native' }, () => ({
      contents: "throw new Error('left out')",
    }));
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
  // Libraries of the older kind ask for Node's own modules with `require`, and for their folder.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;",
  },
  sourcemap: true,
};

// Built aside and swapped in, so that a command that starts meanwhile finds the old or the new one.
const draft = `dist.${process.pid}`;
const { metafile } = await build({
  ...{ ...shape, metafile: true, outdir: draft },
  entryPoints: ['orchestrator/main.ts'],
});
writeFileSync(`${draft}/licences.txt`, licences(Object.keys(metafile.inputs)));
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

/** What the licences of the libraries in the bundle ask for: their texts go along. */
function licences(inputs) {
  const found = inputs.map(
    (path) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0],
  );
  const folders = [
    ...new Set(found.filter((folder) => folder && existsSync(`${folder}/package.json`))),
  ].sort();
  return folders
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const texts = readdirSync(folder)
        .filter((file) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(file))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
      return [`${name} ${version} (${license})`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(72)}\n\n`);
}
