import type { LabDefinition, StageParts } from '../model/definition/lab-definition.ts';
import type { ContextPlan, TeamPlan, UserPlan } from '../model/numbering/team-plan.ts';
import type { Check } from './check.ts';
import { type Couple, callCheck } from './checks/call.ts';
import { consultCheck, type Owner } from './checks/consult.ts';
import { contextsCheck } from './checks/contexts-separate.ts';
import { depositCheck } from './checks/deposit.ts';
import { messageFilesCheck } from './checks/message-files.ts';
import { pbxBoots } from './checks/pbx-boots.ts';
import { pinCheck } from './checks/pin.ts';
import { refusesCheck, registerCheck } from './checks/register.ts';

/** What the checks of a run are made of. */
export interface CheckPlan {
  readonly plan: TeamPlan;
  readonly definition: Pick<LabDefinition, 'ringSeconds' | 'ringTolerance' | 'policies'>;
  /** Voicemail by the busy path, instead of the whole ring. */
  readonly quick: boolean;
  /** Each check is judged on its own merits wherever that is possible: messages are put into boxes. */
  readonly graded?: boolean | undefined;
  /** The files declare mailboxes in users.conf: it is tried whether their owners can hear them. */
  readonly boxesDeclared?: boolean | undefined;
  /** What the stage has: nothing else is tried. Without it, all of the lab. */
  readonly parts?: StageParts | undefined;
  /** The PBX's clock, in seconds since 1970. */
  readonly now: () => number;
}

/**
 * Every check of a team's lab, in the order in which they get the phones: what takes longest comes
 * first, and what can run beside something else stands behind it.
 */
export function planChecks({
  plan,
  definition,
  quick,
  graded,
  boxesDeclared,
  parts,
  now,
}: CheckPlan): readonly Check[] {
  const contexts = plan.contexts.map((context) => ({ context, users: withLines(plan, context) }));
  const couples = contexts.flatMap(({ context, users: [one, other] }) =>
    one === undefined || other === undefined ? [] : [coupleOf(context, one, other)],
  );
  const called = couples.filter(({ context }) => parts?.calls.includes(context) ?? true);
  // Voicemail is reached through the dial plan.
  const boxed = parts?.voicemail === false ? [] : called;
  const [first] = boxed;
  const [one, second] = called;
  const { policies } = definition;
  const ring = { expected: definition.ringSeconds, tolerance: definition.ringTolerance };
  const registered = contexts.filter(({ users }) => users.length > 0);
  const targets = registered.flatMap(({ context, users }) =>
    users.map(({ extension }) => ({ extension, number: context.voicemail })),
  );
  return [
    pbxBoots,
    ...registered.map(({ context, users }) =>
      registerCheck(
        context.name,
        users.map(({ extension }) => extension),
      ),
    ),
    ...refusals(targets, registered),
    ...boxed.map((couple) => {
      const owners = policies.boxesInVoicemail || !boxesDeclared ? [] : ownersOf(couple);
      return depositCheck(couple, { ring, quick, owners });
    }),
    ...(first === undefined
      ? []
      : [messageFilesCheck(boxed, now, graded ? 'anywhere' : 'own-box')]),
    ...boxed.map((couple) =>
      consultCheck(
        ownerOf(couple, couple.callee),
        graded ? 'arranged' : 'left',
        policies.callerKnown,
        // The other box of the first context is opened when wrong PINs are tried on it.
        graded && couple !== first ? ownerOf(couple, couple.caller) : null,
      ),
    ),
    ...(first === undefined
      ? []
      : [pinCheck(ownerOf(first, first.caller), quick, graded ? 'arranged' : 'left')]),
    ...called.map((couple) =>
      callCheck(couple, policies.patternsOnly ? spareNumber(couple, plan) : null),
    ),
    ...(one === undefined || second === undefined
      ? []
      : [contextsCheck(one, second, policies.contextsSeparate)]),
  ];
}

/** Whose boxes are those of a couple. */
function ownersOf(couple: PlannedCouple) {
  return [couple.caller, couple.callee].map((user) => ownerOf(couple, user));
}

interface Registered {
  readonly context: ContextPlan;
  readonly users: readonly UserPlan[];
}

/** Intruders need somebody to pass for. */
function refusals(
  targets: Parameters<typeof refusesCheck>[0],
  registered: readonly Registered[],
): readonly Check[] {
  const ids = registered.map(({ context }) => `register.${context.name}`);
  return targets.length === 0 ? [] : [refusesCheck(targets, ids)];
}

interface PlannedCouple extends Couple {
  readonly voicemail: string;
  readonly caller: UserPlan;
  readonly callee: UserPlan;
}

function coupleOf(context: ContextPlan, caller: UserPlan, callee: UserPlan): PlannedCouple {
  const { name, voicemail } = context;
  return {
    ...{ context: name, one: caller.extension, other: callee.extension },
    ...{ voicemail, caller, callee },
  };
}

function ownerOf({ context, voicemail, caller }: PlannedCouple, user: UserPlan): Owner {
  return {
    context,
    owner: user.extension,
    pin: user.pin,
    number: voicemail,
    caller: caller.extension,
  };
}

/** The first number of a context, from its fiftieth on, that nobody has. */
function spareNumber({ one, voicemail }: PlannedCouple, { contexts }: TeamPlan): string {
  const taken = contexts.flatMap(({ users }) => users.map(({ extension }) => extension));
  const numbers = Array.from({ length: 50 }, (_, index) => `${one.slice(0, 2)}${50 + index}`);
  return numbers.find((number) => number !== voicemail && !taken.includes(number)) ?? `${one}0`;
}

/** The users of a context that some station has a line for. */
function withLines({ stations }: TeamPlan, { users }: ContextPlan): readonly UserPlan[] {
  const lines = stations.flatMap((station) => station.lines.map(({ extension }) => extension));
  return users.filter(({ extension }) => lines.includes(extension));
}
