/** The questions about a session after it: how sore each pressed side was at first, then pain. */
import { pressedSides } from '../log/counted.ts';
import type { SessionRecord } from '../log/record.ts';
import type { Side } from '../routine/routine.ts';

/** A side means the question how sore it was at first; `after` means pain after the session. */
export type SessionQuestion = Side | 'after';

/** The questions about a session, in order. */
export function sessionQuestions(record: SessionRecord): readonly SessionQuestion[] {
  return [...pressedSides(record), 'after'];
}

/** The first two questions, which the app asks by itself when the session ends; none if no hold was guided. */
export function firstQuestions(record: SessionRecord): readonly SessionQuestion[] {
  return record.holds.some(({ seconds }) => seconds > 0) ? sessionQuestions(record).slice(0, 2) : [];
}
