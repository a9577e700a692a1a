import pLimit from 'p-limit';

/** Lets work begin once there is room for it, in the order of asking. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * How much is asked of one engine's machine at a time, for however many teams: a lane for each kind
 * of work, so that none of a kind is begun while it could only slow down those before it.
 */
export interface Budget {
  /** Engine calls that make or remove something. */
  readonly changes: Lane;
  /** Teams whose containers are made and whose Asterisk boots. */
  readonly boots: Lane;
  /** Telephone calls that a check makes. */
  readonly calls: Lane;
  /** Done once no change is under way or waits for its turn. */
  readonly quiet: () => Promise<void>;
  /** Done once no team's Asterisk boots or waits for its turn. */
  readonly booted: () => Promise<void>;
}

/**
 * Room in each lane for every core. More container starts at once gain nothing on two cores; teams
 * mostly wait for those; calls mostly wait for rings and speech: with 2 a core eight teams' checks
 * took half as long again as with 8.
 */
const FOR_EACH_CORE = { changes: 2, boots: 4, calls: 16 };

/** The budget of a machine with so many cores. */
export function budgetOf(cores: number): Budget {
  const { changes, boots, calls } = FOR_EACH_CORE;
  const [changing, booting] = [watched(pLimit(changes * cores)), watched(pLimit(boots * cores))];
  return {
    changes: changing.lane,
    boots: booting.lane,
    calls: pLimit(calls * cores),
    quiet: changing.empty,
    booted: booting.empty,
  };
}

/** A lane that tells when nothing is in it any more. */
function watched(inner: Lane): { readonly lane: Lane; readonly empty: () => Promise<void> } {
  let open = 0;
  const waiting: (() => void)[] = [];
  return {
    lane: async (work) => {
      open += 1;
      try {
        return await inner(work);
      } finally {
        open -= 1;
        if (open === 0) for (const done of waiting.splice(0)) done();
      }
    },
    empty: () => (open === 0 ? Promise.resolve() : new Promise((done) => waiting.push(done))),
  };
}
