/** A text to show: its key and what goes into its gaps. Core and views speak in phrases; only a page looks them up. */
import type { WatchKey } from './watch-en.ts';

export interface Phrase {
  readonly key: WatchKey;
  readonly values: readonly PhraseValue[];
}

/** What goes into a gap: a number, a text that is the same in every language, or another phrase. */
export type PhraseValue = string | number | Phrase;

/** Texts of steps, which routines name: a contract test holds that each is there in every language. */
type StepKey = `routine.${string}` | `step.${string}` | `summary.place.${string}`;

export function phrase(key: WatchKey | StepKey, ...values: readonly PhraseValue[]): Phrase {
  return { key: key as WatchKey, values };
}

/** The template with `{0}`, `{1}`, … replaced. */
export function fill(template: string, values: readonly (string | number)[]): string {
  let text = template;
  for (let at = 0; at < values.length; at++) text = text.split(`{${at}}`).join(String(values[at]));
  return text;
}
