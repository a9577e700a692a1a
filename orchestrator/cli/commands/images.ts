import { resolve } from 'node:path';
import { openEngine } from '../../actions/engine/open-engine.ts';
import { ensureImages } from '../../actions/images/ensure-images.ts';
import { imageStatuses, loadSavedImages, saveCurrentImages } from '../../actions/images/images.ts';
import { IMAGE_NAMES } from '../../model/images/image-folder.ts';
import { textTable } from '../../reports/text-table.ts';
import { EXIT } from '../exit-status.ts';
import type { Command, Session } from '../session.ts';
import { imagesData } from './json-data.ts';

/** `lab images build`: all images, the missing and stale ones built. */
export const imagesBuildCommand: Command = async ({ options, console, work }) => {
  const images = await work([], async (bench) => {
    const { connection, registry } = await openEngine(bench, {
      url: options.engine,
      mayStart: true,
    });
    return ensureImages(bench, { connection, registry, names: IMAGE_NAMES });
  });
  const words = console.phrases.images;
  if (console.json) console.printData(imagesData(images));
  else {
    for (const { tag, built } of images)
      console.print(built ? words.built(tag) : words.present(tag));
  }
  return EXIT.done;
};

/** `lab images list`: what the engine has, and whether it is current. */
export const imagesListCommand: Command = async ({ options, console, surroundings, work }) => {
  const images = await work([], async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return imageStatuses(connection, surroundings.installFolder);
  });
  const { headings, current, old, none } = console.phrases.images;
  if (console.json) console.printData(imagesData(images));
  else if (images.length === 0) console.print(none);
  else {
    const rows = images.map((image) => [
      image.tag,
      `${Math.round(image.size / 1e6)} MB`,
      image.current ? current : old,
    ]);
    console.print(textTable([headings.tag, headings.size, headings.state], rows));
  }
  return EXIT.done;
};

/** `lab images save FILE`: for a machine without a network. */
export const imagesSaveCommand: Command = async (session) => {
  const { options, console, surroundings, work } = session;
  const file = fileOf(session);
  await work([], async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    await saveCurrentImages(connection, surroundings.installFolder, file);
  });
  console.print(console.phrases.images.saved(file));
  return EXIT.done;
};

/** `lab images load FILE`: what `save` wrote elsewhere. */
export const imagesLoadCommand: Command = async (session) => {
  const { options, console, work } = session;
  const file = fileOf(session);
  await work([], async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: true });
    await loadSavedImages(connection, file);
  });
  console.print(console.phrases.images.loaded(file));
  return EXIT.done;
};

function fileOf({ surroundings, arguments: words }: Session): string {
  return resolve(surroundings.cwd, words[0] ?? '');
}
