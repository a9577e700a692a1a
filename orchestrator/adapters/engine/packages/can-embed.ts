import type { EmbedObstacle } from '../../../base/problems/environment-problems.ts';
import { isDebianLike, type MachineFacts } from '../platform.ts';

/** What decides whether the embedded engine can run here. */
export interface EmbedFacts extends MachineFacts {
  readonly hasAptGet: boolean;
  /** The text of /proc/self/mountinfo. */
  readonly mountinfo: string;
  readonly missing: readonly string[];
}

/**
 * The first thing that keeps the embedded engine from running here, or undefined. Debian is asked
 * for only where something has still to be installed.
 */
export function embedObstacle(facts: EmbedFacts): EmbedObstacle | undefined {
  if (facts.system !== 'linux') return 'not-linux';
  if (facts.uid !== 0) return 'not-root';
  const canInstall = facts.hasAptGet && isDebianLike(facts.osRelease);
  if (facts.missing.length > 0 && !canInstall) return 'not-debian';
  return / - cgroup2? /.test(facts.mountinfo) ? undefined : 'no-cgroups';
}
