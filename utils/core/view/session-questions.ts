/** The questions about a session after it: how sore each pressed side was at first, then pain. */
import { pressedSides } from '../log/counted.ts';
import type { SessionRecord } from '../log/record.ts';
import type { Side } from '../routine/routine.ts';

/** A side means the question how sore it was at first; `after` means pain after the session. */
export const SESSION_QUESTIONS = ['left', 'right', 'after'] as const satisfies readonly (Side | 'after')[];
export type SessionQuestion = (typeof SESSION_QUESTIONS)[number];

/** The questions about a session in the order in which they are asked: each side that was pressed, the one named first before the other, then pain. */
export function sessionQuestions(record: SessionRecord): readonly SessionQuestion[] {
  return [...pressedSides(record), 'after'];
}

/** The questions that the app asks by itself when the session ends; none if no hold was guided. */
export function questionsAtEnd(record: SessionRecord): readonly SessionQuestion[] {
  return record.holds.some(({ seconds }) => seconds > 0) ? sessionQuestions(record) : [];
}
