import { describe, expect, it } from 'vitest';
import { textTable } from './text-table.ts';

describe('a table', () => {
  it('has columns two spaces apart, no lines and no spaces at the end', () => {
    const table = textTable(
      ['name', 'state'],
      [
        ['softphone1-équipe3', 'up'],
        ['pbx', ''],
      ],
    );
    expect(table).toBe('  name                state\n  softphone1-équipe3  up\n  pbx');
  });

  it('has no colours, so that it can be read by a program', () => {
    expect(textTable(['a'], [['b']])).toMatch(/^\P{C}+$/mu);
  });
});
