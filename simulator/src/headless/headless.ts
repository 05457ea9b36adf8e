/** A simulation for tests in Node, with verbs as functions, durations in words, and the visible texts. */
import { advance, drainNode, runUntil } from '../engine/advance-time.ts';
import { parseDuration } from '../engine/script/verb-syntax.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { Simulation, SimulationOptions, Verb, VerbOf } from '../engine/types.ts';
import { findComponent, settingsTexts, widgetTexts } from '../engine/visible-texts.ts';
import { collectGarbage } from './collect-garbage.ts';

/** Milliseconds, or a text such as `"30s"` or `"2m"`. */
export type Duration = number | string;

/** A watch and a phone in Node. */
export interface Headless {
  readonly sim: Simulation;
  /** Performs a verb and lets the app's promises settle. */
  perform(verb: Verb): Promise<void>;
  /** Lets virtual time pass. */
  advance(duration: Duration): Promise<void>;
  /** Lets virtual time pass until the predicate holds. Resolves with false if the limit passes first. */
  until(predicate: (sim: Simulation) => boolean, limit: Duration): Promise<boolean>;
  launch(page?: string, params?: string): Promise<void>;
  tap(x: number, y: number): Promise<void>;
  tapText(text: string): Promise<void>;
  swipe(direction: VerbOf<'swipe'>['direction']): Promise<void>;
  key(key: VerbOf<'key'>['key'], action?: VerbOf<'key'>['action']): Promise<void>;
  kill(what: VerbOf<'kill'>['what']): Promise<void>;
  link(state: VerbOf<'link'>['state'], rate?: number): Promise<void>;
  permission(answer: VerbOf<'permission'>['answer']): Promise<void>;
  reboot(): Promise<void>;
  openSettings(): Promise<void>;
  /** Calls a handler of the first component of the settings page that has this kind and label. */
  setting(kind: string, label: string | undefined, handler: string, ...args: unknown[]): Promise<void>;
  /** Texts on the watch. */
  texts(): string[];
  /** Texts on the settings page of the phone. */
  settingsTexts(): string[];
  /** Events of a type, each as `"atMs text"`. */
  lines(type: string): string[];
}

/** Creates a simulation. The app is installed and not launched. */
export function createHeadless(options: SimulationOptions): Headless {
  const sim = createSimulation({ collectGarbage, ...options });
  const ms = (duration: Duration): number =>
    typeof duration === 'number' ? duration : parseDuration(duration);
  async function perform(verb: Verb): Promise<void> {
    await drainNode();
    sim.perform(verb);
    await drainNode();
  }
  return {
    sim,
    perform,
    advance: (duration) => advance(sim, ms(duration), drainNode),
    until: (predicate, limit) => runUntil(sim, predicate, ms(limit), drainNode),
    launch: (page, params) =>
      perform({
        verb: 'launch',
        ...(page === undefined ? {} : { page }),
        ...(params === undefined ? {} : { params }),
      }),
    tap: (x, y) => perform({ verb: 'tap', x, y }),
    tapText: (text) => perform({ verb: 'tap-text', text }),
    swipe: (direction) => perform({ verb: 'swipe', direction }),
    key: (key, action = 'click') => perform({ verb: 'key', key, action }),
    kill: (what) => perform({ verb: 'kill', what }),
    link: (state, rate) => perform({ verb: 'link', state, ...(rate === undefined ? {} : { rate }) }),
    permission: (answer) => perform({ verb: 'permission', answer }),
    reboot: () => perform({ verb: 'reboot' }),
    openSettings: () => perform({ verb: 'settings-open' }),
    setting: (kind, label, handler, ...args) => {
      const { id } = findComponent(sim.phone.settings, kind, label);
      return perform({ verb: 'settings-call', id, handler, args });
    },
    texts: () => widgetTexts(sim.watch.widgets),
    settingsTexts: () => settingsTexts(sim.phone.settings),
    lines: (type) =>
      sim.events.filter((event) => event.type === type).map((event) => `${event.atMs} ${event.text}`),
  };
}
