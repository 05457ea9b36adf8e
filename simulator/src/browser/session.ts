/**
 * One opened app on one model: makes the simulation, starts it again for another model, performs and records verbs.
 * Draws nothing.
 */

import { messageOf } from '../engine/runtime/format-value.ts';
import { formatStep } from '../engine/script/script-steps.ts';
import type {
  AppPackage,
  BackgroundConsent,
  DeviceModel,
  SimEvent,
  Simulation,
  SimulationOptions,
  Verb,
} from '../engine/types.ts';
import { type Clock, createClock } from './clock.ts';

/** What the page takes from the engine. */
export interface EngineParts {
  readonly createSimulation: (options: SimulationOptions) => Simulation;
  readonly openPackage: (bytes: Uint8Array, device: DeviceModel) => AppPackage;
  readonly drain: () => Promise<void>;
}

export interface RecordedVerb {
  readonly atMs: number;
  /** The deed as a line of a script. */
  readonly line: string;
}

export interface Session {
  readonly simulation: Simulation;
  readonly app: AppPackage;
  readonly device: DeviceModel;
  readonly clock: Clock;
  readonly recorded: readonly RecordedVerb[];
  perform(verb: Verb): Promise<void>;
  /** Starts anew on a model: the watch as it was given, a fresh phone. */
  restart(device: DeviceModel): void;
  /** Called with each event of the simulation that runs now. */
  onEvent(listener: (event: SimEvent) => void): void;
  onRestart(listener: () => void): void;
  /** Called after each verb that was done. */
  onVerb(listener: () => void): void;
  onFrame(listener: () => void): void;
  onError(listener: (error: unknown) => void): void;
  /** Called after each verb: why it could not be done, or null. */
  onRefusal(listener: (reason: string | null) => void): void;
}

export interface SessionOptions {
  readonly engine: EngineParts;
  readonly packageBytes: Uint8Array;
  readonly device: DeviceModel;
  /** Files that the app has left on the watch earlier. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage: Readonly<Record<string, string>>;
  readonly backgroundConsent: BackgroundConsent;
}

/** `settings-open` and `settings-call` come from the phone's page and are replayed like any other input. */
export function createSession(options: SessionOptions): Session {
  const { engine, packageBytes } = options;
  const listeners = {
    event: new Set<(event: SimEvent) => void>(),
    restart: new Set<() => void>(),
    verb: new Set<() => void>(),
    frame: new Set<() => void>(),
    error: new Set<(error: unknown) => void>(),
    refusal: new Set<(reason: string | null) => void>(),
  };
  let recorded: RecordedVerb[] = [];
  let state = open(options.device);

  function open(device: DeviceModel): { simulation: Simulation; app: AppPackage; device: DeviceModel } {
    const app = engine.openPackage(packageBytes, device);
    const startEpochMs = Date.now();
    const zoneOffsetMin = -new Date().getTimezoneOffset();
    const { files, phoneStorage, backgroundConsent } = options;
    const past = { files, phoneStorage, backgroundConsent };
    const simulation = engine.createSimulation({ app, device, startEpochMs, zoneOffsetMin, ...past });
    simulation.subscribe((event) => {
      for (const listener of listeners.event) listener(event);
    });
    return { simulation, app, device };
  }

  const clock = createClock({
    simulation: () => state.simulation,
    drain: engine.drain,
    onFrame: () => {
      for (const listener of listeners.frame) listener();
    },
    onError: (error) => {
      for (const listener of listeners.error) listener(error);
    },
  });

  const refused = (reason: string | null): void => {
    for (const listener of listeners.refusal) listener(reason);
  };

  const perform = (verb: Verb): Promise<void> =>
    clock.run(() => {
      const { uptimeMs, phone } = state.simulation;
      const line = formatStep(verb, phone.settings);
      try {
        state.simulation.perform(verb);
        recorded.push({ atMs: uptimeMs, line });
        refused(null);
        for (const listener of listeners.verb) listener();
      } catch (error) {
        refused(messageOf(error));
      }
    });

  return {
    get simulation() {
      return state.simulation;
    },
    get app() {
      return state.app;
    },
    get device() {
      return state.device;
    },
    get recorded() {
      return recorded;
    },
    clock,
    perform,
    restart: (device) => {
      state = open(device);
      recorded = [];
      for (const listener of listeners.restart) listener();
      void perform({ verb: 'launch' });
    },
    onEvent: (listener) => void listeners.event.add(listener),
    onVerb: (listener) => void listeners.verb.add(listener),
    onRestart: (listener) => void listeners.restart.add(listener),
    onFrame: (listener) => void listeners.frame.add(listener),
    onError: (listener) => void listeners.error.add(listener),
    onRefusal: (listener) => void listeners.refusal.add(listener),
  };
}
