import type { Connection } from '../../../adapters/docker/connection.ts';
import { getFiles } from '../../../adapters/docker/container-files.ts';
import { openReadingRoom } from '../../../adapters/docker/reading-room.ts';
import type { ConfigurationFiles } from '../../../model/configuration/configuration-text.ts';
import { LABELS, ROOM_ROLES, roomNames } from '../../../model/numbering/names.ts';
import type { TeamNumber } from '../../../model/numbering/team-number.ts';
import type { Taking } from './candidates.ts';
import { belowAsterisk } from './hand-in.ts';
import { PRISTINE } from './pristine-place.ts';

/** Where those files are. */
export interface PristinePlace {
  readonly connection: Connection;
  readonly prefix: string;
  readonly image: string;
}

/** Reads what Asterisk is installed with, once for all that ask: who hands that in has written nothing. */
export function pristineFiles({ connection, prefix, image }: PristinePlace) {
  let reading: Promise<ConfigurationFiles> | undefined;
  const read = async (team: TeamNumber, { id, holder }: Taking) => {
    await using room = await openReadingRoom(connection, {
      ...{ name: roomNames(prefix, team, id).reading, prefix, team, image, volumes: [] },
      labels: { [LABELS.role]: ROOM_ROLES.reading, [LABELS.holder]: holder },
    });
    return belowAsterisk(await getFiles(connection, room.container, PRISTINE));
  };
  return (team: TeamNumber, taking: Taking): Promise<ConfigurationFiles> => {
    reading ??= read(team, taking);
    return reading;
  };
}
