/**
 * Scripts in Node: one deed a line as in `script-lines.ts`, and `wait DURATION` in between. Also the recorder, which
 * turns what a person did back into such lines.
 */
import { advance, type Drain, drainNode } from '../engine/advance-time.ts';
import { parseScript, performStep, stepError } from '../engine/script/script-steps.ts';
import { parseDuration } from '../engine/script/verb-syntax.ts';
import type { SimEvent, Simulation } from '../engine/types.ts';

/**
 * Runs a script on a simulation. Empty lines and lines that begin with `#` are skipped.
 * @throws Error naming the line, what it says and what is wrong, at the first that fails
 */
export async function runScript(text: string, sim: Simulation, drain: Drain = drainNode): Promise<void> {
  for (const line of parseScript(text)) {
    const [first = '', second = ''] = line.words;
    try {
      if (first === 'wait') await advance(sim, parseDuration(second), drain);
      else performStep(sim, line.words);
      await drain();
    } catch (error) {
      throw stepError(line, error);
    }
  }
}

/**
 * What was done by hand, as a script with the waits in between.
 * @param untilMs uptime at which the recording stops; the script waits until then at its end
 */
export function recordScript(events: readonly SimEvent[], untilMs = 0): string {
  const lines: string[] = [];
  let lastMs = 0;
  for (const event of events) {
    if (event.type !== 'verb') continue;
    if (event.atMs > lastMs) lines.push(`wait ${event.atMs - lastMs}ms`);
    lastMs = event.atMs;
    lines.push(event.text);
  }
  if (untilMs > lastMs) lines.push(`wait ${untilMs - lastMs}ms`);
  return `${lines.join('\n')}\n`;
}
