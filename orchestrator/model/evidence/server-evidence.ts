/** Whether Asterisk is installed on a team's server, and by whom. */
export type ServerEvidence =
  /** The stage begins with it. */
  | { readonly by: 'tool' }
  /** Files without a server were handed in, or the server's container is gone. */
  | { readonly by: 'nobody' }
  /** It was for the team to do. */
  | {
      readonly by: 'team';
      /** What the server's list of packages says; null: not installed. */
      readonly version: string | null;
      /** What stands in the program's place: the package's own, something else, or nothing. */
      readonly program: 'own' | 'other' | 'absent';
    };

/** What Asterisk's console answered to one command. */
export interface ConsoleEvidence {
  readonly command: string;
  /** The first line of the answer; empty where there was none. */
  readonly said: string;
  /** The console knows the command. */
  readonly known: boolean;
}

/** The errors and warnings that Asterisk logged while it booted, and nothing later. */
export interface BootLog {
  /** False when the log shows no boot: nothing can be told from it. */
  readonly begun: boolean;
  /** `WARNING config.c: No '=' (equal sign) in line 16 of /etc/asterisk/users.conf`. */
  readonly lines: readonly string[];
}
