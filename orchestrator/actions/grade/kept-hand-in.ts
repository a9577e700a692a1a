import { readKept } from '../../adapters/files/results/find-result.ts';
import type { ResultRun } from '../../adapters/files/results/result-run.ts';
import { unpackTar } from '../../model/archives/tar.ts';
import { type HandIn, handInOf } from './hand-in.ts';

const FILES = 'configuration.tar';
const ABOUT = 'hand-in.json';

/** What has to be known of a snapshot besides its files. */
type About = Pick<HandIn, 'handedIn' | 'stage' | 'hash'> & {
  readonly extent: HandIn['configuration']['extent'];
  readonly folder: string;
};

/** Keeps a hand-in with a result, so that it can be graded again. */
export async function keepHandIn(run: ResultRun, name: string, handIn: HandIn): Promise<void> {
  const { configuration, handedIn, stage, hash, snapshot } = handIn;
  const { extent } = configuration;
  const about: About = { handedIn, stage, hash, extent, folder: snapshot.folder };
  await run.keep(`${name}/${FILES}`, snapshot.tar);
  await run.keep(`${name}/${ABOUT}`, `${JSON.stringify(about, null, 1)}\n`);
}

/** A hand-in as it was kept with a result. */
export async function keptHandIn(folder: string, name: string): Promise<HandIn> {
  const [tar, text] = await Promise.all([
    readKept(folder, `${name}/${FILES}`),
    readKept(folder, `${name}/${ABOUT}`),
  ]);
  const about = JSON.parse(text.toString('utf8')) as About;
  const { extent, handedIn, stage } = about;
  const snapshot = { folder: about.folder, tar };
  return handInOf({
    extent,
    snapshot,
    entries: await unpackTar(tar),
    handedIn: () => handedIn,
    stage,
  });
}
