import {
  type SourceLine,
  sourceLines,
  stripped,
} from '../../../model/asterisk/conf/source-lines.ts';
import type { ConfigurationFiles } from '../../../model/configuration/configuration-text.ts';

/** A line that was commented out, with `;`, `#` or `//`, and would else begin as wanted. */
export function commentedLine(
  files: ConfigurationFiles,
  file: string,
  begins: RegExp,
): SourceLine | undefined {
  return sourceLines(files.get(file) ?? new Uint8Array(), file).lines.find(({ raw }) => {
    const [, text] = /^[\s]*(?:;+|#+|\/\/+)(.*)$/.exec(raw) ?? [];
    return text !== undefined && begins.test(stripped(text));
  });
}
