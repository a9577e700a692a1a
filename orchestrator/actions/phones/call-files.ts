import type { Connection } from '../../adapters/docker/connection.ts';
import { getFiles, putFiles } from '../../adapters/docker/container-files.ts';
import { exec } from '../../adapters/docker/exec.ts';
import type { CallFiles } from '../../adapters/softphone/call-request.ts';
import type { OpenPhone } from './open-phones.ts';

/** What a softphone says when nobody gives it a voice; the station's image has it. */
const SILENCE = '/usr/share/lab/silence.wav';

/** How the voices and recordings of these phones get into and out of their stations. */
export function callFiles(connection: Connection, phones: readonly OpenPhone[]): CallFiles {
  const placeOf = (name: string) => {
    const phone = phones.find(({ line }) => line.extension === name);
    if (phone === undefined) throw new TypeError(`no softphone for line ${name}`);
    const { station, line } = phone;
    return { container: station.container, slot: String(line.slot), folder: `/lines/${line.slot}` };
  };
  return {
    idleVoice: SILENCE,
    putVoice: async (name, wave) => {
      const { container, slot, folder } = placeOf(name);
      const path = `${folder}/voice.wav`;
      await Promise.all([
        putFiles(connection, container, [{ path, content: wave }]),
        exec(connection, { container, command: ['line', 'clean', slot] }),
      ]);
      return path;
    },
    fetchHeard: async (name) => {
      const { container, folder } = placeOf(name);
      const files = await getFiles(connection, container, `${folder}/rec`);
      // sndfile writes what was sent (`-enc`) and what was heard (`-dec`); the name begins with the time.
      return files
        .filter(({ path }) => path.endsWith('-dec.wav'))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ content }) => content);
    },
  };
}
