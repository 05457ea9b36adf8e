/** Makes the README's table of assumptions from the engine's own table. */
import { ASSUMPTION_ROWS } from '../../src/engine/assumptions.ts';

/** Lines of a Markdown table, a row for each assumption. */
export function assumptionsTable(): string[] {
  return [
    '| name | values | reading | evidence | what is assumed |',
    '|---|---|---|---|---|',
    ...ASSUMPTION_ROWS.map(
      ({ name, values, reading, evidence, about }) =>
        `| \`${name}\` | ${values.join(', ')} | ${reading} | ${evidence} | ${about} |`,
    ),
  ];
}
