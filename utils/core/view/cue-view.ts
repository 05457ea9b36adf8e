/** What the page shows for five seconds while a cue is felt: its pulses, its meaning, and the answers to it. */
import { type Cue, type CueStyle, cueWord, pulsesOf } from '../cue/vocabulary.ts';
import { minimumS } from '../routine/plan.ts';
import { cuesOf, type SessionState, slotOf } from '../session/state.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { WatchKey } from '../text/watch-en.ts';
import { type BlindWay, sessionDial, sideOf, stepKey, type Tone, toneOf } from './session-view.ts';

export interface CueView {
  /** The meaning of the rim's colour. */
  readonly tone: Tone;
  /** How long each pulse lasts, ms. */
  readonly pulsesMs: readonly number[];
  /** The pulses in words; only in the first session. */
  readonly felt: Phrase | null;
  /** File name of the drawing of what to do; empty if there is none. */
  readonly picture: string;
  /** How large the first lines are: one large word, a title over the side as a large word, or the caption of the drawing. */
  readonly look: 'word' | 'side' | 'drawing';
  readonly lines: readonly CueLine[];
}

/** A line, and the meaning of its colour: null if it has none. */
export type CueLine = readonly [words: Phrase, tone: Tone | null];

/** Drawings of how one gets from one step to the next, by the glyph of the step that comes. */
const MOVES: Readonly<Record<string, string>> = { 'back-ball': 'turn-over', march: 'stand-up' };

/**
 * @param state the session after the cue
 * @param tellsFelt whether the pulses are also described in words, as in the wearer's first session
 * @returns null for a cue that is not shown: a beat of the march, a soft pulse, and the reminder of a pause
 */
export function cueView(
  cue: Cue,
  state: SessionState,
  atMs: number,
  style: CueStyle,
  way: BlindWay,
  tellsFelt: boolean,
): CueView | null {
  const { name, to } = cue;
  if (name === 'beat' || name === 'soft' || state.phase.at === 'paused') return null;
  const slot = slotOf(state);
  const tone = to === null ? toneOf(state) : 'position';
  let look: CueView['look'] = 'word';
  let picture = '';
  // In one of the wearer's own routines, another spot on the same side is often the same hold again.
  const word = to === 'spot' && state.plan.lines ? 'again' : to || name;
  const lines: CueLine[] = [[phrase(`cueScreen.${word}` as WatchKey, minimumS(cuesOf(state))), null]];
  if (name === 'check' || name === 'press') {
    if (name === 'check') lines.push([phrase('cueScreen.yes'), 'hold']);
    else {
      look = 'drawing';
      picture = `${slot.glyph}-press-${slot.side}`;
    }
    lines.push([phrase(`cueScreen.no.${way}`), 'linger']);
    if (way === 'crown') lines.push([phrase('cueScreen.menu'), 'linger']);
  } else if (name === 'minimum' || name === 'done') {
    lines.push([phrase(name === 'done' ? 'hint.ended' : 'cueScreen.free'), tone]);
  } else {
    look = 'side';
    lines.push([sideOf(state), null]);
    const { line } = sessionDial(state, atMs, way);
    if (to === null && line !== null) lines.push([line, tone]);
  }
  if (to !== null) {
    const { phase, plan, tries } = state;
    const left = plan.slots[tries[tries.length - 1]?.slot ?? -1];
    const isOffHook = phase.at === 'position' && left?.kind === 'hold' && left.kit === 'hook';
    if (to === 'step') {
      look = 'drawing';
      // For a built-in routine a phrase says how to get there, with the side; for one of the wearer's own, its name does. In a march
      // and in an own routine the side stands in the line under it.
      const how = plan.lines
        ? phrase('plain', slot.step)
        : phrase(`${stepKey(slot)}.move`, phrase(`side.${slot.side}`));
      lines.splice(0, 2, [how, null]);
      picture = isOffHook
        ? `hook-away-${left.side}`
        : MOVES[slot.glyph || ''] || `${slot.glyph}-${slot.side}`;
    }
    const forS = Math.ceil((phase.untilMs - phase.sinceMs) / 1000);
    if (isOffHook) lines.push([phrase('cueScreen.hook'), 'linger']);
    else if (phase.at === 'position') {
      const isSideSaid = to !== 'step' || (!plan.lines && slot.kind === 'hold');
      const key = isSideSaid ? 'there' : plan.lines ? 'side-in' : 'knee';
      lines.push([phrase(`cueScreen.${key}`, forS, sideOf(state)), tone]);
    }
  }
  return {
    tone,
    pulsesMs: pulsesOf(cue, style),
    // Only the current patterns have words.
    felt: tellsFelt && style.edition !== 1 ? phrase(`felt.${cueWord(cue)}` as WatchKey) : null,
    picture: slot.glyph ? picture : '',
    look,
    lines,
  };
}
