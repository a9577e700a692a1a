import { findEntry } from '../../../model/asterisk/plan/find-entry.ts';
import { type Finding, finding } from '../cause.ts';
import { isReadable, type Scene } from '../scene.ts';

/** Which line lets one context call the other. */
export function separationFindings(scene: Scene): readonly Finding[] {
  if (!isReadable(scene, scene.model.extensions)) return [];
  const { contexts } = scene.plan;
  return contexts.flatMap(({ name: context }) =>
    contexts.flatMap(({ name, users: [user] }): readonly Finding[] => {
      if (name === context || user === undefined) return [];
      const number = user.extension;
      const found = findEntry(scene.model.plan, { context, number, priority: 1 });
      if (found === null) return [];
      const { entry } = found;
      const params = { context, number, pattern: entry.extension };
      return [finding('contexts-joined', entry, entry.context, ['contexts.separate'], params)];
    }),
  );
}
