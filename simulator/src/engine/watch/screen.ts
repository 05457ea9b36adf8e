/**
 * The glass: lit or dark, and why. Owns the bright time of the page in front, the wrist and palm rules and their
 * pauses. What follows from darkness (the app's end after 10 s) belongs to the app's life, not here.
 */
import type { Clock, Task } from '../clock.ts';
import type { EventLog } from '../event-log.ts';

/** Bright time of a page that asks for none, ms (display/setPageBrightTime.mdx). */
export const DEFAULT_BRIGHT_MS = 10_000;

/** Brightness that the system has set, percent (made up). */
export const DEFAULT_BRIGHTNESS = 60;

type ScreenOffGesture = 'wrist' | 'palm';

export interface Screen {
  readonly on: boolean;
  brightness: number;
  autoBrightness: boolean;
  readonly brightMs: number;
  /** Sets the bright time of the page in front; undefined gives the default back. */
  setBrightTime(brightMs: number | undefined): void;
  /** Keeps a lowered wrist or a palm from darkening the glass; 0 means until reset. */
  pause(gesture: ScreenOffGesture, durationMs: number): void;
  resume(gesture: ScreenOffGesture): void;
  isPaused(gesture: ScreenOffGesture): boolean;
  /** The page in front is gone: its bright time and pauses with it. */
  forgetPage(keepsPauses?: boolean): void;
  /** Somebody touched the watch: the bright time starts anew. */
  touch(): void;
  turnOn(why: string): void;
  turnOff(why: string): void;
  /** A lowered wrist or a palm; does nothing while paused. */
  gesture(gesture: ScreenOffGesture): void;
  listen(listener: (on: boolean) => void): () => void;
}

export function createScreen(clock: Clock, log: EventLog): Screen {
  const listeners = new Set<(on: boolean) => void>();
  const pausedUntilMs: Record<ScreenOffGesture, number> = { wrist: 0, palm: 0 };
  let on = true;
  let brightMs = DEFAULT_BRIGHT_MS;
  let darkening: Task | undefined;

  function rearm(): void {
    clock.cancel(darkening);
    darkening = on ? clock.after(brightMs, () => screen.turnOff('bright time over')) : undefined;
  }

  function change(value: boolean, why: string): void {
    if (on === value) {
      rearm();
      return;
    }
    on = value;
    rearm();
    log.emit('screen', `${on ? 'on' : 'off'}: ${why}`, { on });
    for (const listener of Array.from(listeners)) listener(on);
  }

  const screen: Screen = {
    get on() {
      return on;
    },
    brightness: DEFAULT_BRIGHTNESS,
    autoBrightness: true,
    get brightMs() {
      return brightMs;
    },
    setBrightTime(value) {
      brightMs = value ?? DEFAULT_BRIGHT_MS;
      rearm();
    },
    pause(gesture, durationMs) {
      pausedUntilMs[gesture] = durationMs === 0 ? Number.POSITIVE_INFINITY : clock.uptimeMs + durationMs;
    },
    resume(gesture) {
      pausedUntilMs[gesture] = 0;
    },
    isPaused: (gesture) => clock.uptimeMs < pausedUntilMs[gesture],
    forgetPage(keepsPauses = false) {
      if (!keepsPauses) {
        pausedUntilMs.wrist = 0;
        pausedUntilMs.palm = 0;
      }
      screen.setBrightTime(undefined);
    },
    touch: rearm,
    turnOn: (why) => change(true, why),
    turnOff: (why) => change(false, why),
    gesture(gesture) {
      if (screen.isPaused(gesture)) return;
      screen.turnOff(gesture === 'wrist' ? 'wrist lowered' : 'palm on the glass');
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  rearm();
  return screen;
}
