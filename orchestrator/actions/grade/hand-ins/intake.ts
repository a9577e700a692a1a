import { openSubmissions } from '../../../adapters/files/submissions/open-submissions.ts';
import { labError } from '../../../base/lab-error.ts';
import type { ClassList } from '../../../model/class-list/class-list.ts';
import { findStudents } from '../../../model/class-list/find-students.ts';
import { teamInFiles, teamInName } from '../../../model/configuration/submission-team.ts';
import {
  knownStage,
  type LabDefinition,
  lastStage,
} from '../../../model/definition/lab-definition.ts';
import { type TeamNumber, teamNumber } from '../../../model/numbering/team-number.ts';
import type { Submission } from '../../../model/submission/submission.ts';
import type { Intake, Taken, Taking } from './candidates.ts';
import { submittedHandIn } from './hand-in.ts';
import { type PristinePlace, pristineFiles } from './pristine-files.ts';

/** Whose hand-ins, and how their teams are told. */
export interface IntakeRequest {
  readonly definition: LabDefinition;
  readonly submissions: string;
  /** The team of all of them; null: each says its own. */
  readonly team: TeamNumber | null;
  readonly classList: ClassList | null;
  /** Where what Asterisk is installed with can be read. */
  readonly pristine: PristinePlace;
}

/** Opens what was handed in; each hand-in is read when its turn comes. */
export async function openIntake(request: IntakeRequest): Promise<Intake> {
  const { definition, submissions, team } = request;
  const stage = lastStage(definition);
  const { files: meant } = knownStage(definition, stage);
  const opened = await openSubmissions(submissions, meant);
  const installed = pristineFiles(request.pristine);
  const candidates = opened.handIns.map(({ name, read }) => ({
    ...{ team, submission: name },
    take: async (taking: Taking): Promise<Taken> => {
      const submission = await read();
      const found = teamOf(submission, request);
      const { configuration, attachments, notes } = submission;
      const about = { stage, installed: await installed(found, taking) };
      return {
        team: found,
        handIn: await submittedHandIn(configuration, attachments, about),
        notes,
      };
    },
  }));
  return { candidates, [Symbol.dispose]: () => opened[Symbol.dispose]() };
}

/** The team asked for, else that of its students, else what a name says, else what the files agree on. */
function teamOf(
  { name, names, configuration }: Submission,
  { team, classList }: IntakeRequest,
): TeamNumber {
  const said = names.map(teamInName).find((one) => one !== null) ?? null;
  const found = team ?? teamInClass(classList, name) ?? said ?? teamInFiles(configuration);
  if (found === null) throw labError('submission-team-unknown', { submission: name });
  return teamNumber(found);
}

/** Students of several teams tell no team. */
function teamInClass(list: ClassList | null, name: string): number | null {
  const teams = list === null ? [] : findStudents(list, name).map(({ team }) => team);
  const [only, ...others] = new Set(teams);
  return only === undefined || others.length > 0 ? null : only;
}
