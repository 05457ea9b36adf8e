/**
 * What published apps disagree about, as a part of a fault schedule: each reading of `docs/evidence.md` that leaves somebody able to
 * play a cue, one by one and mixed.
 */
import { ASSUMPTION_ROWS } from 'zepp-watch-simulator/assumptions';

/** Values by the name of an assumption of the simulator. */
export type Assumed = Readonly<Record<string, string>>;

/** Here nothing can be felt on the watch, whoever plays it, or the feel test has to have chosen another form of the motor first. */
const UNFELT: readonly string[] = ['service-motor', 'patterns', 'start-mode', 'set-mode', 'vibrator'];

/** Each value that is not the usual one, alone. */
export const READINGS: readonly Assumed[] = ASSUMPTION_ROWS.filter(
  ({ name, reading }) => reading !== '' && !UNFELT.includes(name),
).flatMap(({ name, values }) => values.slice(1).map((value) => ({ [name]: value })));

/**
 * The readings of a random schedule: a third of the schedules have none, a third have one, a third a mixture.
 * @param draw whole numbers from 0 to below its argument
 */
export function randomReadings(draw: (below: number) => number): Assumed {
  const kind = draw(3);
  if (kind === 0) return {};
  if (kind === 1) return READINGS[draw(READINGS.length)] ?? {};
  return Object.assign({}, ...READINGS.filter(() => draw(4) === 0));
}

export function readingsText(assumed: Assumed): string {
  return Object.entries(assumed)
    .map(([name, value]) => `assume ${name} ${value}`)
    .join(', ');
}
