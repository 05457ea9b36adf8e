/**
 * What a launch does with a stored session: goes on with it, sends an ended one to the summary, or puts one aside that it
 * cannot read. What goes on is stored as it is now, and the session runner loads it from there.
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
  /** No session is stored that could go on. */
  | { readonly to: 'home' }
  /** The session has ended; its record may still have to be logged. */
  | { readonly to: 'summary' }
  /** The session goes on. `cue` is to be played as soon as its page is there; null: none. */
  | { readonly to: 'session'; readonly cue: Cue | null };

/** Brings the stored session up to now, and tells where the launch leads. */
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
    // Files that take nothing hold an old session, and later ones have been lived. The next summary logs it where the log has it not.
    if (store.load(UNLOGGED_SESSIONS).indexOf(text) < 0) setAside(store, text);
    else store.save(OPEN_SESSION, '');
    return { to: 'home' };
  }
  const helperReport = readHelperReport(store);
  const here = asReported(stored, stored.seenMs, helperReport);
  const due = nextDue(here);
  const lateMs = due === null ? -1 : atMs - due.dueMs;
  // Since it has reported, the helper has guided the session. It leaves a cue to the page for as long as the screen is lit.
  if (here !== stored && lateMs >= 0 && lateMs < LIT_PATIENCE_MS) {
    // A page that waits for what the report does not tell yet needs the session that the report is of.
    const facts = { nowMs: atMs, helperReport: () => helperReport };
    const waits = reportAwaitedUntilMs(conductorOf(stored, stored.seenMs, atMs), facts) > 0;
    if (!waits) store.save(OPEN_SESSION, encodeSnapshot({ ...here, seenMs: atMs }, 0));
    return { to: 'session', cue: null };
  }
  const [next, effects] = stepWoke(here, atMs);
  // No number from which on the log may have it: files that have taken no end may hold an older state of one that is logged.
  store.save(OPEN_SESSION, encodeSnapshot(next, 0));
  if (next.phase.at === 'ended') return { to: 'summary' };
  // A cue that the helper has played within the last seconds is not cut short by the come-back cue, nor is its repetition. Another
  // page may have stored it since: an alarm wakes the page that was there, and opens one in its place.
  const lastsMs = here.phase.at === 'position' ? HELPER_MOVE_MS : MIN_CUE_GAP_S * 1000;
  const sinceMs = atMs - lastPlayedMs(helperReport);
  const isHelpersFresh = sinceMs >= 0 && sinceMs < lastsMs;
  return { to: 'session', cue: isHelpersFresh ? null : cueOf(effects) };
}

/** Whether the session is over, although its files say that it runs: they have not taken its end, and the note of it tells. */
function isNoted({ startedAtMs }: SessionState, store: TextStore): boolean {
  return lastSession(store)?.startedAtMs === startedAtMs - (startedAtMs % 1000);
}

/** Keeps a session for a version of the app that can read it, or for the next summary, so that its place is free for the next one. */
function setAside(store: TextStore, text: string): void {
  const kept = store.load(UNLOGGED_SESSIONS);
  if (store.save(UNLOGGED_SESSIONS, kept === '' ? text : `${kept}\n${text}`)) store.save(OPEN_SESSION, '');
}

function cueOf(effects: readonly Effect[]): Cue | null {
  for (const effect of effects) if (effect.type === 'play') return effect.cue;
  return null;
}
