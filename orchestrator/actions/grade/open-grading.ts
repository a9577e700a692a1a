import { TEAM_IMAGES } from '../../model/images/image-folder.ts';
import { namedQuestions } from '../../model/marking/select-questions.ts';
import { openEngine } from '../engine/open-engine.ts';
import { ensureImages } from '../images/ensure-images.ts';
import { readLabDefinition } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';
import type { GradeRequest } from './grade.ts';
import { openRun, type RunKind } from './results/open-run.ts';
import { readSheet } from './sheet/read-sheet.ts';

/** The image that dissects what was captured. */
const PROBE = 'probe';

/** What was asked for, whoever is to be graded. */
export interface AskedGrading {
  readonly lab?: string | undefined;
  readonly engine?: string | undefined;
  /** `Q1.3-Q1.5,Q2.1`: only these, rescaled. */
  readonly questions?: string | undefined;
  readonly kind?: RunKind | undefined;
}

/** Everything that a grading needs before it knows whom: the lab, its scale, an engine with images, a run. */
export async function openGrading(
  bench: Workbench,
  asked: AskedGrading,
): Promise<
  Pick<
    GradeRequest,
    'connection' | 'registry' | 'lab' | 'sheet' | 'questions' | 'images' | 'probe' | 'run'
  >
> {
  const lab = await readLabDefinition(bench, asked.lab);
  const sheet = await readSheet(bench, lab, asked.lab);
  const { questions } = asked;
  // A name that the sheet doesn't have is told before anything runs.
  if (questions !== undefined) namedQuestions(sheet.scale, questions);
  const { connection, registry } = await openEngine(bench, { url: asked.engine, mayStart: true });
  const built = await ensureImages(bench, { connection, registry, names: [...TEAM_IMAGES, PROBE] });
  const tag = (name: string) => built.find((image) => image.name === name)?.tag ?? '';
  const images = { pbx: tag('pbx'), softphone: tag('softphone-sim') };
  return {
    connection,
    registry,
    lab,
    sheet,
    questions,
    images,
    probe: tag(PROBE),
    run: await openRun(bench, asked.kind ?? 'marks'),
  };
}
