/**
 * The state of wearer, system and surroundings: wrist, battery, modes, languages, consent, and the faults of timers and alarms. Verbs
 * change it, and sensors listen to some of it.
 */
import type { BackgroundConsent, SimulationOptions, VerbOf } from './types.ts';

/** System modes, by the names of `getSystemMode`. */
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

/** Kinds of change that sensors listen to. */
export type Topic = 'worn' | 'battery' | 'time';

export interface Environment {
  worn: VerbOf<'worn'>['state'];
  batteryPercent: number;
  readonly modes: Record<string, boolean>;
  watchLocale: string;
  phoneLocale: string;
  hourFormat: 12 | 24;
  heartRate: number;
  lastHeartRate: number;
  /** Faults of the watch's timers: a stall until an uptime (ms), a rate (2 is half as fast), each tick twice. */
  readonly timers: { stalledUntilMs: number; rate: number; doubled: boolean };
  backgroundConsent: BackgroundConsent;
  /** Whether a consent that was given is reported to the app. */
  consentReported: boolean;
  /** The tester's answer to the next request for consent, if it was given in advance. */
  presetAnswer: VerbOf<'permission'>['answer'] | undefined;
  /** Whether the system takes new alarms. */
  alarms: VerbOf<'alarms'>['state'];
  notify(topic: Topic): void;
  /** Calls the listener at each `notify` of the topic until the returned function is called. */
  listen(topic: Topic, listener: () => void): () => void;
}

/** Creates the state at the start of a simulation. */
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
    consentReported: true,
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
