/** Writes recorded verbs as the lines of a script, each with the time that passed before it. */

import { formatVerb } from '../engine/verb-lines.ts';
import type { RecordedVerb } from './session.ts';

/** The script of what was done on `device`; `wait` lines hold virtual time. */
export function writeScript(recorded: readonly RecordedVerb[], device: string): string {
  const lines: string[] = [`# recorded on ${device}`];
  let lastMs = 0;
  for (const { atMs, verb } of recorded) {
    const waitedMs = Math.round(atMs - lastMs);
    if (waitedMs > 0) lines.push(`wait ${waitedMs}ms`);
    lastMs += waitedMs;
    lines.push(formatVerb(verb));
  }
  return `${lines.join('\n')}\n`;
}
