import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const scripts = join(import.meta.dirname, '../completion');
const installed = (shell: string) => spawnSync(shell, ['-c', 'true']).error === undefined;

/** Stands for the tool: writes down what it was asked, and answers what a test has prepared. */
const LAB = `#!/bin/sh
for word in "$@"; do printf '[%s]' "$word"; done >asked
cat answer
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  writeFileSync(join(folder, 'lab'), LAB, { mode: 0o755 });
  writeFileSync(join(folder, 'some file.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Typed {
  readonly line: string;
  /** What the tool answers. */
  readonly answer: string;
}

/** Completes a line as the shell does on Tab: what the tool was asked, and what is offered. */
function onTab(shell: string, script: string, { line, answer }: Typed) {
  writeFileSync(join(folder, 'answer'), answer);
  const PATH = [folder, process.env.PATH].join(delimiter);
  const offered = execFileSync(shell, ['-c', script], {
    ...{ cwd: folder, encoding: 'utf8', timeout: 10_000 },
    env: { ...process.env, PATH, LINE: line, HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const asked = execFileSync('cat', [join(folder, 'asked')], { encoding: 'utf8' });
  return {
    asked,
    offered: offered
      .trim()
      .split('\n')
      .filter((word) => word !== ''),
  };
}

const BASH = `
source ${scripts}/lab.bash
COMP_LINE=$LINE COMP_POINT=\${#LINE}
_lab_complete
printf '%s\\n' "\${COMPREPLY[@]}"
`;
/** What zsh would hand over, and instead of its menu a list. */
const ZSH = `
compdef() { }
_describe() { print -l -- $found }
_files() { print -l -- *.txt }
compset() { }
source ${scripts}/lab.zsh
words=("\${(@s: :)LINE}")
CURRENT=$#words PREFIX=$words[-1]
_lab
`;
const FISH = `source ${scripts}/lab.fish; complete -C "$LINE"`;

const VERBS = 'none\nup\tbring teams up: all\nstatus\twhat runs\n';

describe.runIf(installed('bash'))('in bash, Tab', () => {
  const tab = (line: string, answer: string) => onTab('bash', BASH, { line, answer });

  it('asks the tool for the word at the cursor and offers its answer', () => {
    expect(tab('lab ', VERBS)).toEqual({ asked: asked('bash', ''), offered: ['up', 'status'] });
    expect(tab('lab images lo', 'none\nload\t\n')).toEqual({
      asked: asked('bash', 'images', 'lo'),
      offered: ['load'],
    });
  });

  it('asks the very tool that is typed', () => {
    expect(tab('./lab up', VERBS).offered).toEqual(['up', 'status']);
    expect(tab('~/lab up', VERBS).offered).toEqual(['up', 'status']);
  });

  it('offers what follows the sign at which bash cuts words', () => {
    const answer = 'none\n--stage=start\t\n--stage=solution\t\n';
    expect(tab('lab up --engine unix:///x.sock --stage=s', answer)).toEqual({
      asked: asked('bash', 'up', '--engine', 'unix:///x.sock', '--stage=s'),
      offered: ['start', 'solution'],
    });
  });

  it('adds files where the tool says so', () => {
    expect(tab('lab images load some', 'files\n').offered).toEqual(['some file.txt']);
    expect(tab('lab up --lab=some', 'files\n').offered).toEqual(['some file.txt']);
  });

  it('offers nothing when the tool fails', () => {
    expect(tab('lab up --stage ', '').offered).toEqual([]);
  });
});

describe.runIf(installed('zsh'))('in zsh, Tab', () => {
  const tab = (line: string, answer: string) => onTab('zsh', ZSH, { line, answer });

  it('asks the tool for the word at the cursor and offers its answer with what it means', () => {
    expect(tab('lab ', VERBS)).toEqual({
      asked: asked('zsh', ''),
      offered: ['up:bring teams up: all', 'status:what runs'],
    });
    expect(tab('./lab up --stage=s', VERBS).asked).toBe(asked('zsh', 'up', '--stage=s'));
  });

  it('adds files where the tool says so', () => {
    expect(tab('lab images load so', 'files\n').offered).toEqual(['some file.txt']);
  });
});

describe.runIf(installed('fish'))('in fish, Tab', () => {
  const tab = (line: string, answer: string) => onTab('fish', FISH, { line, answer });

  it('asks the tool for the word at the cursor and offers its answer with what it means', () => {
    expect(tab('lab ', VERBS)).toEqual({
      asked: asked('fish', ''),
      offered: ['status\twhat runs', 'up\tbring teams up: all'],
    });
    expect(tab('./lab up --stage=s', VERBS).asked).toBe(asked('fish', 'up', '--stage=s'));
  });

  it('adds files where the tool says so', () => {
    expect(tab('lab images load so', 'files\n').offered).toEqual(['some file.txt']);
  });
});

/** The words that the stand-in was run with, each in brackets. */
function asked(shell: string, ...words: readonly string[]): string {
  return ['completion', shell, '--', ...words].map((word) => `[${word}]`).join('');
}
