import type { ContextLayout, Layout, UserLayout } from '../numbering/layout.ts';
import type { ContainerLimits, LabDefinition } from './lab-definition.ts';
import { memoryBytes } from './memory.ts';
import type { LabShape } from './shape/lab-shape.ts';

type ContextShape = LabShape['contexts'][string];
type LimitsShape = LabShape['limits']['pbx'];

/** Turns a lab file of the right form into the definition: every default filled in, no X left. */
export function normalise(lab: LabShape): LabDefinition {
  return {
    layout: layoutOf(lab),
    title: lab.title,
    flavour: lab.flavour,
    ringSeconds: lab.ring,
    ringTolerance: lab.ringTolerance,
    stages: Object.entries(lab.stages).map(([name, stage]) => ({
      name,
      ...stage,
      contexts: stage.contexts ?? Object.keys(lab.contexts),
    })),
    limits: { pbx: limitsOf(lab.limits.pbx), softphone: limitsOf(lab.limits.softphone) },
    policies: lab.policies,
  };
}

function layoutOf(lab: LabShape): Layout {
  let accounts = 0;
  return {
    lab: lab.lab,
    base: lab.base,
    contexts: Object.entries(lab.contexts).map(([name, context]) => {
      const before = accounts;
      accounts += context.users.length;
      return contextLayout(name, context, { before, secret: lab.secret });
    }),
    stations: Object.entries(lab.stations).map(([name, { address, lines }]) => ({
      name,
      host: address,
      lines: lines.map(suffix),
    })),
  };
}

function contextLayout(
  name: string,
  context: ContextShape,
  { before, secret }: { readonly before: number; readonly secret: string },
): ContextLayout {
  return {
    name,
    digit: Number(suffix(context.numbers)),
    voicemail: suffix(context.voicemail),
    users: context.users.map((user, index): UserLayout => {
      const own = typeof user === 'string' ? { number: user } : user;
      return {
        suffix: suffix(own.number),
        // The sheet counts over all contexts: the first account of compta is not Utilisateur1 again.
        fullName: own.name ?? `Utilisateur${before + index + 1}`,
        secret: own.secret ?? secret,
        pin: own.pin ?? context.pin,
      };
    }),
  };
}

/** What follows the team's digit: `101` of `X101`. */
function suffix(number: string): string {
  return number.slice(1);
}

function limitsOf({ memory, pids, cpus, shares, disk }: LimitsShape): ContainerLimits {
  return {
    ...{ memoryBytes: memoryBytes(memory), pids, cpus: Number(cpus), shares },
    diskBytes: disk === undefined ? null : memoryBytes(disk),
  };
}
