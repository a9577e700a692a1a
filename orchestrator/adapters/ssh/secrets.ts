import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Consonants that no other letter or digit looks like: no word comes of them, no shift key is needed. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const GROUPS = 3;
const GROUP = 4;

/** A new password that people can read from paper and type on any keyboard: `tkrm-wdhx-bfgp`, 50 bits. */
export function newPassword(): string {
  const letter = () => LETTERS.charAt(randomInt(LETTERS.length));
  const group = () => Array.from({ length: GROUP }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** A word that nobody can guess, to know something by. */
export function newMark(): string {
  return randomBytes(12).toString('hex');
}

/** Compares two secrets in a time that tells nothing of either, their lengths included. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
