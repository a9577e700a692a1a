import * as z from 'zod';
import { labShape } from './lab-shape.ts';

/** The schema that editors check `lab.yaml` against, made from the shape. */
export function labJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(labShape, { io: 'input', target: 'draft-7' });
  return { $schema, title: 'A lab: what every team gets', ...schema };
}
