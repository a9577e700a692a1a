import type { Connection } from '../../adapters/docker/connection.ts';
import { loadImages } from '../../adapters/docker/images.ts';
import { openShelf } from '../../adapters/files/bundle/shelf.ts';
import { inPhase } from '../../base/event.ts';
import type { Workbench } from '../workbench.ts';

/** Loads the images that the tool came with, in a bundle; false: it came without. */
export async function loadShelved(
  { surroundings, emit, clock }: Workbench,
  connection: Connection,
): Promise<boolean> {
  const shelf = await openShelf(surroundings.installFolder);
  if (shelf === null) return false;
  const context = { phase: 'images', team: null, emit, now: clock.now } as const;
  await inPhase(context, () => loadImages(connection, shelf));
  return true;
}
