/**
 * The screen: lit or dark, its bright time, and the two gestures that switch it off, with their pauses. `watch.ts` decides what a dark
 * screen means for the app.
 */
import type { Clock, Task } from '../clock.ts';
import type { EventLog } from '../event-log.ts';

/** Bright time of a page that asks for none, ms (display/setPageBrightTime.mdx). */
const DEFAULT_BRIGHT_MS = 10_000;

/** Brightness that the system has chosen, percent (assumed). */
export const DEFAULT_BRIGHTNESS = 60;

/** A gesture that switches the screen off: a lowered wrist, or a palm on the glass. */
type ScreenOffGesture = 'wrist' | 'palm';

export interface Screen {
  readonly on: boolean;
  /** 0 to 100, as the app or the system has set it. */
  brightness: number;
  autoBrightness: boolean;
  /** How long the screen stays lit after the last touch, ms. */
  readonly brightMs: number;
  /** Sets the bright time of the page in the foreground; undefined restores the default. */
  setBrightTime(brightMs: number | undefined): void;
  /** Keeps a gesture from switching the screen off for a time; 0 means until `resume`. */
  pause(gesture: ScreenOffGesture, durationMs: number): void;
  resume(gesture: ScreenOffGesture): void;
  isPaused(gesture: ScreenOffGesture): boolean;
  /** Forgets the bright time of a page that has ended, and its pauses unless they are kept. */
  resetForPage(keepsPauses?: boolean): void;
  /** Starts the bright time anew, because the wearer touched the watch. */
  touch(): void;
  turnOn(why: string): void;
  turnOff(why: string): void;
  /** Switches the screen off, unless the gesture is paused. */
  gesture(gesture: ScreenOffGesture): void;
  /** Calls the listener with each change until the returned function is called. */
  listen(listener: (on: boolean) => void): () => void;
}

/** Creates a screen that is lit. */
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
    resetForPage(keepsPauses = false) {
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
