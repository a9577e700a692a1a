/** One place of a pattern: the digits that may stand there, or any number of any (`.` one or more). */
type Step = { readonly digits: string } | { readonly rest: '.' | '!' };

const CLASSES: Readonly<Record<string, string>> = {
  x: '0123456789',
  z: '123456789',
  n: '23456789',
};

/** True for what Asterisk takes as a pattern: it begins with `_`. */
export function isPattern(extension: string): boolean {
  return extension.startsWith('_');
}

/** Whether an extension of the dial plan takes a number: a pattern, or the number itself. */
export function takesNumber(extension: string, number: string): boolean {
  if (!isPattern(extension)) return extension.replaceAll('-', '') === number;
  const steps = stepsOf(extension);
  for (const [index, step] of steps.entries()) {
    if ('rest' in step) return step.rest === '!' || number.length > index;
    const digit = number.charAt(index);
    if (digit === '' || !step.digits.includes(digit)) return false;
  }
  return number.length === steps.length;
}

/** Which of two extensions Asterisk tries first: the number itself, then the narrower pattern. */
export function bySpecificity(a: string, b: string): number {
  if (isPattern(a) !== isPattern(b)) return isPattern(a) ? 1 : -1;
  if (!isPattern(a)) return a.localeCompare(b);
  const [one, other] = [stepsOf(a), stepsOf(b)];
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = widthOf(one[index]) - widthOf(other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function widthOf(step: Step | undefined): number {
  if (step === undefined) return 100;
  if ('rest' in step) return step.rest === '.' ? 50 : 60;
  return new Set(step.digits).size;
}

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  const text = pattern.slice(1);
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const end = sign === '[' ? text.indexOf(']', at) : -1;
    if (sign === '-' || sign === ' ') continue;
    if (sign === '.' || sign === '!') return [...steps, { rest: sign }];
    if (end !== -1) {
      steps.push({ digits: spelt(text.slice(at + 1, end)) });
      at = end;
    } else steps.push({ digits: CLASSES[sign.toLowerCase()] ?? sign });
  }
  return steps;
}

/** `1-4` spelt out as `1234`. */
function spelt(set: string): string {
  return set.replace(/(.)-(.)/g, (_, from: string, to: string) => {
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    const length = Math.max(0, last - first + 1);
    return String.fromCharCode(...Array.from({ length }, (__, index) => first + index));
  });
}
