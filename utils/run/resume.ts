/**
 * What a launch does with a stored session: goes on with it, mends what a crash at its end has left, or says why it cannot.
 * Runs on its own page, before the session page, which then takes the session over as it is stored.
 */
import { sentence } from '../core/base/result.ts';
import type { Cue } from '../core/cue/vocabulary.ts';
import { nextDue } from '../core/session/due.ts';
import { asReported, takenOverByHelper } from '../core/session/helper-handover.ts';
import { decodeSnapshot, encodeSnapshot } from '../core/session/snapshot.ts';
import { stepWoke } from '../core/session/step.ts';
import { OPEN_SESSION, UNLOGGED_SESSIONS } from '../core/stored-names.ts';
import { MIN_CUE_GAP_S } from '../core/tuning.ts';
import type { Clock } from '../ports/clock.ts';
import type { Helper } from '../ports/helper.ts';
import type { Report } from '../ports/report.ts';
import { readHelperReport } from './helper-report.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

export interface ResumePorts {
  readonly clock: Clock;
  readonly helper: Helper;
  readonly store: TextStore;
  readonly sessionLog: SessionLog;
  readonly report: Report;
}

export type Resumed =
  /** Nothing that could be gone on with is stored. */
  | { readonly to: 'home' }
  /** The session has ended; its record may still have to be logged. */
  | { readonly to: 'summary' }
  /** The session goes on; the cue is to be played as soon as its page is there. */
  | { readonly to: 'session'; readonly cue: Cue | null };

export function resumeSession(ports: ResumePorts): Resumed {
  const { clock, helper, store, sessionLog, report } = ports;
  const text = store.load(OPEN_SESSION);
  if (text === '') return { to: 'home' };
  const snapshot = decodeSnapshot(text);
  if (!snapshot.ok) {
    report(OPEN_SESSION, `${sentence(snapshot.failure)}: kept`);
    // As it is, for a version that can read it. The next session takes the open one's place.
    const kept = store.load(UNLOGGED_SESSIONS);
    if (store.save(UNLOGGED_SESSIONS, kept === '' ? text : `${kept}\n${text}`)) store.save(OPEN_SESSION, '');
    return { to: 'home' };
  }
  const stored = snapshot.value.state;
  if (stored.phase.at === 'ended') return { to: 'summary' };
  const atMs = clock.nowMs();
  const listed = helper.isListed();
  const told = asReported(stored, stored.seenMs, readHelperReport(store));
  const here = listed ? takenOverByHelper(told, atMs) : told;
  const due = nextDue(here);
  if (listed && due !== null && due.dueMs <= atMs) {
    // The session page plays it within its window, else the helper: it says that somebody is there.
    store.save(OPEN_SESSION, encodeSnapshot({ ...here, seenMs: atMs }, 0));
    return { to: 'session', cue: null };
  }
  const [next, effects] = stepWoke(here, atMs);
  const ended = next.phase.at === 'ended';
  store.save(OPEN_SESSION, encodeSnapshot(next, ended ? sessionLog.tail() + 1 : 0));
  const played = effects.find((effect) => effect.type === 'play');
  if (ended) return { to: 'summary' };
  // What the helper has only just played is not cut short, and says more than "I am back".
  const isOn = here !== stored && atMs - here.seenMs < MIN_CUE_GAP_S * 1000;
  return {
    to: 'session',
    cue: !isOn && played !== undefined && played.type === 'play' ? played.cue : null,
  };
}
