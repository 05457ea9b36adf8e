/** Phrases of the phone page: as on the watch, from the phone's catalogue. */
import type { PhoneKey } from './phone-en.ts';
import type { PhraseOf, PhraseValue } from './phrase.ts';

export type PhonePhrase = PhraseOf<PhoneKey>;

/** Texts that routines name: a contract test holds that each is there in every language. */
type RoutineKey = `phone.step.${string}` | `phone.routine.${string}`;

export function phrase(key: PhoneKey | RoutineKey, ...values: readonly PhraseValue<PhoneKey>[]): PhonePhrase {
  return { key: key as PhoneKey, values };
}
