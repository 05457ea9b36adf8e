/** How the newest sessions felt, as far as the log says: all that the stage advice goes by. */
import { answersTo, applyRating } from '../core/log/answers.ts';
import { decodeRecord } from '../core/log/decode.ts';
import type { RatedSession } from '../core/schedule/stage-advice.ts';
import { REFUSED_ADVICE } from '../core/stored-names.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

/** How many of the newest records are read, however long the log is. */
const RECORDS = 64;

/**
 * The newest sessions, oldest first, each with what was said about it later. A record that this version cannot read is left
 * out.
 * @param after sessions up to this seq are left out
 */
export function ratedSessions(sessionLog: SessionLog, after: number): readonly RatedSession[] {
  const found: RatedSession[] = [];
  const at: Record<number, number> = {};
  for (const frame of sessionLog.framesFrom(Math.max(after + 1, sessionLog.tail() - RECORDS + 1))) {
    const decoded = decodeRecord(frame);
    if (!decoded.ok) continue;
    const record = decoded.value;
    if (record.kind === 'session') {
      at[frame.seq] = found.length;
      found.push({ stage: record.phase, ...answersTo(record, []) });
    } else if (record.kind === 'rating') {
      const index = at[record.of];
      const session = index === undefined ? undefined : found[index];
      if (index === undefined || session === undefined) continue;
      found[index] = { stage: session.stage, ...applyRating(session, record) };
    }
  }
  return found;
}

/** Sessions up to this seq have been answered with "no"; 0 where none has. */
export const refusedUpTo = (store: TextStore): number => Number(store.load(REFUSED_ADVICE));
