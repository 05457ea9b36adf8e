/** What the wearer has said about pain, until it is logged: stored at once, because the page that asks may die. */
import { patch } from '../core/base/patch.ts';
import type { SlotStore } from './slot-store.ts';

const NAME = 'answers';

export type AnswerName = 'before' | 'after' | 'contact';

/** 0 (none) to 10 each; what was not said is left out. */
export type Answers = { readonly [name in AnswerName]?: number };

export function loadAnswers(store: SlotStore): Answers {
  const text = store.load(NAME);
  return text === '' ? {} : JSON.parse(text);
}

export function saveAnswer(store: SlotStore, name: AnswerName, value: number): void {
  store.save(NAME, JSON.stringify(patch(loadAnswers(store), { [name]: value })));
}

/** Forgets them: they are in the log, or the session that they were about never was. */
export function clearAnswers(store: SlotStore): void {
  if (store.load(NAME) !== '') store.save(NAME, '');
}
