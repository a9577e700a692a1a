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

/** A command that goes on in the PBX container; it ends when its pipe is destroyed. */
export interface PbxPipe extends AsyncIterable<Buffer> {
  readonly destroy: () => unknown;
}

/** Begins a command inside the PBX container that goes on until it is left. */
export type FollowInPbx = (command: readonly string[]) => Promise<PbxPipe>;
