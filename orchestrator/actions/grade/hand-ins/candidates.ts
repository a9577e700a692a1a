import type { Connection } from '../../../adapters/docker/connection.ts';
import type { LabDefinition } from '../../../model/definition/lab-definition.ts';
import type { GradeResult } from '../../../model/marking/grade-result.ts';
import { roomNames } from '../../../model/numbering/names.ts';
import { type TeamNumber, teamNumber } from '../../../model/numbering/team-number.ts';
import type { SubmissionNote } from '../../../model/submission/submission.ts';
import { type NamedPapers, withNamed } from '../papers/team-papers.ts';
import { keptHandIn } from '../results/kept-hand-in.ts';
import { type HandIn, teamHandIn } from './hand-in.ts';

/** One that is to be graded, and how to get at what was handed in. */
export interface Candidate {
  /** Known before anything is read, where it is. */
  readonly team: TeamNumber | null;
  readonly submission: string | null;
  /** What voices and wrong secrets are drawn from; undefined: anything. */
  readonly seed?: number | undefined;
  readonly take: (taking: Taking) => Promise<Taken>;
}

/** The names that a grading's containers get. */
export interface Taking {
  readonly id: string;
  readonly holder: string;
}

/** What was handed in, and by which team. */
export interface Taken {
  readonly team: TeamNumber;
  readonly handIn: HandIn;
  readonly notes: readonly SubmissionNote[];
}

/** Where live teams are. */
export interface LiveTeams {
  readonly connection: Connection;
  readonly prefix: string;
  readonly image: string;
  readonly definition: LabDefinition;
  /** A capture and answers to judge in the place of those that the team has in its home. */
  readonly named?: NamedPapers | undefined;
}

/** Everything there is to grade. Disposing closes what it is read from. */
export interface Intake extends Disposable {
  readonly candidates: readonly Candidate[];
}

/** The files of teams as they are now, whether the teams are up or not. */
export function liveIntake(
  teams: readonly TeamNumber[],
  { connection, prefix, image, definition, named = {} }: LiveTeams,
): Intake {
  const candidates = teams.map((team) => ({
    ...{ team, submission: null },
    take: async ({ id, holder }: Taking): Promise<Taken> => {
      const names = roomNames(prefix, team, id);
      const request = { connection, prefix, team, image, definition, names, holder };
      const handIn = await teamHandIn(request);
      const papers = await withNamed(handIn.papers, named);
      return { team, handIn: { ...handIn, papers }, notes: [] };
    },
  }));
  return { candidates, [Symbol.dispose]: () => undefined };
}

/** What an earlier grading has kept, to be graded again with the same seed. */
export function keptCandidates(
  folder: string,
  results: readonly Pick<GradeResult, 'team' | 'submission' | 'seed' | 'kept'>[],
): readonly Candidate[] {
  return results.map(({ team: number, submission, seed, kept }) => {
    const team = teamNumber(number);
    const take = async () => ({ team, handIn: await keptHandIn(folder, kept), notes: [] });
    return { team, submission, seed, take };
  });
}

/** What there is to say of hand-ins of one team: each was graded, and there are others. */
export function sameTeamNotes(
  team: number | null,
  submission: string | null,
  all: readonly { readonly team: number | null; readonly submission: string | null }[],
): readonly SubmissionNote[] {
  if (team === null || submission === null) return [];
  const others = all
    .filter((one) => one.team === team && one.submission !== submission)
    .flatMap((one) => one.submission ?? []);
  return others.length === 0 ? [] : [{ code: 'same-team', team, others }];
}
