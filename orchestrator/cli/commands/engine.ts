import {
  embeddedStatus,
  purgeEmbedded,
  startEmbedded,
  stopEmbedded,
} from '../../actions/engine/embedded-engine.ts';
import { EXIT } from '../exit-status.ts';
import type { Command } from '../session.ts';
import { engineData } from './json-data.ts';

/** `lab engine status`: whether the embedded engine runs, and where. */
export const engineStatusCommand: Command = async ({ console, work }) => {
  const status = await work([], embeddedStatus);
  const { state, detail } = console.phrases.engine;
  const size = status.dataSize === undefined ? '' : `${Math.round(status.dataSize / 1e6)} MB`;
  const details = [
    [detail.version, status.version ?? ''],
    [detail.address, status.state === 'absent' ? '' : `unix://${status.socket}`],
    [detail.pid, status.pid?.toString() ?? ''],
    [detail.data, size],
    [detail.missing, status.missing.join(', ')],
  ] as const;
  if (console.json) console.printData(engineData(status));
  else {
    console.print(state[status.state]);
    for (const [name, value] of details) {
      if (value !== '') console.print(`  ${name.padEnd(10)} ${value}`);
    }
  }
  return EXIT.done;
};

/** `lab engine start`: idempotent; installs what is missing, after asking. */
export const engineStartCommand: Command = async ({ console, work }) => {
  const { version } = await work([], async (bench) => {
    await startEmbedded(bench);
    return embeddedStatus(bench);
  });
  console.print(console.phrases.engine.started(version ?? '?'));
  return EXIT.done;
};

/** `lab engine stop`: no process, namespace, mount or rule is left behind. */
export const engineStopCommand: Command = async ({ console, work }) => {
  await work([], stopEmbedded);
  console.print(console.phrases.engine.stopped);
  return EXIT.done;
};

/** `lab engine purge`: stopped, and its images, containers and volumes deleted. */
export const enginePurgeCommand: Command = async ({ console, work }) => {
  const folder = await work([], purgeEmbedded);
  console.print(console.phrases.engine.purged(folder));
  return EXIT.done;
};
