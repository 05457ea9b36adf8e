/**
 * What the session page shows at a given time: texts by key, numbers, and colours by meaning. This module and `cue-view.ts`
 * decide everything that is shown; the page only draws it. While nothing happens, time changes only the dial.
 */
import { minimumS, type Slot } from '../routine/plan.ts';
import { hasLeadIn, LEAD_IN_S, leadInS } from '../session/lead-in.ts';
import { type QuickInput, quickInputOf } from '../session/quick-input.ts';
import { cuesOf, liftsDone, lingers, type SessionState, slotOf } from '../session/state.ts';
import { wholeS } from '../session/transitions.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { DIM_PART_MS, NEVER } from './dimmed-hold.ts';

/** The meaning of a colour; `page/widgets/colours.ts` has the colours. */
export type Tone = 'position' | 'hold' | 'linger' | 'march' | 'paused' | 'ended';

/** What the first button of the menu and the second of the position phase currently do. */
export type Action = QuickInput | 'undone';

/** How a wearer answers without looking: by the crown, or by a long press if the watch has none. */
export type BlindWay = 'crown' | 'long';

/** The part of a view that changes with time alone. */
export interface Dial {
  /** The large number: seconds of a hold, lifts of the march, or the seconds left of a lead-in. Empty in every other phase. */
  readonly big: string;
  /**
   * How far the ring is filled, from the top clockwise: 0 to 360, whole degrees. While getting into place and after the minimum
   * it shows the time left and empties. In a hold it shows the part of the minimum that is done, in a march of the lifts, and
   * fills.
   */
  readonly sweepDeg: number;
  /** While getting into place: where the ball goes, alternating with what the body does. */
  readonly place: Phrase | null;
  /** Null if a hold is dimmed. */
  readonly line: Phrase | null;
  /** The meaning of the line's colour. */
  readonly lineTone: Tone;
}

export interface SessionView extends Dial {
  readonly tone: Tone;
  readonly action: Action;
  /** What "go on" does before the time: after the minimum it lets go of the hold and no longer skips anything. */
  readonly onward: 'skipped' | 'let-go';
  /** The side as a word; in a march, the knee to lift. */
  readonly side: Phrase;
  /** File name of the drawing of the position; empty if there is none. */
  readonly picture: string;
  /** How many lifts there are, beside the number of a march. */
  readonly unit: Phrase | null;
  /** The quiet line under the others. */
  readonly note: Phrase | null;
  /** Where on the ring a hold's cues come before its minimum, and the minimum itself: degrees from the top clockwise. */
  readonly marksDeg: readonly number[];
  /** Index of the current slot, and how many there are. */
  readonly slot: number;
  readonly slots: number;
  /** A hold shows only its side, its number and its ring. */
  readonly isDimmed: boolean;
}

/** The last part of a hold's linger counts down, s; before that the line says how it ends. */
const COUNTDOWN_S = 30;
/** How long each of several alternating lines is shown, ms. An own routine has a name and up to five lines of instruction. */
const TURN_MS = 5_000;
const PLACE_TURN_MS = 10_000;
/** Other changes of a second come this much later, ms, because a tick writes at most two properties. */
const HALF_MS = 500;
/** The lines of a hold, created once, because they are shown for most of its seconds. */
const HOLD_LINES = {
  still: phrase('hint.hold'),
  check: phrase('hint.easing'),
  press: phrase('hint.press'),
  crown: phrase('hint.no.crown'),
  long: phrase('hint.no.long'),
};
/** Lines about form in a march; each is shown for two lifts. */
const FORMS = 6;

export function toneOf(state: SessionState): Tone {
  return lingers(state) ? 'linger' : state.phase.at;
}

/** The prefix of the keys of a step's texts. */
export function stepKey(slot: Slot): `step.${string}` {
  return `step.${slot.step}.${slot.kind === 'hold' ? slot.kit : 'none'}`;
}

/** The alternating lines while getting into place: built-in routines say where and how; the wearer's own have their own lines. */
function placePhrase({ plan }: SessionState, slot: Slot, turn: number): Phrase {
  const { lines } = plan;
  if (lines === undefined) return phrase(`${stepKey(slot)}.${turn % 2 === 1 ? 'body' : 'place'}`);
  const own = lines.find(({ step }) => step === slot.step);
  return phrase('plain', own?.lines[turn % own.lines.length] || slot.step);
}

/** @param dimsAtMs when the current hold is dimmed, UTC ms */
export function sessionDial(state: SessionState, atMs: number, way: BlindWay, dimsAtMs = NEVER): Dial {
  const slot = slotOf(state);
  const { phase } = state;
  const cues = slot.kind === 'hold' ? slot.cues : [];
  const tone: Tone = phase.at === 'hold' && phase.cursor >= cues.length ? 'linger' : phase.at;
  const sinceMs = Math.max(0, atMs - phase.sinceMs);
  const leftMs = Math.max(0, phase.untilMs - atMs);
  let big = '';
  let done = 1;
  let place: Phrase | null = null;
  let line: Phrase | null = null;
  let lineTone = tone;
  if (tone === 'position') {
    const turnOf = (ms: number): number =>
      Math.max(1, Math.ceil((ms - HALF_MS) / (state.plan.lines ? TURN_MS : PLACE_TURN_MS)));
    const turn = turnOf(sinceMs + leftMs) - turnOf(leftMs);
    if (!isRoomMade(state, atMs)) place = placePhrase(state, slot, turn);
    const leftS = Math.ceil(leftMs / 1000);
    const isLeadIn = leadInS(state, atMs) > 0;
    big = isLeadIn ? String(leftS) : '';
    line = isLeadIn ? phrase('hint.leadIn') : phrase('hint.starts', leftS);
    // In the lead-in the number changes each second. The ring does not move, so that a tick writes at most two properties.
    done = ((isLeadIn ? LEAD_IN_S + 1 : leftS) * 1000) / Math.max(1, sinceMs + leftMs);
  } else if (tone === 'hold') {
    const heldS = wholeS(sinceMs);
    big = String(heldS);
    done = heldS / minimumS(cues);
    line = HOLD_LINES.still;
    const asked = phase.at === 'hold' && cues[phase.cursor - 1];
    if (asked && Math.floor((sinceMs + HALF_MS) / TURN_MS) % 2 === 1) {
      line = HOLD_LINES[way];
      lineTone = 'linger';
    } else if (asked) line = asked.cue === 'press' ? HOLD_LINES.press : HOLD_LINES.check;
  } else if (tone === 'linger') {
    big = String(wholeS(sinceMs));
    const totalMs = phase.untilMs - phase.sinceMs - minimumS(cues) * 1000;
    // The number and the line change at each second, and the ring half a second later, so that a tick writes at most two properties.
    done = (Math.ceil((leftMs - HALF_MS) / 1000) * 1000) / Math.max(1, totalMs);
    const leftS = Math.ceil(leftMs / 1000);
    line =
      leftS <= COUNTDOWN_S
        ? phrase('hint.moves', leftS)
        : phrase('hint.staying', wholeS(phase.untilMs - phase.sinceMs));
  } else if (slot.kind === 'march' && tone === 'march') {
    const lifts = liftsDone(state);
    big = String(lifts);
    done = lifts / slot.lifts;
    // Our own texts explain the march; other routines have their own lines for repetitions.
    const turn = Math.floor(lifts / 2);
    line = state.plan.lines ? placePhrase(state, slot, turn) : phrase(`form.${turn % FORMS}` as 'form.0');
  } else if (tone === 'paused') {
    line = pauseTitle(state, slot);
  }
  // After the minimum, a full second writes the line and the half-second after it the ring. Each leaves one property for dimming.
  const isLineDimmed = atMs >= dimsAtMs + (tone === 'linger' ? DIM_PART_MS : 0);
  return {
    big,
    sweepDeg: Math.round(Math.min(1, done) * 360),
    place,
    line: isLineDimmed ? null : line || phrase('hint.ended'),
    lineTone,
  };
}

/** @param dimsAtMs when the current hold is dimmed, UTC ms */
export function sessionView(state: SessionState, atMs: number, way: BlindWay, dimsAtMs = NEVER): SessionView {
  const slot = slotOf(state);
  const tone = toneOf(state);
  const isDimmed = atMs >= dimsAtMs;
  const marks = tone === 'hold' ? cuesOf(state) : [];
  return {
    ...sessionDial(state, atMs, way, dimsAtMs),
    tone,
    action: tone === 'position' && canUndo(state, atMs) ? 'undone' : quickInputOf(state),
    onward: tone === 'linger' ? 'let-go' : 'skipped',
    side: sideOf(state),
    picture:
      tone === 'position' && slot.glyph && !isRoomMade(state, atMs) ? `${slot.glyph}-${slot.side}` : '',
    unit: tone === 'march' && slot.kind === 'march' ? phrase('hint.of', slot.lifts) : null,
    note: isDimmed ? null : noteOf(state, tone, way),
    marksDeg: marks.map(({ atS }) => Math.round((atS / minimumS(marks)) * 360)),
    slot: state.slot,
    slots: state.plan.slots.length,
    isDimmed,
  };
}

/** Whether the drawing and the place are hidden, because the number of the lead-in appears there half a second later. */
function isRoomMade(state: SessionState, atMs: number): boolean {
  const { phase } = state;
  return hasLeadIn(state) && phase.at === 'position' && phase.untilMs - atMs <= LEAD_IN_S * 1000 + HALF_MS;
}

/** The current side; in a march, the knee to lift, and while getting into place the one that is lifted next. */
export function sideOf(state: SessionState): Phrase {
  const slot = slotOf(state);
  if (slot.kind === 'hold') return phrase(`side.${slot.side}`);
  const lifts = liftsDone(state);
  const lift = state.phase.at === 'position' || lifts === 0 ? lifts + 1 : lifts;
  const isFirst = lift % 2 === 1;
  const side = isFirst === (slot.side === 'left') ? 'left' : 'right';
  return phrase(state.plan.lines ? `side.${side}` : `knee.${side}`);
}

function pauseTitle({ phase }: SessionState, slot: Slot): Phrase {
  if (phase.at !== 'paused' || phase.why !== 'unguided') return phrase('hint.paused');
  if (slot.kind === 'march') return phrase('hint.unguided.march');
  return phrase('hint.unguided', phrase(`side.${slot.side}`));
}

function noteOf(state: SessionState, tone: Tone, way: BlindWay): Phrase | null {
  const { phase, plan } = state;
  if (tone === 'linger' && phase.untilMs < phase.sinceMs + plan.ceilingS * 1000)
    return phrase(`hint.stay.${way}`);
  if (phase.at !== 'paused') return null;
  const isSameHold = phase.fromSlot === undefined && slotOf(state).kind === 'hold';
  return isSameHold ? phrase('pause.again') : phrase('pause.next', sideOf(state));
}

function canUndo({ undo }: SessionState, atMs: number): boolean {
  return undo !== null && atMs <= undo.untilMs;
}

/** The last drawn state, and when it was drawn. Until `untilMs` (UTC ms) nothing visible changes while the state is the same. */
export interface Drawn {
  readonly state: SessionState;
  readonly atMs: number;
  readonly untilMs: number;
  /** When the hold was to be dimmed, UTC ms. */
  readonly dimsAtMs: number;
}

/** What the page has to draw again. */
export type Redraw = 'nothing' | 'dial' | 'view';

/**
 * What has changed since the last drawing.
 * @param drawn null if nothing has been drawn
 * @param dimsAtMs when the current hold is dimmed, UTC ms
 */
export function diffView(drawn: Drawn | null, state: SessionState, atMs: number, dimsAtMs = NEVER): Redraw {
  if (drawn === null) return 'view';
  const isEarly = atMs < drawn.untilMs;
  // This is so at most ticks: nothing has happened, and no second has passed.
  if (isEarly && state === drawn.state && dimsAtMs === drawn.dimsAtMs) return 'nothing';
  const isDimmed = atMs >= dimsAtMs;
  const wasDimmed = drawn.atMs >= drawn.dimsAtMs;
  if (isDimmed !== wasDimmed) return 'view';
  if (!isSameButDial(drawn, state, atMs)) return 'view';
  // A tick may return a different state that looks the same, because a pause notes at each tick when it was last seen.
  return isEarly ? 'nothing' : 'dial';
}

/** What to remember of a drawing. @param dimsAtMs when the current hold is dimmed, UTC ms */
export function drawnAt(state: SessionState, atMs: number, dimsAtMs = NEVER): Drawn {
  const untilMs = nextChangeMs(state, atMs);
  return { state, atMs, dimsAtMs, untilMs: atMs < dimsAtMs ? Math.min(untilMs, dimsAtMs) : untilMs };
}

/** When time alone next changes what is shown, apart from the dimming of a hold, UTC ms. */
function nextChangeMs(state: SessionState, atMs: number): number {
  const { phase, undo } = state;
  // During a pause nothing changes.
  if (phase.at === 'paused' || phase.at === 'ended') return NEVER;
  // The number counts whole seconds up, or down to the end of a position phase.
  const fromMs = phase.at === 'position' ? phase.untilMs : phase.sinceMs;
  const wholeMs = fromMs + (wholeS(atMs - fromMs) + 1) * 1000;
  const halfMs = wholeMs - HALF_MS;
  const turnMs = phase.at === 'position' && !state.plan.lines ? PLACE_TURN_MS : TURN_MS;
  const isBeforeLeadIn = hasLeadIn(state) && wholeMs - fromMs === -LEAD_IN_S * 1000;
  const isHalved = (wholeMs - fromMs) % turnMs === 0 || isBeforeLeadIn || lingers(state);
  const nextMs = isHalved && atMs < halfMs ? halfMs : wholeMs;
  return undo !== null && canUndo(state, atMs) ? Math.min(nextMs, undo.untilMs + 1) : nextMs;
}

/** Whether a view of `state` at `atMs` shows the same as the drawn one, apart from the dial. */
function isSameButDial(drawn: Drawn, state: SessionState, atMs: number): boolean {
  const { phase, slot, beats, undo } = drawn.state;
  return (
    state.phase === phase &&
    state.slot === slot &&
    state.beats === beats &&
    state.undo === undo &&
    isRoomMade(state, atMs) === isRoomMade(drawn.state, drawn.atMs) &&
    canUndo(state, atMs) === canUndo(drawn.state, drawn.atMs)
  );
}
