/** Decodes the pulses of the motor into cues. */
import type { Pulse } from 'zepp-watch-simulator';
import {
  type Cue,
  type CueStyle,
  GAP_MS,
  pattern,
  plainCue,
  REPEAT_AFTER_MS,
} from '../../utils/core/cue/vocabulary.ts';

/** Pulses with no pause between them that is longer than the gap of a pattern. */
export interface FeltCue {
  /** Virtual uptime of the first pulse, ms. */
  readonly atMs: number;
  /** Null if no cue has this pattern. */
  readonly cue: Cue | null;
  /** 2 for a cue that was felt once more after its pause. */
  readonly times: 1 | 2;
}

const CUES: readonly Cue[] = [
  plainCue('start'),
  plainCue('check'),
  plainCue('press'),
  plainCue('minimum'),
  plainCue('beat'),
  plainCue('done'),
  plainCue('come-back'),
  { name: 'move', to: 'spot' },
  { name: 'move', to: 'side' },
  { name: 'move', to: 'step' },
];

const USUAL: CueStyle = { strength: 'normal', motor: 'pattern' };
/** What is shorter than this confirms a touch, ms. */
const SHORTEST_MS = 100;
/** How far a pulse may be from the length that it should have, ms. */
const TOLERANCE_MS = 150;
/** How far the pause before a repetition may be from its length, ms: as late as the app still plays one. */
const REPEAT_TOLERANCE_MS = 1_500;

/** A pause that nobody feels, ms. */
const SEAM_MS = 20;

const lastsMs = ({ onMs, offMs }: Pulse): number => offMs - onMs;

/** Pulses as they are felt: a pulse that goes on where another ends is one with it. */
export function feltPulses(pulses: readonly Pulse[]): readonly Pulse[] {
  const felt: Pulse[] = [];
  for (const pulse of pulses) {
    const before = felt[felt.length - 1];
    if (before !== undefined && pulse.onMs - before.offMs <= SEAM_MS)
      felt[felt.length - 1] = { ...before, offMs: pulse.offMs };
    else felt.push(pulse);
  }
  return felt;
}

/** The cues that a wearer feels, without the short pulses that confirm a touch. */
export function feltCues(pulses: readonly Pulse[], style = USUAL): readonly FeltCue[] {
  const runs: Pulse[][] = [];
  for (const pulse of feltPulses(pulses)) {
    if (lastsMs(pulse) < SHORTEST_MS) continue;
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run !== undefined && last !== undefined && pulse.onMs - last.offMs <= GAP_MS * 1.5) run.push(pulse);
    else runs.push([pulse]);
  }
  const felt: FeltCue[] = [];
  let endMs = Number.NaN;
  for (const run of runs) {
    const atMs = run[0]?.onMs ?? 0;
    const cue = cueOfPulses(run, style);
    const before = felt[felt.length - 1];
    if (before !== undefined && isRepetition(before.cue, cue, atMs - endMs))
      felt[felt.length - 1] = { ...before, times: 2 };
    else felt.push({ atMs, cue, times: 1 });
    endMs = run[run.length - 1]?.offMs ?? atMs;
  }
  return felt;
}

/** Whether `cue`, which began `pauseMs` after the end of the cue before it, is that cue once more. */
export function isRepetition(before: Cue | null, cue: Cue | null, pauseMs: number): boolean {
  return (
    cue?.name === 'move' &&
    before?.name === 'move' &&
    cue.to === before.to &&
    cue.to !== 'spot' &&
    Math.abs(pauseMs - REPEAT_AFTER_MS) <= REPEAT_TOLERANCE_MS
  );
}

/**
 * The cue whose pattern is the closest to these pulses, those that confirm a touch left aside; null where none is close. Of cues
 * that are felt alike it is the first: a soft pulse is a beat, and a press is a check.
 */
export function cueOfPulses(pulses: readonly Pulse[], style = USUAL): Cue | null {
  const felt = pulses.map(lastsMs).filter((pulseMs) => pulseMs >= SHORTEST_MS);
  let closest: Cue | null = null;
  let leastMs = TOLERANCE_MS;
  for (const cue of CUES) {
    const wanted = pattern(cue, style).filter(({ on }) => on);
    if (wanted.length !== felt.length) continue;
    const offMs = Math.max(...wanted.map(({ durationMs }, at) => Math.abs(durationMs - (felt[at] ?? 0))));
    if (offMs >= leastMs) continue;
    closest = cue;
    leastMs = offMs;
  }
  return closest;
}
