/** What a verb may know of the machine and the person; made once, in main.ts. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Node's version without the `v`. */
  readonly nodeVersion: string;
  /** The Node that runs the tool; it can be taken elsewhere when it needs no library of this system. */
  readonly node: { readonly executable: string; readonly portable: boolean };
  /** The numeric user id; null where the system has none. */
  readonly uid: number | null;
  readonly home: string;
  readonly cwd: string;
  /** Where this tool is installed: templates, labs and images are in it. */
  readonly installFolder: string;
  /** Where the tool keeps what is made of labs, and the embedded engine. */
  readonly stateFolder: string;
  /** The IPv4 subnets of this machine's own interfaces. */
  readonly interfaces: () => readonly { readonly name: string; readonly subnet: string }[];
  /** This machine's memory in bytes: all of it, and what programs could still have. */
  readonly memory: () => { readonly total: number; readonly free: number };
  /** Who is at work here, for others who want the same team. */
  readonly identity: () => ProcessIdentity;
  /** True while the process of this machine that began at this time lives. */
  readonly lives: (process: Pick<ProcessIdentity, 'pid' | 'started'>) => boolean;
}

/** One process of one machine, told so that others can find out whether it still lives. */
export interface ProcessIdentity {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** Which boot of which machine; empty where the system doesn't say. */
  readonly boot: string;
  /** When that boot was, in seconds since 1970; 0 where the system doesn't say. */
  readonly bootTime: number;
  /** Which processes it sees: a pid means nothing elsewhere. Empty where the system doesn't say. */
  readonly namespace: string;
  /** When the process began, in the kernel's own count: pids are given out again. */
  readonly started: string;
}
