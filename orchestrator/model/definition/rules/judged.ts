import type { SoundParts } from '../shape/sound-parts.ts';
import type { LabText } from '../text/lab-text.ts';

/** A lab file's parts and where they are written. */
export interface Judged {
  readonly parts: SoundParts;
  readonly text: LabText;
}
