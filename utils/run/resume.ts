/**
 * What a launch does with a stored session: it continues the session, sends an ended one to the summary, or sets one aside that
 * it cannot read. A session that continues is stored in its current state, from where the session runner loads it.
 */
import { sentence } from '../core/base/result.ts';
import type { Cue } from '../core/cue/vocabulary.ts';
import { reportAwaitedUntilMs } from '../core/session/catch-up.ts';
import { conductorOf } from '../core/session/conductor.ts';
import { nextDue } from '../core/session/due.ts';
import { asReported, lastPlayedMs } from '../core/session/helper-handover.ts';
import { decodeSnapshot, encodeSnapshot } from '../core/session/snapshot.ts';
import type { Effect, SessionState } from '../core/session/state.ts';
import { stepWoke } from '../core/session/step.ts';
import { OPEN_SESSION, UNLOGGED_SESSIONS } from '../core/stored-names.ts';
import { HELPER_MOVE_MS, LIT_PATIENCE_MS, MIN_CUE_GAP_S } from '../core/tuning.ts';
import { readHelperReport } from './helper-report.ts';
import { lastSession } from './last-session.ts';
import type { RunPorts } from './run-ports.ts';
import type { TextStore } from './text-store.ts';

export type ResumePorts = Pick<RunPorts, 'clock' | 'store' | 'report'>;

export type Resumed =
  /** There is no stored session to continue. */
  | { readonly to: 'home' }
  /** The session has ended; its record may still have to be logged. */
  | { readonly to: 'summary' }
  /** The session continues. Its page plays `cue` as soon as it is there; null if there is none. */
  | { readonly to: 'session'; readonly cue: Cue | null };

/** Brings the stored session up to date, and says what the launch has to do. */
export function resumeSession(ports: ResumePorts): Resumed {
  const { clock, store, report } = ports;
  const text = store.load(OPEN_SESSION);
  if (text === '') return { to: 'home' };
  const snapshot = decodeSnapshot(text);
  if (!snapshot.ok) {
    report(OPEN_SESSION, `${sentence(snapshot.failure)}: kept`);
    setAside(store, text);
    return { to: 'home' };
  }
  const stored = snapshot.value.state;
  if (stored.phase.at === 'ended') return { to: 'summary' };
  if (isNoted(stored, store)) {
    store.save(OPEN_SESSION, '');
    return { to: 'home' };
  }
  const atMs = clock.nowMs();
  const last = lastSession(store, atMs);
  if (last !== null && last.startedAtMs > stored.startedAtMs) {
    // The files could not be written and hold an old session, and there have been later ones. The next summary logs it if the
    // log does not have it.
    if (store.load(UNLOGGED_SESSIONS).indexOf(text) < 0) setAside(store, text);
    else store.save(OPEN_SESSION, '');
    return { to: 'home' };
  }
  const helperReport = readHelperReport(store);
  const here = asReported(stored, stored.seenMs, helperReport);
  const due = nextDue(here);
  const lateMs = due === null ? -1 : atMs - due.dueMs;
  // After its report, the helper has guided the session. It leaves cues to the page while the screen is lit.
  if (here !== stored && lateMs >= 0 && lateMs < LIT_PATIENCE_MS) {
    // A page that waits for a newer report needs the session that the report belongs to.
    const facts = { nowMs: atMs, helperReport: () => helperReport };
    const waits = reportAwaitedUntilMs(conductorOf(stored, stored.seenMs, atMs), facts) > 0;
    if (!waits) store.save(OPEN_SESSION, encodeSnapshot({ ...here, seenMs: atMs }, 0));
    return { to: 'session', cue: null };
  }
  const [next, effects] = stepWoke(here, atMs);
  // No lowest number: if the files could not store the end, they may hold an older state of a session that is already logged.
  store.save(OPEN_SESSION, encodeSnapshot(next, 0));
  if (next.phase.at === 'ended') return { to: 'summary' };
  // A cue that the helper has played within the last seconds is not cut short by the come-back cue, nor is its repetition. Another
  // page may have stored it since: an alarm wakes the page that was there, and opens one in its place.
  const lastsMs = here.phase.at === 'position' ? HELPER_MOVE_MS : MIN_CUE_GAP_S * 1000;
  const sinceMs = atMs - lastPlayedMs(helperReport);
  const isHelpersFresh = sinceMs >= 0 && sinceMs < lastsMs;
  return { to: 'session', cue: isHelpersFresh ? null : cueOf(effects) };
}

/**
 * Whether the session is over although its files say that it is running. The files could not store its end, and the note of the
 * last session shows it.
 */
function isNoted({ startedAtMs }: SessionState, store: TextStore): boolean {
  return lastSession(store)?.startedAtMs === startedAtMs - (startedAtMs % 1000);
}

/** Sets a session aside, for a version of the app that can read it or for the next summary, so that the next session can be stored. */
function setAside(store: TextStore, text: string): void {
  const kept = store.load(UNLOGGED_SESSIONS);
  if (store.save(UNLOGGED_SESSIONS, kept === '' ? text : `${kept}\n${text}`)) store.save(OPEN_SESSION, '');
}

function cueOf(effects: readonly Effect[]): Cue | null {
  for (const effect of effects) if (effect.type === 'play') return effect.cue;
  return null;
}
