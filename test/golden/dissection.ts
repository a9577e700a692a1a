import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../orchestrator/model/ladder/fixtures');

/** What tshark printed of a capture on a team's bridge; `direct` and `relayed` is how the voices went. */
export function dissection(name: 'direct' | 'relayed'): string {
  return readFileSync(join(fixtures, `${name}.dissection`), 'utf8');
}
