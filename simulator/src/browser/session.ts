/** One app on one model: creates the simulation, restarts it for another model, and performs and records verbs. */
import { drainBrowser } from '../engine/advance-time.ts';
import type { FetchRule } from '../engine/phone/fetch-rules.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import { formatStep, parseScript, performStep, stepError } from '../engine/script/script-steps.ts';
import { parseDuration, quoteWord } from '../engine/script/verb-syntax.ts';
import { createSimulation } from '../engine/simulation.ts';
import type {
  AppPackage,
  BackgroundConsent,
  DeviceModel,
  SimEvent,
  Simulation,
  Verb,
} from '../engine/types.ts';
import type { RecordedStep } from '../headless/script.ts';
import { type Clock, createClock } from './clock.ts';

/** One app on one model, with the listeners of the panels. */
export interface Session {
  readonly simulation: Simulation;
  readonly app: AppPackage;
  readonly device: DeviceModel;
  readonly clock: Clock;
  readonly recorded: readonly RecordedStep[];
  perform(verb: Verb): Promise<void>;
  /** Restarts on a model, with watch and phone as they were at the start, and launches the app. */
  restart(device: DeviceModel): Promise<void>;
  /**
   * Starts anew on the same model and plays a script as fast as possible, up to the first step that fails.
   * @returns why a step could not be done, or null
   */
  play(script: string): Promise<string | null>;
  /** Calls the listener with each event of the present simulation. */
  onEvent(listener: (event: SimEvent) => void): void;
  onRestart(listener: () => void): void;
  /** Calls the listener after each verb that was performed. */
  onVerb(listener: () => void): void;
  /** Calls the listener after each frame. */
  onFrame(listener: () => void): void;
  /** Calls the listener with an exception of the simulation, after which time stands still. */
  onError(listener: (error: unknown) => void): void;
  /** Calls the listener after each verb with why it could not be performed, or null. */
  onRefusal(listener: (reason: string | null) => void): void;
}

export interface SessionOptions {
  readonly device: DeviceModel;
  /** The app for that model. */
  readonly app: AppPackage;
  /** Fetches the app for another model. */
  readonly loadApp: (device: DeviceModel) => Promise<AppPackage>;
  /** Files that the app has on the watch at the start. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage: Readonly<Record<string, string>>;
  readonly backgroundConsent: BackgroundConsent;
  readonly fetchRules?: readonly FetchRule[];
}

/** Creates the simulation of an app on a model. The app is not launched. */
export function createSession(options: SessionOptions): Session {
  const listeners = {
    event: new Set<(event: SimEvent) => void>(),
    restart: new Set<() => void>(),
    verb: new Set<() => void>(),
    frame: new Set<() => void>(),
    error: new Set<(error: unknown) => void>(),
    refusal: new Set<(reason: string | null) => void>(),
  };
  let recorded: RecordedStep[] = [];
  let state = open(options.device, options.app);

  function open(device: DeviceModel, app: AppPackage) {
    const startEpochMs = Date.now();
    const zoneOffsetMin = -new Date().getTimezoneOffset();
    const { files, phoneStorage, backgroundConsent, fetchRules } = options;
    const web = fetchRules === undefined ? {} : { fetchRules };
    const initial = { files, phoneStorage, backgroundConsent, ...web };
    const simulation = createSimulation({ app, device, startEpochMs, zoneOffsetMin, ...initial });
    simulation.subscribe((event) => {
      for (const listener of listeners.event) listener(event);
    });
    return { simulation, app, device };
  }

  const clock = createClock({
    simulation: () => state.simulation,
    drain: drainBrowser,
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
    restart: async (device) => {
      const app = device === state.device ? state.app : await options.loadApp(device);
      state = open(device, app);
      recorded = [];
      for (const listener of listeners.restart) listener();
      await perform({ verb: 'launch' });
    },
    async play(script) {
      let fault: string | null = null;
      const steps = parseScript(script);
      state = open(state.device, state.app);
      recorded = [];
      for (const listener of listeners.restart) listener();
      for (const step of steps) {
        const [first = '', second = ''] = step.words;
        if (first === 'wait') await clock.skip(parseDuration(second));
        else
          await clock.run(() => {
            try {
              recorded.push({ atMs: state.simulation.uptimeMs, line: step.words.map(quoteWord).join(' ') });
              performStep(state.simulation, step.words);
            } catch (error) {
              fault = stepError(step, error).message;
            }
          });
        if (fault !== null) break;
      }
      for (const listener of listeners.verb) listener();
      refused(fault);
      return fault;
    },
    onEvent: (listener) => void listeners.event.add(listener),
    onVerb: (listener) => void listeners.verb.add(listener),
    onRestart: (listener) => void listeners.restart.add(listener),
    onFrame: (listener) => void listeners.frame.add(listener),
    onError: (listener) => void listeners.error.add(listener),
    onRefusal: (listener) => void listeners.refusal.add(listener),
  };
}
