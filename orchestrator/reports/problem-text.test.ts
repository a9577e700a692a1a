import { describe, expect, it } from 'vitest';
import { problemsText } from './problem-text.ts';

describe('problems as text', () => {
  it('stand one after another, each with its place and its mend', () => {
    const place = { file: 'labs/mine/lab.yaml', line: 12, column: 5 };
    const text = problemsText(
      [
        { code: 'lab-file-tab', params: {}, ...place },
        { code: 'lab-file-bom', params: {}, file: 'x.yaml' },
        { code: 'team-not-up', params: { team: 3 } },
      ],
      'en',
    );
    expect(text).toBe(
      [
        'labs/mine/lab.yaml:12:5  A tab indents this line; YAML wants spaces.',
        '  → replace the tab by two spaces',
        'x.yaml:1:1  The file begins with a byte order mark.',
        '  → save the file as "UTF-8", not as "UTF-8 with BOM"',
        'Team 3 is not up.',
        '  → lab up --team 3',
      ].join('\n'),
    );
  });
});
