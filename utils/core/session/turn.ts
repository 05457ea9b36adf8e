/**
 * What the conductor of a session page knows, and one turn of it: the conductor after an event, with what is to be done.
 */
import type { Cue } from '../cue/vocabulary.ts';
import { nextDue } from './due.ts';
import type { HelperReport } from './helper-handover.ts';
import type { Effect, SessionState, Step } from './state.ts';

export interface Conductor {
  readonly session: SessionState;
  /** `seenMs` of the stored session. A helper report that goes on from another session is out of date. */
  readonly storedMs: number;
  /** When the last event of the session came in, UTC ms. */
  readonly lastEventMs: number;
  /** When a call covered the page, UTC ms. 0: none does. */
  readonly interruptedAtMs: number;
  /** The page is behind a dark screen: whoever closes it then is not its wearer. */
  readonly isDark: boolean;
  /**
   * The clock was set behind a dark screen, and the helper can report how long the page's ticks had stopped by then: the last event before,
   * UTC ms by the clock of that time. 0: there is no such change.
   */
  readonly clockSetAfterMs: number;
  /**
   * Back from the dark, the page does nothing before this instant, UTC ms: the helper may have played what is overdue, and its report of
   * that may not be readable yet. 0: it does not wait.
   */
  readonly waitsUntilMs: number;
  /** A tick before this instant (UTC ms) finds nothing to do, which saves battery. 0: not known. */
  readonly idleUntilMs: number;
}

/** What the page can find out about the watch. The function reads files, so it is called only where it matters. */
export interface Facts {
  /** The wall clock, UTC ms. */
  readonly nowMs: number;
  /** What the helper has reported last; null if there is no report. */
  readonly helperReport: () => HelperReport | null;
}

/** What is to be done, in this order. A session is always stored before its cue is played. */
export type ConductorEffect =
  | Exclude<Effect, { readonly type: 'persist' | 'play' }>
  | { readonly type: 'store'; readonly session: SessionState }
  | { readonly type: 'play'; readonly cue: Cue }
  /** Arm the alarm for `atMs` (UTC ms) in place of what was armed before. */
  | { readonly type: 'arm-alarm'; readonly atMs: number }
  | { readonly type: 'stop-helper' };

/** The conductor after an event, with what is to be done about it. */
export type Turn = readonly [Conductor, readonly ConductorEffect[]];

/** The turn that makes a step of the engine the conductor's session. */
export function take(conductor: Conductor, [session, effects]: Step): Turn {
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

/** A turn in which nothing is to be done. */
export function noEffects(conductor: Conductor): Turn {
  return [conductor, []];
}

/** The conductor with the session as it was last seen at `seenMs` (UTC ms). */
export function seenAt(conductor: Conductor, seenMs: number): Conductor {
  return { ...conductor, session: { ...conductor.session, seenMs } };
}
