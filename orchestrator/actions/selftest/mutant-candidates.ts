import { lastStage } from '../../model/definition/lab-definition.ts';
import type { Mutant } from '../../model/mutants/mutant.ts';
import { handIn, type RightPapers } from '../../model/mutants/papers/hand-in.ts';
import { ALL_TEAMS, type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import type { Candidate } from '../grade/hand-ins/candidates.ts';
import { submittedHandIn } from '../grade/hand-ins/hand-in.ts';
import type { ReadLab } from '../read-lab.ts';
import { originalOf } from './read-mutants.ts';

/** One grading of the self-test: a lab and the team that hands it in. */
export interface Trial {
  readonly mutant: Mutant;
  readonly team: TeamNumber;
  /** Counts from 1; the same lab may be graded several times. */
  readonly repeat: number;
}

/** Every lab as often as asked. Without a team, the eight teams take turns: all numbers are tried. */
export function trialsOf(
  mutants: readonly Mutant[],
  { team, repeat }: { readonly team: TeamNumber | undefined; readonly repeat: number },
): readonly Trial[] {
  return Array.from({ length: repeat }, (_, round) =>
    mutants.map((mutant, index) => ({
      mutant,
      team: team ?? teamNumber((index % ALL_TEAMS.length) + 1),
      repeat: round + 1,
    })),
  ).flat();
}

/** Where labs are handed in: captures are of the network that grading has. */
export interface MutantSetting {
  readonly lab: ReadLab;
  readonly base?: string | undefined;
  readonly papers: RightPapers | null;
}

/** Trials as hand-ins, to be graded like any other. */
export function mutantCandidates(
  { lab, base, papers }: MutantSetting,
  trials: readonly Trial[],
): readonly Candidate[] {
  const stage = lastStage(lab.definition);
  return trials.map(({ mutant, team, repeat }) => ({
    team,
    submission: repeat === 1 ? mutant.id : `${mutant.id}-${repeat}`,
    take: async () => {
      const { files, attachments } = handIn(mutant, { ...originalOf(lab, team, base), papers });
      return {
        team,
        handIn: await submittedHandIn(files, attachments, {
          stage,
          installed: new Map(),
        }),
        notes: [],
      };
    },
  }));
}
