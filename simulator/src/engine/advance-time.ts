/**
 * Lets virtual time pass: runs one due task after another, and after each a pause in which the promises of the app settle. The hosts differ
 * in this pause alone.
 */
import { releaseFunctions } from './runtime/function-guard.ts';
import { setToPixel } from './runtime/string-methods.ts';
import type { Simulation } from './types.ts';

/** Lets every pending promise run. */
export type Drain = () => Promise<void>;

/** `Drain` for Node, after which no code of an app runs until the next task. */
export function drainNode(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      releaseFunctions();
      setToPixel(undefined);
      resolve();
    });
  });
}

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** `Drain` for browsers: a message to this page itself, which is quicker than a timer. */
export function drainBrowser(): Promise<void> {
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });
}

/** Lets `ms` of virtual time pass. */
export async function advance(sim: Simulation, ms: number, drain: Drain): Promise<void> {
  const untilMs = sim.uptimeMs + ms;
  await drain();
  for (let dueMs = sim.nextDueMs(); dueMs !== undefined && dueMs <= untilMs; dueMs = sim.nextDueMs()) {
    sim.runNext();
    await drain();
  }
  sim.idleUntil(untilMs);
}

/**
 * Lets virtual time pass until a predicate holds.
 * @returns false when `limitMs` of virtual time has passed before
 */
export async function runUntil(
  sim: Simulation,
  predicate: (sim: Simulation) => boolean,
  limitMs: number,
  drain: Drain,
): Promise<boolean> {
  const untilMs = sim.uptimeMs + limitMs;
  await drain();
  while (!predicate(sim)) {
    const dueMs = sim.nextDueMs();
    if (dueMs === undefined || dueMs > untilMs) {
      sim.idleUntil(untilMs);
      return predicate(sim);
    }
    sim.runNext();
    await drain();
  }
  return true;
}
