import { describe, expect, it } from 'vitest';
import { sameBehaviour } from './same-behaviour.ts';

const plan = (said: string) => [{ command: 'dialplan show', said }];
const FINANCE = "[ Context 'finance' ]\n  '3199' =>  1. Answer()   [extensions.conf:12]\n";
const COMPTA = "[ Context 'compta' ]\n  '3299' =>  1. Answer()   [extensions.conf:19]\n";

describe('two exchanges', () => {
  it('behave the same wherever their entries stand in the files', () => {
    const moved = COMPTA.replace(':19', ':4').replace(' 1. ', '  1. ');
    expect(sameBehaviour(plan(`${FINANCE}\n${COMPTA}`), plan(`${moved}\n${FINANCE}`))).toBe(true);
  });

  it('behave otherwise when an entry is another, or in another context', () => {
    const other = FINANCE.replace('Answer', 'Hangup');
    expect(sameBehaviour(plan(FINANCE), plan(other))).toBe(false);
    const swapped = `${FINANCE.replace('3199', '3299')}\n${COMPTA.replace('3299', '3199')}`;
    expect(sameBehaviour(plan(`${FINANCE}\n${COMPTA}`), plan(swapped))).toBe(false);
  });
});
