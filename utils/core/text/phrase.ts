/**
 * A phrase is a text to show: the key of a catalogue entry and what goes into its gaps. The core makes phrases; the code that
 * shows them looks up the text in the language of the watch or phone.
 */
import type { WatchKey } from './watch-en.ts';

/** A phrase of the catalogue that has these keys. */
export interface PhraseOf<Key extends string> {
  readonly key: Key;
  readonly values: readonly PhraseValue<Key>[];
}

/** What goes into a gap: a number, a text that is the same in every language, or another phrase. */
export type PhraseValue<Key extends string = WatchKey> = string | number | PhraseOf<Key>;

/** A phrase of the watch; the phone's are in `phone-phrase.ts`. */
export type Phrase = PhraseOf<WatchKey>;

/** Texts that are named after routines and their steps. A contract test checks that each exists in every language. */
type StepKey = `routine.${string}` | `step.${string}` | `summary.place.${string}`;

export function phrase(key: WatchKey | StepKey, ...values: readonly PhraseValue<WatchKey>[]): Phrase {
  return { key: key as WatchKey, values };
}

/** The template with its gaps `{0}`, `{1}` and so on filled. */
export function fill(template: string, values: readonly (string | number)[]): string {
  // In one pass, because the value for a gap may look like a gap itself.
  const [first = '', ...parts] = template.split('{');
  let text = first;
  for (const part of parts) {
    const value = part.charAt(1) === '}' ? values[Number(part.charAt(0))] : undefined;
    text += value === undefined ? `{${part}` : value + part.slice(2);
  }
  return text;
}
