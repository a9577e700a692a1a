import type { ProofKeeper } from '../../../model/proof/proof.ts';

/** Keeps proofs in a folder beside a result; `write` takes a path as the result names it. */
export function proofKeeper(
  folder: string,
  write: (path: string, content: Uint8Array) => Promise<void>,
): ProofKeeper {
  return {
    keep: async (name, content) => {
      const path = `${folder}/proof/${name}`;
      await write(path, content);
      return path;
    },
  };
}
