/** The advice to try another stage or to pause, from the newest sessions of the log. */
import { type AnsweredSession, answeredSessions } from '../core/log/answers.ts';
import type { Stage } from '../core/routine/routine.ts';
import { isPossibleStart } from '../core/schedule/possible-start.ts';
import { type Advice, advisedStage } from '../core/schedule/stage-advice.ts';
import { REFUSED_ADVICE } from '../core/stored-names.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

/** How many of the newest records are read, however long the log is. */
const RECORDS = 64;

/**
 * What the wearer's last sessions of the chosen routine suggest, if it is a different stage or a pause; null if they suggest nothing.
 */
export function adviseStage(
  sessionLog: SessionLog,
  store: TextStore,
  stage: Stage,
  { routine, nowMs }: { readonly routine?: string; readonly nowMs?: number } = {},
): Advice | null {
  const [refused = 0] = store.load(REFUSED_ADVICE).split(' ').map(Number);
  // A number that no record has is none that was refused.
  const refusedUpTo = refused % 1 === 0 && refused <= sessionLog.tail() ? refused : 0;
  const sessions = sessionsSince(sessionLog, refusedUpTo);
  return advisedStage(
    stage,
    sessions.filter(
      ({ record }) =>
        isPossibleStart(record.startedAtMs, nowMs ?? Number.POSITIVE_INFINITY) &&
        (routine === undefined || record.routine === routine),
    ),
  );
}

/**
 * Notes that the wearer has refused the advice, so that earlier sessions no longer count for it. The phone learns of this with
 * the preferences (`applyPreferences`).
 */
export function refuseAdvice(sessionLog: SessionLog, store: TextStore, nowMs: number): void {
  store.save(REFUSED_ADVICE, `${sessionLog.tail()} ${Math.floor(nowMs / 1000)}`);
}

/** The newest sessions after number `after`, oldest first. A record that this version cannot read is left out. */
export function sessionsSince(sessionLog: SessionLog, after: number): readonly AnsweredSession[] {
  const frames = sessionLog.framesFrom(Math.max(after + 1, sessionLog.tail() - RECORDS + 1));
  return answeredSessions(frames, {}, () => {}).reverse();
}
