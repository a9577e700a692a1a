import * as z from 'zod';
import type { Path } from '../text/yaml-tree.ts';

/** The keys that a map of a file may have, asked by the form of the file and the path of the map. */
export function knownKeys(shape: z.ZodType, path: Path): readonly string[] {
  const map = path.reduce<unknown>((schema, step) => inside(schema, step), opened(shape));
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

function inside(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return opened(schema.shape[String(step)]);
  if (schema instanceof z.ZodRecord) return opened(schema.valueType);
  return schema instanceof z.ZodArray ? opened(schema.element) : undefined;
}

/** Optional values and choices hide the map that a key can be in. */
function opened(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return opened(schema.unwrap());
  }
  if (schema instanceof z.ZodUnion) return schema.options.find((o) => o instanceof z.ZodObject);
  return schema;
}
