/** Each named fault alone, at evenly spread instants of a session: from its first position to its end. */
import type { Fault, TimedFault } from './fault.ts';
import { MODELS, SCENES, type Schedule } from './schedule.ts';

export interface Cell {
  readonly name: string;
  readonly schedule: Omit<Schedule, 'seed'>;
}

const DAY_MS = 86_400_000;

const at = (atMs: number, ...faults: readonly Fault[]): readonly TimedFault[] =>
  faults.map((fault) => ({ atMs, fault }));
const clock = (byMs: number, announced: boolean) => (atMs: number) =>
  at(atMs, { kind: 'clock', byMs, announced });

/** A fault by its name, as what is done to the watch around an instant. */
export const FAULTS: Readonly<Record<string, (atMs: number) => readonly TimedFault[]>> = {
  'screen dark': (atMs) => at(atMs, { kind: 'dark' }),
  'page killed': (atMs) => at(atMs, { kind: 'kill-page' }),
  'page killed, opened again': (atMs) => [
    ...at(atMs, { kind: 'kill-page' }),
    ...at(atMs + 4_000, { kind: 'relaunch' }),
  ],
  'service killed': (atMs) => at(atMs, { kind: 'kill-service' }),
  'both killed': (atMs) => at(atMs, { kind: 'kill-both' }),
  reboot: (atMs) => at(atMs, { kind: 'reboot' }),
  'clock 1 s on': clock(1_000, true),
  'clock 1 s back': clock(-1_000, false),
  'clock 1 h on': clock(3_600_000, true),
  'clock 1 h back': clock(-3_600_000, false),
  'clock 1 day on': clock(DAY_MS, true),
  'clock 1 day back': clock(-DAY_MS, true),
  'timers stalled 5 s': (atMs) => at(atMs, { kind: 'stall', forMs: 5_000 }),
  'timers doubled': (atMs) => at(atMs, { kind: 'doubled' }),
  'timers 2 % slow': (atMs) => at(atMs, { kind: 'rate', rate: 1.02 }),
  'timers 16 % slow': (atMs) => at(atMs, { kind: 'rate', rate: 1.16 }),
  'another app’s service': (atMs) => at(atMs, { kind: 'foreign-service' }),
  'alarm refused': (atMs) => at(atMs, { kind: 'no-alarms' }),
  'alarm refused, page killed': (atMs) => at(atMs, { kind: 'no-alarms' }, { kind: 'kill-page' }),
  'call that stops': (atMs) => [...at(atMs, { kind: 'ring' }), ...at(atMs + 8_000, { kind: 'hang-up' })],
  'call answered': (atMs) => [
    ...at(atMs, { kind: 'ring' }, { kind: 'answer' }),
    ...at(atMs + 25_000, { kind: 'hang-up' }),
  ],
};

/** Every model, consent given (and refused where it can be), every fault, every `everyMs` of a one-sided session. */
export function* matrixCells(
  everyMs: number,
  names: readonly string[] = Object.keys(FAULTS),
): Generator<Cell> {
  const { choices, watchMs } = SCENES[2];
  let shiftMs = 0;
  for (const device of MODELS) {
    for (const consent of device === MODELS[0] ? (['allow'] as const) : (['allow', 'deny'] as const)) {
      for (const name of names) {
        // Off the whole second, and elsewhere within it for each fault.
        shiftMs = (shiftMs + 137) % Math.min(everyMs, 30_000);
        for (let atMs = shiftMs; atMs < watchMs - 20_000; atMs += everyMs) {
          const faults = FAULTS[name]?.(atMs) ?? [];
          const text = `${device}, consent ${consent}, ${name} at ${atMs / 1000} s`;
          yield { name: text, schedule: { device, consent, choices, faults, watchMs } };
        }
      }
    }
  }
}
