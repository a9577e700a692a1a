/** What a capture of a call has to have in it. */
export type CapturePart = 'registration' | 'setup' | 'voice' | 'end';

/** Why a capture that was handed in came out as it did: code → facts. */
export interface CaptureReasons {
  // pass
  'capture-whole': CapturedCall;

  // partial, or fail where too little of a call is left
  'capture-no-setup': Incomplete & { readonly lacks: string };
  'capture-one-way': Incomplete & { readonly from: string; readonly to: string };
  'capture-no-voice': Incomplete;
  'capture-no-end': Incomplete & { readonly lacks: string };
  'capture-no-registration': Incomplete & { readonly lacks: string };
  'capture-to-voicemail': Incomplete & { readonly number: string };
  /** Packets were cut when they were captured, and what is missing stood behind the cut. */
  'capture-packets-cut': Incomplete & { readonly packets: number };

  // fail
  'capture-no-sip': CaptureFile;
  'capture-no-call': CaptureFile;
  'capture-no-pbx': CaptureFile & { readonly expected: string };
  'capture-other-team': CaptureFile & { readonly team: number; readonly found: string };
  'capture-other-network': CaptureFile & { readonly found: string; readonly expected: string };
  'capture-other-numbers': CaptureFile & { readonly found: string; readonly expected: string };
  'capture-no-capture': CaptureFile;
  'capture-unreadable': CaptureFile & { readonly said: string };
  'capture-too-large': CaptureFile & { readonly most: number };

  // timeout
  'capture-too-heavy': CaptureFile;
}

interface CaptureFile {
  readonly file: string;
}

interface CapturedCall extends CaptureFile {
  readonly from: string;
  readonly to: string;
}

interface Incomplete extends CaptureFile {
  /** Everything that is missing, in the order of a call. */
  readonly missing: readonly CapturePart[];
}
