import { basename, resolve } from 'node:path';
import { bundle } from '../../../actions/bundle/bundle.ts';
import { catalogue } from '../../../i18n/language.ts';
import { EXIT } from '../../exit-status.ts';
import type { Command } from '../../session.ts';

/** `lab bundle FILE`: the tool, its images and its labs for machines without a network. */
export const bundleCommand: Command = async (session) => {
  const { options, console, surroundings, work } = session;
  const file = resolve(surroundings.cwd, session.arguments[0] ?? '');
  const installer = (language: 'fr' | 'en') => catalogue(language).phrases.bundle.installer;
  const words = { fr: installer('fr'), en: installer('en') };
  const made = await work([], (bench) => bundle(bench, { file, engine: options.engine, words }));
  const told = console.phrases.bundle;
  const { system, bytes, node } = made;
  console.print(told.written({ file, megabytes: Math.round(bytes / 1e6), system }));
  console.print(node === null ? told.withoutNode : told.withNode(node.version));
  if (node?.licence === false) console.print(told.licenceMissing(node.version));
  console.print(told.next(basename(file)));
  return EXIT.done;
};
