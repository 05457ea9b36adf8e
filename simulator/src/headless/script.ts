/** Runs and records scripts: one step a line, as in `script-steps.ts`, with `wait DURATION` in between. */
import { advance, type Drain, drainNode } from '../engine/advance-time.ts';
import { parseScript, performStep, stepError } from '../engine/script/script-steps.ts';
import { parseDuration } from '../engine/script/verb-syntax.ts';
import type { SimEvent, Simulation } from '../engine/types.ts';

/**
 * Runs a script on a simulation. Empty lines and lines that begin with `#` are skipped.
 * @throws Error at the first step that fails, with its line and what is wrong
 */
export async function runScript(text: string, sim: Simulation, drain: Drain = drainNode): Promise<void> {
  for (const step of parseScript(text)) {
    const [first = '', second = ''] = step.words;
    try {
      if (first === 'wait') await advance(sim, parseDuration(second), drain);
      else performStep(sim, step.words);
      await drain();
    } catch (error) {
      throw stepError(step, error);
    }
  }
}

/** A step that was done at an uptime, ms. */
export interface RecordedStep {
  readonly atMs: number;
  readonly line: string;
}

/**
 * Writes recorded steps as a script, with the waits in between.
 * @param untilMs uptime at which the recording ends; the script waits until then
 */
export function formatScript(steps: readonly RecordedStep[], untilMs = 0): string {
  const lines: string[] = [];
  let lastMs = 0;
  for (const { atMs, line } of steps) {
    if (atMs > lastMs) lines.push(`wait ${atMs - lastMs}ms`);
    lastMs = atMs;
    lines.push(line);
  }
  if (untilMs > lastMs) lines.push(`wait ${untilMs - lastMs}ms`);
  return `${lines.join('\n')}\n`;
}

/** Writes the verbs of an event log as a script; see `formatScript`. */
export function recordScript(events: readonly SimEvent[], untilMs = 0): string {
  const verbs = events.filter((event) => event.type === 'verb');
  const steps = verbs.map(({ atMs, text }) => ({ atMs, line: text }));
  return formatScript(steps, untilMs);
}
