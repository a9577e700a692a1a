import type { AccountEvent, CallEvent, PhoneEvent } from '../../model/calls/phone-event.ts';

/** What an awaited event must be. */
export type Condition<E extends PhoneEvent> = (event: PhoneEvent) => event is E;

/** A call event of one of these types, of one call when its id is given. */
export function isOfCall(types: readonly CallEvent['type'][], id?: string): Condition<CallEvent> {
  return (event): event is CallEvent =>
    'id' in event && types.includes(event.type) && (id === undefined || event.id === id);
}

/** An account event of one of these types. */
export function isOfAccount(types: readonly AccountEvent['type'][]): Condition<AccountEvent> {
  return (event): event is AccountEvent => types.some((type) => type === event.type);
}
