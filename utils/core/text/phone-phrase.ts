/** A text of the phone page: its key and what goes into its gaps. */
import type { PhoneKey } from './phone-en.ts';

export interface PhonePhrase {
  readonly key: PhoneKey;
  readonly values: readonly (string | number | PhonePhrase)[];
}

export function say(key: PhoneKey, ...values: readonly (string | number | PhonePhrase)[]): PhonePhrase {
  return { key, values };
}
