/**
 * What the session page shows at an instant: texts by key, numbers, and colours by meaning. Every decision about what is seen
 * is made here; the page only draws it. While nothing happens, time changes the dial alone.
 */
import { type MoveTo, minimumS, moveBetween, type Slot } from '../routine/plan.ts';
import { cuesOf, lingers, type SessionState, slotOf } from '../session/state.ts';
import { wholeS } from '../session/transitions.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { WatchKey } from '../text/watch-en.ts';

/** The meaning of a colour; `page/widgets/colours.ts` has the colours. */
export type Tone = 'position' | 'hold' | 'linger' | 'march' | 'paused' | 'ended';

/** What the quick inputs (crown, key, first button of the action sheet) do at this moment. */
export type Action = 'more-time' | 'undone' | 'not-easing' | 'stay' | 'paused' | 'resumed';

const ACTIONS: Readonly<Record<Tone, Action>> = {
  position: 'more-time',
  hold: 'not-easing',
  linger: 'stay',
  march: 'paused',
  paused: 'resumed',
  ended: 'resumed',
};

/** The part of a view that changes with time alone. */
export interface Dial {
  /** The large number: seconds, or lifts of the march. */
  readonly big: string;
  /** How far the ring is filled, from the top clockwise: 0 to 360, whole degrees. */
  readonly sweepDeg: number;
}

export interface SessionView extends Dial {
  readonly tone: Tone;
  readonly action: Action;
  /** What "go on" before the time does: after the minimum it lets go of the hold, and skips nothing any more. */
  readonly onward: 'skipped' | 'let-go';
  /** L or R; null in a march before its first lift. */
  readonly side: Phrase | null;
  /** The name of the picture of what the body does; empty where there is none. */
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
    // A countdown with a minus sign, which no hold has, so that getting ready is not taken for holding.
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
    title: phrase(`step.${slot.step}.${slot.kind === 'hold' ? slot.kit : 'ball'}`),
    hint: hintOf(state, slot, tone),
  };
}

function canUndo({ undo }: SessionState, atMs: number): boolean {
  return undo !== null && atMs <= undo.untilMs;
}

/** The last drawn state, and when it was drawn. Until `untilMs` (UTC ms) nothing visible changes while the state is the same. */
export interface Drawn {
  readonly state: SessionState;
  readonly atMs: number;
  readonly untilMs: number;
}

/** What the page has to draw anew. */
export type Redraw = 'nothing' | 'dial' | 'view';

/** What has changed since the last drawing. @param drawn null where nothing has been drawn */
export function diffView(drawn: Drawn | null, state: SessionState, atMs: number): Redraw {
  if (drawn === null) return 'view';
  const isEarly = atMs < drawn.untilMs;
  // This is so at most ticks: nothing has happened, and no second has passed.
  if (isEarly && state === drawn.state) return 'nothing';
  if (!isSameButDial(drawn, state, atMs)) return 'view';
  // A tick may give another state that looks the same: a pause notes at each when it was last seen.
  return isEarly ? 'nothing' : 'dial';
}

/** What to remember of a drawing. */
export function drawnAt(state: SessionState, atMs: number): Drawn {
  const { phase, undo } = state;
  // The number counts whole seconds up, or down to the end of a position phase. The ring moves once a second with it.
  const fromMs = phase.at === 'position' ? phase.untilMs : phase.sinceMs;
  const nextMs = fromMs + (wholeS(atMs - fromMs) + 1) * 1000;
  const untilMs = undo !== null && canUndo(state, atMs) ? Math.min(nextMs, undo.untilMs + 1) : nextMs;
  return { state, atMs, untilMs };
}

/** Whether a view of `state` at `atMs` shows the same as the drawn one, the dial left aside. */
function isSameButDial(drawn: Drawn, state: SessionState, atMs: number): boolean {
  const { phase, slot, beats, undo } = drawn.state;
  return (
    state.phase === phase &&
    state.slot === slot &&
    state.beats === beats &&
    state.undo === undo &&
    canUndo(state, atMs) === canUndo(drawn.state, drawn.atMs)
  );
}

/** The letter of the side in hand; in a march, of the knee to lift. */
function sideOf(state: SessionState, slot: Slot): Phrase | null {
  if (slot.kind === 'hold') return phrase(`side.${slot.side}`);
  if (state.beats === 0) return null;
  const first = state.beats % 2 === 1;
  return phrase(first === (slot.side === 'left') ? 'side.left' : 'side.right');
}

/** Hints of a position phase, by the move cue that brought the wearer here. */
const PLACES: Readonly<Record<MoveTo, WatchKey>> = {
  spot: 'hint.position.next',
  side: 'hint.position.side',
  step: 'hint.position.step',
};

/** The move cue that brought the wearer here; null in the first position of a session. */
function movedBy({ plan, tries, slot }: SessionState): MoveTo | null {
  const last = tries[tries.length - 1];
  return last === undefined ? null : moveBetween(plan, last.slot, slot);
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
