/** Runs a command inside the PBX container. Handed in, so that this folder needs no engine. */
export type RunInPbx = (
  command: readonly string[],
  stdin?: string,
) => Promise<{
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}>;

/** Runs a command inside the PBX container for the bytes that it prints. */
export type ReadFromPbx = (command: readonly string[]) => Promise<{
  readonly stdout: Uint8Array;
  readonly stderr: string;
}>;
