/** A text of the phone page: its key and what goes into its gaps. */
import type { PhoneKey } from './phone-en.ts';

export interface PhonePhrase {
  readonly key: PhoneKey;
  readonly values: readonly (string | number | PhonePhrase)[];
}

/** Texts that routines name: a contract test holds that each is there in every language. */
type RoutineKey = `phone.step.${string}` | `phone.routine.${string}`;

export function say(
  key: PhoneKey | RoutineKey,
  ...values: readonly (string | number | PhonePhrase)[]
): PhonePhrase {
  return { key: key as PhoneKey, values };
}
