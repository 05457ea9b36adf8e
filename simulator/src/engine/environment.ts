/**
 * What the person and the world do to the watch: worn, battery, modes, languages, permissions. State and change
 * notices only; what follows from a change is the business of others.
 */
import type { BackgroundConsent, SimulationOptions } from './types.ts';

export const MODES = [
  'DND',
  'sleep',
  'theater',
  'systemLock',
  'lowTemperature',
  'powerSaving',
  'ultraPowerSaving',
  'button',
  'accessibleSwitch',
] as const;

export type WornState = 'worn' | 'off' | 'moving' | 'unsure';

/** Kinds of change that sensors listen to. */
export type Topic = 'worn' | 'battery' | 'time' | 'minute';

export interface Environment {
  worn: WornState;
  batteryPercent: number;
  readonly modes: Record<string, boolean>;
  watchLocale: string;
  phoneLocale: string;
  hourFormat: 12 | 24;
  heartRate: number;
  lastHeartRate: number;
  /** JavaScript timers of the watch: a stall until an uptime, a rate (2 = half as fast), each tick twice. */
  readonly timers: { stalledUntilMs: number; rate: number; doubled: boolean };
  backgroundConsent: BackgroundConsent;
  /** What the tester will answer to the next question, when given ahead. */
  presetAnswer: 'allow' | 'deny' | 'ask-again' | undefined;
  /** Whether the system takes new alarms. */
  alarms: 'fine' | 'refused';
  notify(topic: Topic): void;
  listen(topic: Topic, listener: () => void): () => void;
}

export function createEnvironment(options: SimulationOptions): Environment {
  const listeners = new Map<Topic, Set<() => void>>();
  const modes: Record<string, boolean> = {};
  for (const mode of MODES) modes[mode] = false;
  return {
    worn: 'worn',
    batteryPercent: 80,
    modes,
    watchLocale: options.watchLocale ?? 'en-US',
    phoneLocale: options.phoneLocale ?? options.watchLocale ?? 'en-US',
    hourFormat: 24,
    heartRate: 72,
    lastHeartRate: 64,
    timers: { stalledUntilMs: 0, rate: 1, doubled: false },
    backgroundConsent: options.backgroundConsent ?? 'open',
    presetAnswer: undefined,
    alarms: 'fine',
    notify(topic) {
      for (const listener of Array.from(listeners.get(topic) ?? [])) listener();
    },
    listen(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set);
      set.add(listener);
      return () => void set.delete(listener);
    },
  };
}
