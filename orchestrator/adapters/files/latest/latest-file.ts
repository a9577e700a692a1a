import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is kept of a team's newest checks or mark: losing it loses nothing that isn't told elsewhere. */
export interface LatestPlace {
  readonly stateFolder: string;
  readonly prefix: string;
  readonly team: number;
  readonly about: 'check' | 'mark';
}

/** Where those files are, below the tool's state folder. */
export function latestFolder(stateFolder: string): string {
  return join(stateFolder, 'latest');
}

/** Keeps it in the place of what was there, whole or not at all. What can't be written is forgotten. */
export async function writeLatest(place: LatestPlace, latest: object): Promise<void> {
  const folder = latestFolder(place.stateFolder);
  const file = fileOf(place);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.part`, `${JSON.stringify(latest)}\n`, { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch {
    // Nobody asked for it: the checks or the mark themselves were told.
  }
}

/** Reads what was kept; null where nothing was, or nothing that can be read. */
export async function readLatest(place: LatestPlace): Promise<unknown> {
  try {
    return JSON.parse(await readFile(fileOf(place), 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Forgets what was kept. */
export async function removeLatest(place: LatestPlace): Promise<void> {
  await rm(fileOf(place), { force: true }).catch(() => undefined);
}

function fileOf({ stateFolder, prefix, team, about }: LatestPlace): string {
  return join(latestFolder(stateFolder), `${prefix}-${team}-${about}.json`);
}
