import type {
  BootEvidence,
  CallEvidence,
  ConsultEvidence,
  DepositEvidence,
  IntrusionEvidence,
  ReachEvidence,
  RegistrationEvidence,
} from '../model/evidence/evidence.ts';
import type { BootLog, ConsoleEvidence } from '../model/evidence/server-evidence.ts';
import type { Message } from '../model/voicemail/message.ts';

/**
 * Everything that a check may do to a lab, and the only way in which it can. A probe returns what it
 * saw and judges nothing; trouble that is not the lab's is a `LabError`.
 */
export interface Probes {
  /** When the run began by the PBX's clock, in seconds since 1970: nothing that it leaves is older. */
  readonly since: () => number;
  /** Extensions whose phones may not be touched now, each with the station that is in use. */
  readonly inUse: ReadonlyMap<string, string>;
  /** A number that nobody can guess, 0 to 1, the same for the same seed. */
  readonly random: () => number;
  readonly boot: () => Promise<BootEvidence>;
  /** What Asterisk complained of when it booted, before anybody had called. */
  readonly bootLog: () => Promise<BootLog>;
  /** Types a command at Asterisk's console. */
  readonly askConsole: (command: string) => Promise<ConsoleEvidence>;
  /** Registers the phone of an extension anew, with the account that the plan gives it. */
  readonly register: (extension: string) => Promise<RegistrationEvidence>;
  /** Tries an extension with a wrong secret, on a phone that has nothing to do with the others. */
  readonly intrude: (extension: string, number: string) => Promise<IntrusionEvidence>;
  /**
   * Registers under a name that is nobody's extension, beside a line, with a wrong secret or that of
   * the line's own account; null: no answer came.
   */
  readonly registerAs: (
    name: string,
    beside: string,
    secret: 'wrong' | 'own',
  ) => Promise<string | null>;
  readonly call: (request: CallRequest) => Promise<CallEvidence>;
  /** Dials another phone, only to see whether it rings. */
  readonly reach: (caller: string, callee: string) => Promise<ReachEvidence>;
  readonly leaveMessage: (request: MessageRequest) => Promise<DepositEvidence>;
  readonly consult: (request: ConsultRequest) => Promise<ConsultEvidence>;
  /** Puts a message into a box as if its owner had been called; tells how many are played before it. */
  readonly arrange: (box: Box) => Promise<{ readonly before: number }>;
  /** The messages of this run as they were at the last look. */
  readonly lastSeen: () => readonly FoundMessage[];
  /** Looks for the messages of this run until they satisfy, or for `within` ms. */
  readonly messages: (
    enough: (found: readonly FoundMessage[]) => boolean,
    within: number,
  ) => Promise<readonly FoundMessage[]>;
}

/** A call that is to be answered. */
export interface CallRequest {
  readonly caller: string;
  readonly callee: string;
  readonly hangUpBy: 'caller' | 'callee';
}

/** A call that is not to be answered; the callee rings for `ringAtMost` ms at most. */
export interface MessageRequest {
  readonly caller: string;
  readonly callee: string;
  readonly manner: DepositEvidence['manner'];
  readonly ringAtMost: number;
}

/** A visit to voicemail, listening for the message of a voice. */
export interface ConsultRequest {
  readonly caller: string;
  readonly number: string;
  readonly steps: readonly { readonly keys: string; readonly listen: number }[];
  readonly voice: string;
}

/** A mailbox, and the voice of the message that is meant. */
export interface Box {
  readonly context: string;
  readonly mailbox: string;
  readonly voice: string;
}

/** A message that carries a signature of this run: whose voice, for how many seconds. */
export type FoundMessage = Omit<Message, 'sound' | 'text'> & {
  /** How many messages voicemail plays before it. */
  readonly before: number;
  readonly voice: string;
  readonly heard: number;
  readonly seconds: number;
};

/** The voice that an extension leaves messages with; another one than it has in calls. */
export function messageVoice(extension: string): string {
  return `${extension}/message`;
}

/** The voice of a message put into an extension's box to see whether voicemail knows the box. */
export function knownVoice(extension: string): string {
  return `${extension}/known`;
}

/** The voice of the message that is put into an extension's box. */
export function arrangedVoice(extension: string): string {
  return `${extension}/arranged`;
}
