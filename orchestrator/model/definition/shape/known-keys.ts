import * as z from 'zod';
import type { Path } from '../text/yaml-tree.ts';
import { labShape } from './lab-shape.ts';

/** The keys that a map of a lab file may have, asked by its path. */
export function knownKeys(path: Path): readonly string[] {
  const map = path.reduce<unknown>((schema, step) => inside(schema, step), opened(labShape));
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

function inside(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return opened(schema.shape[String(step)]);
  if (schema instanceof z.ZodRecord) return opened(schema.valueType);
  return schema instanceof z.ZodArray ? opened(schema.element) : undefined;
}

/** Optional values and choices hide the map that a key can be in. */
function opened(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault) return opened(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.find((o) => o instanceof z.ZodObject);
  return schema;
}
