import { readKept } from '../../../adapters/files/results/find-result.ts';
import type { ResultRun } from '../../../adapters/files/results/result-run.ts';
import { unpackTar } from '../../../model/archives/tar.ts';
import type { PaperFile, Papers } from '../../../model/evidence/papers.ts';
import { type HandIn, handInOf } from '../hand-ins/hand-in.ts';

const FILES = 'configuration.tar';
const ABOUT = 'hand-in.json';

/** A paper that was kept: how it was called, and the file that holds it now. */
interface KeptPaper {
  readonly path: string;
  readonly file: string;
}

/** What has to be known of a hand-in besides its files. */
type About = Pick<HandIn, 'handedIn' | 'stage' | 'hash' | 'server'> & {
  readonly extent: HandIn['configuration']['extent'];
  readonly folder: string;
  readonly captures: readonly KeptPaper[];
  readonly answers: KeptPaper | null;
  readonly oversized: Papers['oversized'];
  readonly reports: readonly KeptPaper[];
  readonly logger: string | null;
};

/** Keeps a hand-in with a result, so that it can be graded again. */
export async function keepHandIn(run: ResultRun, name: string, handIn: HandIn): Promise<void> {
  const { configuration, handedIn, stage, hash, snapshot, papers, reports, server, logger } =
    handIn;
  const { extent } = configuration;
  const keep = async ({ path, bytes }: PaperFile, file: string): Promise<KeptPaper> => {
    await run.keep(`${name}/${file}`, bytes);
    return { path, file };
  };
  const captures: KeptPaper[] = [];
  for (const capture of papers.captures) {
    // Students name their files as they like: what tells them apart here is their order.
    captures.push(await keep(capture, `capture-${captures.length + 1}.pcap`));
  }
  const answers = papers.answers === null ? null : await keep(papers.answers, 'answers.yaml');
  const kept: KeptPaper[] = [];
  for (const report of reports) {
    const [ending = ''] = /\.[a-z0-9]{1,5}$/i.exec(report.path) ?? [];
    kept.push(await keep(report, `report-${kept.length + 1}${ending}`));
  }
  const about: About = {
    ...{ handedIn, stage, hash, server, extent, folder: snapshot.folder },
    logger: logger === null ? null : Buffer.from(logger).toString('base64'),
    ...{ captures, answers, oversized: papers.oversized, reports: kept },
  };
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
  const { extent, handedIn, stage, oversized, server } = about;
  const paper = async ({ path, file }: KeptPaper): Promise<PaperFile> => {
    return { path, bytes: await readKept(folder, `${name}/${file}`) };
  };
  const captures = await Promise.all(about.captures.map(paper));
  const answers = about.answers === null ? null : await paper(about.answers);
  const reports = await Promise.all(about.reports.map(paper));
  return handInOf({
    ...{ extent, snapshot: { folder: about.folder, tar }, entries: await unpackTar(tar) },
    ...{ server, logger: about.logger === null ? null : Buffer.from(about.logger, 'base64') },
    ...{ handedIn: () => handedIn, stage, papers: { captures, answers, oversized }, reports },
  });
}
