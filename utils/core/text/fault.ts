/** What is wrong with something that the wearer has typed or pasted: a phrase of the page, and its stored form. */
import { fieldsOf, parseJson } from '../base/fields.ts';
import { type PhonePhrase, phrase } from './phone-phrase.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  /** Contains nothing secret: of the typed text, only the one wrong character. */
  | { readonly ok: false; readonly fault: PhonePhrase };

export function refuse(...fault: Parameters<typeof phrase>): {
  readonly ok: false;
  readonly fault: PhonePhrase;
} {
  return { ok: false, fault: phrase(...fault) };
}

export function faultText(fault: PhonePhrase): string {
  return JSON.stringify(fault);
}

/** The phrase in a stored text; the text itself where it is a sentence of version 0.1.0; null if it is empty. */
export function storedFault(text: unknown): PhonePhrase | null {
  if (typeof text !== 'string' || text === '') return null;
  const { key, values } = fieldsOf(parseJson(text));
  return typeof key === 'string' && Array.isArray(values)
    ? ({ key, values } as PhonePhrase)
    : phrase('plain', text);
}
