import type { Attachments } from '../../submission/submission.ts';
import { applyEdits, type Mutated, type Texts } from '../apply-edits.ts';
import { type Edit, forTeam, type Mutant, PAPER_FILES } from '../mutant.ts';
import { cutCapture } from './cut-capture.ts';
import { moveCapture, type TeamNetwork } from './move-capture.ts';

/** What right labs hand in beside their files: answers, and the capture of a call of any team. */
export interface RightPapers {
  readonly answers: string;
  readonly capture: Buffer;
}

/** Everything that a lab hands in, and the places in its list of edits of those that changed nothing. */
export interface HandedIn extends Mutated {
  readonly attachments: Attachments;
}

/** What a mutant is made of. */
export interface Original extends TeamNetwork {
  readonly solution: Texts;
  /** Null: this lab's sheet asks for none. */
  readonly papers: RightPapers | null;
}

const TEAMS = 8;

/** Makes what a team with this lab hands in. Papers only where the lab is one that has some. */
export function handIn({ edits, papers: has }: Mutant, original: Original): HandedIn {
  const { solution, team } = original;
  const papers = has ? original.papers : null;
  const answers = papers === null ? [] : [[PAPER_FILES.answers, forTeam(papers.answers, team)]];
  const texts = new Map([...solution, ...(answers as [string, string][])]);
  const isPart = (edit: Edit) => edit.kind === 'lacks' || edit.kind === 'of';
  const { files, idle, ...made } = applyEdits(texts, edits, team);
  const cut = papers === null ? null : cutAsEdited(papers.capture, edits.filter(isPart), original);
  const isIdle = (index: number) => {
    const edit = edits[index];
    if (edit === undefined || !isPart(edit)) return true;
    return cut === null || edit.file !== PAPER_FILES.capture || cut.idle.includes(edit);
  };
  const written = files.get(PAPER_FILES.capture) ?? cut?.capture;
  const answered = files.get(PAPER_FILES.answers);
  const paper = (path: string, bytes: Uint8Array | undefined) =>
    bytes === undefined ? [] : [{ path, bytes }];
  const own: readonly string[] = Object.values(PAPER_FILES);
  return {
    ...made,
    files: new Map([...files].filter(([file]) => !own.includes(file))),
    idle: idle.filter(isIdle),
    attachments: {
      captures: paper(PAPER_FILES.capture, written),
      answers: paper(PAPER_FILES.answers, answered),
      reports: [],
    },
  };
}

/** The team's own call, without the parts that edits take away. */
function cutAsEdited(capture: Buffer, edits: readonly Edit[], { base, team }: TeamNetwork) {
  const idle: Edit[] = [];
  const other = edits.some(({ kind }) => kind === 'of');
  let made = moveCapture(capture, { base, team: other ? (team % TEAMS) + 1 : team });
  for (const edit of edits) {
    if (edit.kind !== 'lacks') continue;
    const before = made.length;
    made = cutCapture(made, edit.lacks);
    if (made.length === before) idle.push(edit);
  }
  return { capture: made, idle };
}
