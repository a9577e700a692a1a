import type { Connection } from '../../adapters/docker/connection.ts';
import { listSubmissions, readSubmission } from '../../adapters/files/submissions.ts';
import { labError } from '../../base/lab-error.ts';
import { submissionTeam } from '../../model/configuration/submission-team.ts';
import {
  knownStage,
  type LabDefinition,
  lastStage,
} from '../../model/definition/lab-definition.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { roomNames } from '../../model/numbering/names.ts';
import { type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import type { ReadLab } from '../read-lab.ts';
import { type HandIn, submittedHandIn, teamHandIn } from './hand-in.ts';
import { type NamedPapers, withNamed } from './papers/team-papers.ts';
import { keptHandIn } from './results/kept-hand-in.ts';

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

/** The files of teams as they are now, whether the teams are up or not. */
export function liveCandidates(
  teams: readonly TeamNumber[],
  { connection, prefix, image, definition, named = {} }: LiveTeams,
): readonly Candidate[] {
  return teams.map((team) => ({
    ...{ team, submission: null },
    take: async ({ id, holder }) => {
      const names = roomNames(prefix, team, id);
      const handIn = await teamHandIn({
        ...{ connection, prefix, team, image, definition, names, holder },
      });
      return { team, handIn: { ...handIn, papers: await withNamed(handIn.papers, named) } };
    },
  }));
}

/** Every hand-in of a folder; the team is the one given, or found out from each. */
export async function submissionCandidates(
  folder: string,
  team: TeamNumber | null,
  { definition }: ReadLab,
): Promise<readonly Candidate[]> {
  const stage = lastStage(definition);
  const { files: meant } = knownStage(definition, stage);
  const names = await listSubmissions(folder);
  if (names.length === 0) throw labError('submissions-none', { folder });
  return names.map((submission) => ({
    ...{ team, submission },
    take: async () => {
      const files = await readSubmission(folder, submission, meant);
      const found = team ?? submissionTeam(submission, files);
      if (found === null) throw labError('submission-team-unknown', { submission });
      return { team: teamNumber(found), handIn: await submittedHandIn(files, stage) };
    },
  }));
}

/** What an earlier grading has kept, to be graded again with the same seed. */
export function keptCandidates(
  folder: string,
  results: readonly Pick<GradeResult, 'team' | 'submission' | 'seed' | 'kept'>[],
): readonly Candidate[] {
  return results.map(({ team: number, submission, seed, kept }) => {
    const team = teamNumber(number);
    const take = async () => ({ team, handIn: await keptHandIn(folder, kept) });
    return { team, submission, seed, take };
  });
}
