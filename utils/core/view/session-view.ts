/**
 * What the session page shows at an instant: texts by key, numbers, colours by meaning. Owns every decision about
 * what is seen; the page only draws it. Only `big` and `sweepDeg` change with time alone.
 */
import { assertNever } from '../base/assert-never.ts';
import { minimumS, type Slot } from '../routine/plan.ts';
import { type SessionState, slotOf } from '../session/state.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { WatchKey } from '../text/watch-en.ts';

/** What a colour means; the page knows which it is. */
export type Tone = 'position' | 'hold' | 'linger' | 'march' | 'paused' | 'ended';

export interface SessionView {
  readonly tone: Tone;
  readonly side: Phrase | null;
  /** Seconds, or lifts of the march. */
  readonly big: string;
  readonly title: Phrase;
  readonly hint: Phrase;
  /** The ring from the top, clockwise: 0 to 360, whole degrees. */
  readonly sweepDeg: number;
  /** The wearer is asked to say go on. */
  readonly asks: boolean;
  readonly ended: boolean;
}

export function sessionView(state: SessionState, atMs: number): SessionView {
  const slot = slotOf(state);
  const base = {
    title: titleOf(slot),
    side: sideOf(state, slot),
    asks: false,
    ended: false,
  };
  const phase = state.phase;
  switch (phase.at) {
    case 'position': {
      const totalMs = Math.max(1, phase.untilMs - phase.sinceMs);
      const leftMs = Math.max(0, phase.untilMs - atMs);
      return {
        ...base,
        tone: 'position',
        // A countdown, with a sign that no hold has: getting ready must not be taken for holding.
        big: `-${Math.ceil(leftMs / 1000)}`,
        hint: phrase(slot.kind === 'march' ? 'hint.position.stand' : 'hint.position'),
        sweepDeg: sweep(leftMs / totalMs),
      };
    }
    case 'hold': {
      const elapsedMs = Math.max(0, atMs - phase.sinceMs);
      const wholeMs = slot.kind === 'hold' ? minimumS(slot) * 1000 : 1;
      return {
        ...base,
        tone: 'hold',
        big: seconds(elapsedMs),
        hint: phrase(holdHint(slot, phase.cursor)),
        sweepDeg: sweep(elapsedMs / wholeMs),
      };
    }
    case 'linger': {
      const leftMs = Math.max(0, phase.untilMs - atMs);
      const stayMs = Math.max(1, phase.untilMs - phase.sinceMs);
      return {
        ...base,
        tone: 'linger',
        big: seconds(Math.max(0, atMs - phase.sinceMs)),
        hint: phrase('hint.linger'),
        sweepDeg: sweep(1 - leftMs / stayMs),
      };
    }
    case 'march': {
      const lifts = slot.kind === 'march' ? slot.lifts : 1;
      return {
        ...base,
        tone: 'march',
        big: String(state.beats),
        hint: phrase('hint.march', `${state.beats}/${lifts}`),
        sweepDeg: sweep(state.beats / lifts),
      };
    }
    case 'paused':
      return {
        ...base,
        tone: 'paused',
        big: seconds(Math.max(0, atMs - phase.sinceMs)),
        hint: phase.why === 'unguided' ? question(slot) : phrase('hint.paused'),
        sweepDeg: 0,
        asks: true,
      };
    case 'ended':
      return { ...base, tone: 'ended', big: '', hint: phrase('hint.done'), sweepDeg: 360, ended: true };
    default:
      return assertNever(phase);
  }
}

function titleOf(slot: Slot): Phrase {
  const tool = slot.kind === 'hold' ? slot.tool : 'ball';
  const key: WatchKey = `step.${slot.step}.${tool}`;
  return phrase(key);
}

/** The letter of the side in hand; in the march, of the knee to lift. */
function sideOf(state: SessionState, slot: Slot): Phrase | null {
  if (slot.kind === 'hold') return phrase(`side.${slot.side}`);
  if (state.phase.at !== 'march' || state.beats === 0) return null;
  const first = slot.side;
  const other = first === 'left' ? 'right' : 'left';
  return phrase(`side.${state.beats % 2 === 1 ? first : other}`);
}

function holdHint(slot: Slot, cursor: number): WatchKey {
  const last = slot.kind === 'hold' && cursor > 0 ? slot.cues[cursor - 1] : undefined;
  if (last === undefined) return 'hint.hold';
  return last.cue === 'press' ? 'hint.hold.press' : 'hint.hold.easing';
}

function question(slot: Slot): Phrase {
  if (slot.kind === 'march') return phrase('hint.unguided.march');
  return phrase('hint.unguided', slot.side === 'left' ? 'L' : 'R', slot.spot);
}

function seconds(durationMs: number): string {
  return String(Math.floor(durationMs / 1000));
}

function sweep(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 360);
}
