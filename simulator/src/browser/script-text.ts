/** Writes recorded verbs as the lines of a script, each with the time that passed before it. */

import type { RecordedVerb } from './session.ts';

/** The script of what was done on `device`; `wait` lines hold virtual time. */
export function writeScript(recorded: readonly RecordedVerb[], device: string): string {
  const lines: string[] = [`# recorded on ${device}`];
  let lastMs = 0;
  for (const { atMs, line } of recorded) {
    if (atMs > lastMs) lines.push(`wait ${atMs - lastMs}ms`);
    lastMs = atMs;
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}
