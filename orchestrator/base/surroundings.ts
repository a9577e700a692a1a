/** What a verb may know of the machine and the person; made once, in main.ts. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Node's version without the `v`. */
  readonly nodeVersion: string;
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
}
