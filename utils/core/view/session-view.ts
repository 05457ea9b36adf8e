/**
 * What the session page shows at an instant: texts by key, numbers, colours by meaning. Owns every decision about
 * what is seen; the page only draws it. With time alone only the dial changes.
 */
import { type MoveTo, minimumS, moveAfter, type Slot } from '../routine/plan.ts';
import { cuesOf, lingers, type SessionState, slotOf } from '../session/state.ts';
import { wholeS } from '../session/transitions.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { WatchKey } from '../text/watch-en.ts';

/** What a colour means; the page knows which it is. */
export type Tone = 'position' | 'hold' | 'linger' | 'march' | 'paused' | 'ended';

/** What the short ways (crown, key, top of the sheet) do at this moment. */
export type Action = 'more-time' | 'undone' | 'not-easing' | 'stay' | 'paused' | 'resumed';

const ACTIONS: Readonly<Record<Tone, Action>> = {
  position: 'more-time',
  hold: 'not-easing',
  linger: 'stay',
  march: 'paused',
  paused: 'resumed',
  ended: 'resumed',
};

/** What of a view changes with time alone. */
export interface Dial {
  /** Seconds, or lifts of the march. */
  readonly big: string;
  /** The ring from the top, clockwise: 0 to 360, whole degrees. */
  readonly sweepDeg: number;
}

export interface SessionView extends Dial {
  readonly tone: Tone;
  readonly action: Action;
  /** What going on before the time is: after the minimum nothing is skipped any more. */
  readonly onward: 'skipped' | 'let-go';
  /** L or R, or nothing. */
  readonly side: Phrase | null;
  /** What the body does: a picture's name; empty where there is none. */
  readonly glyph: string;
  readonly title: Phrase;
  readonly hint: Phrase;
}

function toneOf(state: SessionState): Tone {
  return lingers(state) ? 'linger' : state.phase.at;
}

export function sessionDial(state: SessionState, atMs: number): Dial {
  const slot = slotOf(state);
  const phase = state.phase;
  const tone = toneOf(state);
  const sinceMs = Math.max(0, atMs - phase.sinceMs);
  const leftMs = Math.max(0, phase.untilMs - atMs);
  let big = String(wholeS(sinceMs));
  let done = 1 - leftMs / Math.max(1, sinceMs + leftMs);
  if (tone === 'position') {
    // A countdown, with a sign that no hold has: getting ready must not be taken for holding.
    big = `-${Math.ceil(leftMs / 1000)}`;
    done = 1 - done;
  } else if (tone === 'hold') {
    done = sinceMs / (minimumS(cuesOf(state)) * 1000);
  } else if (slot.kind === 'march' && tone === 'march') {
    big = String(state.beats);
    done = state.beats / slot.lifts;
  }
  return { big, sweepDeg: Math.round(Math.min(1, done) * 360) };
}

export function sessionView(state: SessionState, atMs: number): SessionView {
  const slot = slotOf(state);
  const tone = toneOf(state);
  const { big, sweepDeg } = sessionDial(state, atMs);
  return {
    big,
    sweepDeg,
    tone,
    action: tone === 'position' && canUndo(state, atMs) ? 'undone' : ACTIONS[tone],
    onward: tone === 'linger' ? 'let-go' : 'skipped',
    side: sideOf(state, slot),
    glyph: slot.glyph || '',
    title: phrase(`step.${slot.step}.${slot.kind === 'hold' ? slot.tool : 'ball'}`),
    hint: hintOf(state, slot, tone),
  };
}

function canUndo({ undo }: SessionState, atMs: number): boolean {
  return undo !== null && atMs <= undo.untilMs;
}

/** What was drawn last, when, and until when that very state tells the same, UTC ms. */
export interface Drawn {
  readonly state: SessionState;
  readonly atMs: number;
  readonly untilMs: number;
}

/** What a page has to draw anew. */
export type Redraw = 'nothing' | 'dial' | 'view';

/** @param seen null where nothing has been drawn */
export function diffView(seen: Drawn | null, state: SessionState, atMs: number): Redraw {
  if (seen === null) return 'view';
  const isEarly = atMs < seen.untilMs;
  // Most ticks: nothing has come about, and no second has passed.
  if (isEarly && state === seen.state) return 'nothing';
  if (!isOnlyDial(seen, state, atMs)) return 'view';
  // A pause notes when it was looked at, and is another state at each tick.
  return isEarly ? 'nothing' : 'dial';
}

export function drawnAt(state: SessionState, atMs: number): Drawn {
  const { phase, undo } = state;
  // The number counts whole seconds from the one, or down to the other; within a second the ring's few degrees can wait.
  const fromMs = phase.at === 'position' ? phase.untilMs : phase.sinceMs;
  const nextMs = fromMs + (wholeS(atMs - fromMs) + 1) * 1000;
  const untilMs = undo !== null && canUndo(state, atMs) ? Math.min(nextMs, undo.untilMs + 1) : nextMs;
  return { state, atMs, untilMs };
}

/** Whether a view of `state` at `atMs` tells what the one that was seen did, but for the dial. */
function isOnlyDial(seen: Drawn, state: SessionState, atMs: number): boolean {
  const { phase, slot, beats, undo } = seen.state;
  return (
    state.phase === phase &&
    state.slot === slot &&
    state.beats === beats &&
    state.undo === undo &&
    canUndo(state, atMs) === canUndo(seen.state, seen.atMs)
  );
}

/** The letter of the side in hand; in the march, of the knee to lift. */
function sideOf(state: SessionState, slot: Slot): Phrase | null {
  if (slot.kind === 'hold') return phrase(`side.${slot.side}`);
  if (state.beats === 0) return null;
  const first = state.beats % 2 === 1;
  return phrase(first === (slot.side === 'left') ? 'side.left' : 'side.right');
}

/** By the move cue that was felt on the way here; each has its own words in the first session. */
const PLACES: Readonly<Record<MoveTo, WatchKey>> = {
  spot: 'hint.position.next',
  side: 'hint.position.side',
  step: 'hint.position.step',
};

/** The move cue that brought the wearer here; null where a touch did, or where the slot is tried once more. */
function movedBy({ plan, tries, slot }: SessionState): MoveTo | null {
  const last = tries[tries.length - 1];
  return last !== undefined && last.slot === slot - 1 && last.outcome === 'guided-to-end'
    ? moveAfter(plan, last.slot)
    : null;
}

function hintOf(state: SessionState, slot: Slot, tone: Tone): Phrase {
  const phase = state.phase;
  if (phase.at === 'paused' && phase.why === 'unguided') {
    if (slot.kind === 'march') return phrase('hint.unguided.march');
    return phrase('hint.unguided', phrase(`side.${slot.side}`), slot.spot);
  }
  if (tone === 'march' && slot.kind === 'march') return phrase('hint.march', `${state.beats}/${slot.lifts}`);
  let key: WatchKey = `hint.${tone}`;
  if (tone === 'position') {
    const by = movedBy(state);
    if (by !== null) key = slot.kind === 'march' ? 'hint.position.stand' : PLACES[by];
    return phrase(key, phrase(`step.${slot.step}.place`));
  }
  if (phase.at === 'hold' && tone === 'hold') {
    const last = cuesOf(state)[phase.cursor - 1];
    if (last !== undefined) key = last.cue === 'press' ? 'hint.hold.press' : 'hint.hold.easing';
  }
  return phrase(key);
}
