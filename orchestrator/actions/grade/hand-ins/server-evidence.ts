import type { Connection } from '../../../adapters/docker/connection.ts';
import { getOneFile } from '../../../adapters/docker/container-files.ts';
import { installedVersion } from '../../../model/configuration/installed-version.ts';
import type { ServerEvidence } from '../../../model/evidence/server-evidence.ts';

/** Which server to look at, and what to measure it by. */
export interface ServerRequest {
  /** The stage begins with Asterisk: there is nothing to see. */
  readonly installed: boolean;
  readonly server: string;
  /** A container of the very image that the bare server's packages were made from. */
  readonly pristine: string;
}

const STATUS = '/var/lib/dpkg/status';
const PROGRAM = '/usr/sbin/asterisk';
/** Many times what either has. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Looks whether a team has installed Asterisk, only at files that the engine hands out: whatever runs
 * on the server has no say in it.
 */
export async function serverEvidence(
  connection: Connection,
  { installed, server, pristine }: ServerRequest,
): Promise<ServerEvidence> {
  if (installed) return { by: 'tool' };
  const read = (container: string, path: string) =>
    getOneFile(connection, { container, path, most: MOST_BYTES });
  const [status, found, own] = await Promise.all([
    read(server, STATUS),
    read(server, PROGRAM),
    read(pristine, PROGRAM),
  ]);
  if (status === null) return { by: 'nobody' };
  const version = installedVersion(Buffer.from(status).toString('utf8'), 'asterisk');
  if (found === null) return { by: 'team', version, program: 'absent' };
  const same = own !== null && Buffer.from(found).equals(Buffer.from(own));
  return { by: 'team', version, program: same ? 'own' : 'other' };
}
