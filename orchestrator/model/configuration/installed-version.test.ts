import { describe, expect, it } from 'vitest';
import { installedVersion } from './installed-version.ts';

const paragraph = (name: string, status: string) =>
  `Package: ${name}\nStatus: ${status}\nVersion: 1:16.28\nDescription: of\n Package: asterisk\n`;
const list = (...paragraphs: readonly string[]) => paragraphs.join('\n');
const INSTALLED = 'install ok installed';

describe('the version of an installed package', () => {
  it('is what the list of packages says', () => {
    const status = list(paragraph('asterisk-config', INSTALLED), paragraph('asterisk', INSTALLED));
    expect(installedVersion(status, 'asterisk')).toBe('1:16.28');
  });

  it.each([
    ['a package of a longer name is', list(paragraph('asterisk-config', INSTALLED))],
    ['it was removed', list(paragraph('asterisk', 'deinstall ok config-files'))],
    ['it is half installed', list(paragraph('asterisk', 'install ok half-configured'))],
    ['the list is empty', ''],
  ])('is none when %s', (_, status) => {
    expect(installedVersion(status, 'asterisk')).toBeNull();
  });
});
