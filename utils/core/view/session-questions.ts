/** What is asked about a session after it: how sore each pressed side was at first, then pain. */
import { pressedSides } from '../log/counted.ts';
import type { SessionRecord } from '../log/record.ts';
import type { Side } from '../routine/routine.ts';

/** A side stands for the question how sore it was at first; `after` for pain after the session. */
export type SessionQuestion = Side | 'after';

/** What can be answered about a session, in the order in which it is asked. */
export function sessionQuestions(record: SessionRecord): readonly SessionQuestion[] {
  return [...pressedSides(record), 'after'];
}

/** The first two of what is asked, by itself, as the session ends; nothing if none of its holds was guided. */
export function firstQuestions(record: SessionRecord): readonly SessionQuestion[] {
  return record.holds.some(({ seconds }) => seconds > 0) ? sessionQuestions(record).slice(0, 2) : [];
}
