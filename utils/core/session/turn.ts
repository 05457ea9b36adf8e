/**
 * What the conductor of a session page knows, and a *turn*: the conductor after an event, with the effects to carry out.
 */
import type { Cue } from '../cue/vocabulary.ts';
import { nextDue } from './due.ts';
import type { HelperReport } from './helper-handover.ts';
import type { Effect, SessionState, Transition } from './state.ts';

export interface Conductor {
  readonly session: SessionState;
  /** `seenMs` of the stored session. A helper report that continues from any other session is out of date. */
  readonly storedMs: number;
  /** The time of the last event of the session, UTC ms. */
  readonly lastEventMs: number;
  /** Since when a call has covered the page, UTC ms; 0 if none does. */
  readonly interruptedAtMs: number;
  /** The page is behind a dark screen. If it is closed then, the wearer did not do it. */
  readonly isDark: boolean;
  /**
   * If the clock was set behind a dark screen and the helper can report how long the page's ticks had stopped: the time of the
   * last event before, UTC ms by the old clock. 0 if there is no such change.
   */
  readonly clockSetAfterMs: number;
  /**
   * After coming back from the dark, the page does nothing before this time, UTC ms, because the helper may have played the
   * overdue cue, and its report may not be readable yet. 0 if the page does not wait.
   */
  readonly waitsUntilMs: number;
  /** A tick before this time (UTC ms) has nothing to do, which saves battery. 0 if not known. */
  readonly idleUntilMs: number;
}

/** What the page can find out about the watch. `helperReport` reads files, so it is called only when needed. */
export interface Facts {
  /** The wall clock, UTC ms. */
  readonly nowMs: number;
  /** What the helper has reported last; null if there is no report. */
  readonly helperReport: () => HelperReport | null;
}

/** Effects, to be carried out in this order. A session is always stored before its cue is played. */
export type ConductorEffect =
  | Exclude<Effect, { readonly type: 'persist' | 'play' }>
  | { readonly type: 'store'; readonly session: SessionState }
  | { readonly type: 'play'; readonly cue: Cue }
  /** Set the alarm to `atMs` (UTC ms), replacing any earlier one. */
  | { readonly type: 'arm-alarm'; readonly atMs: number }
  | { readonly type: 'stop-helper' };

/** The conductor after an event, with its effects. */
export type Turn = readonly [Conductor, readonly ConductorEffect[]];

/** The turn that takes over a transition of the engine. */
export function withTransition(conductor: Conductor, [session, effects]: Transition): Turn {
  // A pause also ends after half an hour, which `nextDue` does not know, so its ticks are never idle.
  const due = session.phase.at === 'paused' ? null : nextDue(session);
  const stores = effects.some((effect) => effect.type === 'persist');
  return [
    {
      ...conductor,
      session,
      storedMs: stores ? session.seenMs : conductor.storedMs,
      idleUntilMs: due === null ? 0 : due.dueMs,
    },
    effects.map((effect) => (effect.type === 'persist' ? { type: 'store', session } : effect)),
  ];
}

/** Two turns, one after the other. */
export function andThen([conductor, effects]: Turn, next: (conductor: Conductor) => Turn): Turn {
  const [after, more] = next(conductor);
  return [after, effects.length === 0 ? more : [...effects, ...more]];
}

/** A turn without effects. */
export function noEffects(conductor: Conductor): Turn {
  return [conductor, []];
}

/** The conductor with its session last seen at `seenMs` (UTC ms). */
export function seenAt(conductor: Conductor, seenMs: number): Conductor {
  return { ...conductor, session: { ...conductor.session, seenMs } };
}
