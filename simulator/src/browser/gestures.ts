/** Turns pointer events into taps, long presses and swipes. Points are px of the watch's screen; time is an argument. */
import type { Verb } from '../engine/types.ts';

/** A press counts as long from this time on, ms (Zepp OS reference, widget BUTTON: `longpress_func`). */
export const LONG_PRESS_MS = 700;
/** A finger that moves less than this share of the screen counts as still. */
const TAP_SLACK = 0.05;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
  readonly moved: boolean;
  readonly done: boolean;
}

export interface Gestures {
  down(x: number, y: number, atMs: number): void;
  move(x: number, y: number): void;
  /** Call it when `LONG_PRESS_MS` have passed. It returns a long press if the finger has not moved. */
  held(atMs: number): Verb | null;
  up(x: number, y: number, atMs: number): Verb | null;
  cancel(): void;
}

function directionOf(dx: number, dy: number): 'up' | 'down' | 'left' | 'right' {
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? 'right' : 'left';
  return dy > 0 ? 'down' : 'up';
}

/** @param sizePx the smaller side of the screen */
export function createGestures(sizePx: number): Gestures {
  let press: Press | null = null;
  const slackPx = sizePx * TAP_SLACK;
  const strays = (from: Press, x: number, y: number): boolean => Math.hypot(x - from.x, y - from.y) > slackPx;
  const place = (from: Press): { x: number; y: number } => ({ x: Math.round(from.x), y: Math.round(from.y) });

  return {
    down: (x, y, atMs) => {
      press = { x, y, atMs, moved: false, done: false };
    },
    move: (x, y) => {
      if (press !== null && strays(press, x, y)) press = { ...press, moved: true };
    },
    held: (atMs) => {
      if (press === null || press.moved || press.done || atMs - press.atMs < LONG_PRESS_MS) return null;
      const verb: Verb = { verb: 'long-press', ...place(press) };
      press = { ...press, done: true };
      return verb;
    },
    up: (x, y, atMs) => {
      const from = press;
      press = null;
      if (from === null || from.done) return null;
      if (strays(from, x, y)) return { verb: 'swipe', direction: directionOf(x - from.x, y - from.y) };
      if (from.moved) return null;
      const verb = atMs - from.atMs >= LONG_PRESS_MS ? 'long-press' : 'tap';
      return { verb, ...place(from) };
    },
    cancel: () => {
      press = null;
    },
  };
}
