import type { Readable } from 'node:stream';

/** The command of the probe image that captures an interface to its standard output. */
export function captureCommand(interfaceName: string): readonly string[] {
  return ['capture', interfaceName];
}

/** What that command says while it works: tcpdump's words. */
export interface CaptureWords {
  /** Resolves to true once packets are captured, to false when it ended without. */
  readonly begun: Promise<boolean>;
  /** Resolves when it has ended. */
  readonly ended: Promise<CaptureReport>;
}

/** What it said in the end; without counts where it was not given the time to count. */
export interface CaptureReport {
  readonly packets: number | null;
  /** Packets that it was too slow for. */
  readonly dropped: number | null;
  /** All of it on one line, for people to read. */
  readonly said: string;
}

/** Follows the words on its standard error. */
export function captureWords(errors: Readable): CaptureWords {
  let said = '';
  let begin: (begun: boolean) => void = () => undefined;
  const begun = new Promise<boolean>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<CaptureReport>((resolve) => {
    errors.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listening on ')) begin(true);
    });
    const end = () => {
      begin(false);
      resolve({
        packets: counted(said, /^(\d+) packets? captured/m),
        dropped: counted(said, /^(\d+) packets? dropped by kernel/m),
        said: said.trim().replaceAll(/\s+/g, ' '),
      });
    };
    errors.once('end', end).once('close', end).once('error', end);
  });
  return { begun, ended };
}

function counted(said: string, pattern: RegExp): number | null {
  const [, number] = pattern.exec(said) ?? [];
  return number === undefined ? null : Number(number);
}
