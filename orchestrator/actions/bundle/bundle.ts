import { join } from 'node:path';
import { saveImages } from '../../adapters/docker/images.ts';
import {
  nodeFiles,
  type ProgramFile,
  programFiles,
} from '../../adapters/files/bundle/program-files.ts';
import { openBundle, SCRIPT_ROOM } from '../../adapters/files/bundle/write-bundle.ts';
import { readShellScript } from '../../adapters/files/shell-scripts.ts';
import { streamOf } from '../../adapters/files/streams.ts';
import { inPhase } from '../../base/event.ts';
import { packTar } from '../../model/archives/tar.ts';
import { IMAGE_NAMES } from '../../model/images/image-folder.ts';
import { openEngine } from '../engine/open-engine.ts';
import { ensureImages } from '../images/ensure-images.ts';
import type { Workbench } from '../workbench.ts';
import { type InstallerFacts, installerScript } from './installer-script.ts';

/** Where the bundle goes, and what its installer says. */
export interface BundleRequest {
  readonly file: string;
  readonly engine?: string | undefined;
  readonly words: InstallerFacts['words'];
}

/** A bundle that is written. */
export interface Bundle {
  readonly bytes: number;
  readonly system: string;
  /** Node goes along, its licence too; null: the one here can't be taken elsewhere. */
  readonly node: { readonly version: string; readonly licence: boolean } | null;
}

/** Writes one file with the tool, its images and its labs, that installs itself without a network. */
export async function bundle(bench: Workbench, request: BundleRequest): Promise<Bundle> {
  const { surroundings, shell, emit, clock } = bench;
  const { installFolder, node, nodeVersion } = surroundings;
  await using draft = await openBundle(request.file);
  const { connection, registry } = await openEngine(bench, { url: request.engine, mayStart: true });
  const images = await ensureImages(bench, { connection, registry, names: IMAGE_NAMES });
  return await inPhase({ phase: 'archive', team: null, emit, now: clock.now }, async () => {
    const { stdout } = await shell.run('uname', ['-sm']);
    const system = stdout.trim().replace(' ', '-');
    const own = node.portable ? await nodeFiles(node.executable) : null;
    const files = [...(await programFiles(installFolder)), ...(own?.files ?? [])];
    const program = await draft.add(streamOf(await packTar(files)));
    const tags = images.map(({ tag }) => tag).sort();
    const packed = await draft.add(await saveImages(connection, tags));
    const template = await readShellScript(join(installFolder, 'installer'), 'sh');
    const version = versionIn(files);
    const { words } = request;
    const facts = { header: SCRIPT_ROOM, program, images: packed, version, system, words };
    const bytes = await draft.keep((digest) => installerScript(template, facts, digest));
    const taken = own === null ? null : { version: nodeVersion, licence: own.licence };
    return { bytes, system, node: taken };
  });
}

/** The version of what is packed, as its own package says it. */
function versionIn(files: readonly ProgramFile[]): string {
  const said = files.find(({ path }) => path === 'package.json')?.content ?? new Uint8Array();
  return (JSON.parse(Buffer.from(said).toString()) as { readonly version: string }).version;
}
