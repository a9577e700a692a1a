/** The variables a command is given. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How to run a command. */
export interface CommandOptions {
  /** Milliseconds until it is stopped with an error; 30 s unless said. */
  readonly within?: number;
  /** Text for its standard input; without it the input is empty. */
  readonly input?: string;
  /** Variables besides those of the tool itself. */
  readonly env?: Environment;
  readonly signal?: AbortSignal;
  /** Hands the terminal over to the command instead of capturing what it says. */
  readonly terminal?: boolean;
  /** Told every line that the command prints, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Gives it a process group of its own: a few commands end their whole group when they fail. */
  readonly ownGroup?: boolean;
  /** Takes a status other than 0 as an answer, not as an error. */
  readonly mayFail?: boolean;
}

/** What a command that came to its end left. */
export interface CommandOutcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to hold a command: its first line says that it is ready. */
export interface HoldOptions {
  readonly env?: Environment;
  /** Milliseconds until the first line must have come. */
  readonly within: number;
}

/** Where a daemon writes. */
export interface LaunchOptions {
  readonly log: string;
  readonly env?: Environment;
}

/** A process that outlives the tool. */
export interface LaunchedDaemon {
  readonly pid: number;
  readonly exited: () => boolean;
}
