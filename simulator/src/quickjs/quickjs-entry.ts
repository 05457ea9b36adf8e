/**
 * The engine's end inside QuickJS: a handful of global functions that speak JSON, because only texts and numbers
 * cross the border. Bundled into one script by `bundle.ts`; never imported by anything else.
 */
import { deserializeOptions, resultOf, type SerializedOptions } from '../engine/host-transfer.ts';
import { performStep } from '../engine/script/script-steps.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { Simulation, Verb } from '../engine/types.ts';

let sim: Simulation | undefined;

function running(): Simulation {
  if (sim === undefined) throw new Error('start the simulation first');
  return sim;
}

function plainWidgets(key: string, value: unknown): unknown {
  // Handles, listeners and parents are not part of what a widget shows.
  if (key === 'parent' || key === 'handle' || key === 'listeners') return undefined;
  return typeof value === 'function' ? undefined : value;
}

const guest = {
  start(json: string): void {
    sim = createSimulation(deserializeOptions(JSON.parse(json) as SerializedOptions));
  },
  perform: (json: string): void => running().perform(JSON.parse(json) as Verb),
  /** Words of a script's line, as JSON. */
  performStep: (json: string): void => performStep(running(), JSON.parse(json) as string[]),
  runNext: (): void => running().runNext(),
  /** -1 when nothing is due. */
  nextDueMs: (): number => running().nextDueMs() ?? -1,
  idleUntil: (uptimeMs: number): void => running().idleUntil(uptimeMs),
  uptimeMs: (): number => running().uptimeMs,
  eventsFrom: (index: number): string => JSON.stringify(running().events.slice(index)),
  breaches: (): string => JSON.stringify(running().breaches),
  pulses: (): string => JSON.stringify(running().pulses),
  watch: (): string => JSON.stringify(running().watch, plainWidgets),
  played: (): string => JSON.stringify(resultOf(running())),
  storage: (): string => JSON.stringify(Array.from(running().phone.storage)),
};

export type QuickJsEntry = typeof guest;

(globalThis as unknown as { quickJsEntry: QuickJsEntry }).quickJsEntry = guest;
