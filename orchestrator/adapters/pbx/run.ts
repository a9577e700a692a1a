/** Runs a command inside the PBX container. Handed in, so that this folder needs no engine. */
export type RunInPbx = (command: readonly string[]) => Promise<{
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}>;
