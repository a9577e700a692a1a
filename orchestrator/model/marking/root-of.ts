import type { ResultCheck } from './grade-result.ts';

/** The check that comes before this one: what it is a consequence of, or what it waited for. */
export function rootOf({
  root,
  code,
  params,
}: Pick<ResultCheck, 'root' | 'code' | 'params'>): string | null {
  if (root !== null || code !== 'needs-another') return root;
  const { check } = params as { readonly check?: unknown };
  return typeof check === 'string' ? check : null;
}
