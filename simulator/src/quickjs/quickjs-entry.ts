/**
 * The engine's interface inside QuickJS: global functions that take and return JSON, because only texts and numbers can be
 * exchanged with the host. `engine-bundle.ts` bundles this file; no other module imports it.
 */
import { deserializeOptions, plainView, resultOf, type SerializedOptions } from '../engine/host-transfer.ts';
import { performStep } from '../engine/script/script-steps.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { Simulation, Verb } from '../engine/types.ts';

let sim: Simulation | undefined;

function running(): Simulation {
  if (sim === undefined) throw new Error('start the simulation first');
  return sim;
}

let options = '';

const entry = {
  /** Takes the next part of the options of a simulation, which are JSON. */
  takeOptions(part: string): void {
    options += part;
  },
  start(): void {
    sim = createSimulation(deserializeOptions(JSON.parse(options) as SerializedOptions));
    options = '';
  },
  perform: (json: string): void => running().perform(JSON.parse(json) as Verb),
  /** Takes the words of a step of a script. */
  performStep: (json: string): void => performStep(running(), JSON.parse(json) as string[]),
  runNext: (): void => running().runNext(),
  /** -1 when nothing is due. */
  nextDueMs: (): number => running().nextDueMs() ?? -1,
  idleUntil: (uptimeMs: number): void => running().idleUntil(uptimeMs),
  uptimeMs: (): number => running().uptimeMs,
  view: (): string => JSON.stringify(plainView(running().watch)),
  result: (): string => JSON.stringify(resultOf(running())),
};

export type QuickJsEntry = typeof entry;

(globalThis as unknown as { quickJsEntry: QuickJsEntry }).quickJsEntry = entry;
