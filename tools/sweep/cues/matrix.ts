/**
 * Each named fault alone, at every second of a slot and around every transition of a session: a session of one side with the
 * ball and a march, and a slot with the hook. The run goes on until the cues that follow the fault have been judged.
 */
import type { PlanPreferences } from '../../../utils/core/preferences/preference-table.ts';
import { planFor } from '../../shared/plan-for.ts';
import type { Fault, TimedFault } from './fault.ts';
import { cycleSeconds, transitionSeconds, wholeSeconds } from './instants.ts';
import { READINGS, readingsText } from './readings.ts';
import { MODELS, SCENES, type Schedule } from './schedule.ts';

export interface Cell {
  readonly name: string;
  readonly schedule: Omit<Schedule, 'seed'>;
}

const DAY_MS = 86_400_000;
/**
 * A run goes on for this time after the last event. It is longer than any slot and the 15 s of the alarm together, so that
 * at least one end of a slot is judged.
 */
const HORIZON_MS = 150_000;

const at = (atMs: number, ...faults: readonly Fault[]): readonly TimedFault[] =>
  faults.map((fault) => ({ atMs, fault }));
const clock = (byMs: number, announced: boolean) => (atMs: number) =>
  at(atMs, { kind: 'clock', byMs, announced });

/** The faults by name: the events around an instant. */
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
  'clock 1 min on': clock(60_000, true),
  'clock 1 min back': clock(-60_000, false),
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
  'call that rings 20 s': (atMs) => [
    ...at(atMs, { kind: 'ring' }),
    ...at(atMs + 20_000, { kind: 'hang-up' }),
  ],
  'call answered': (atMs) => [
    ...at(atMs, { kind: 'ring' }, { kind: 'answer' }),
    ...at(atMs + 25_000, { kind: 'hang-up' }),
  ],
};

interface Part {
  readonly device: string;
  readonly consent: Schedule['consent'];
  readonly preferences: Partial<PlanPreferences>;
  readonly watchMs: number;
  readonly seconds: readonly number[];
}

/**
 * Every second on each model; only the transitions if the helper was refused, because the watch then behaves like one
 * without services; and the slot with the hook on one model.
 */
function partsOf(): readonly Part[] {
  const [, hook, ball] = SCENES;
  const [basic, ...withServices] = MODELS;
  const whole = { ...ball, consent: 'allow', seconds: wholeSeconds(planFor(ball.preferences)) } as const;
  const refused = {
    ...ball,
    consent: 'deny',
    seconds: transitionSeconds(planFor(ball.preferences)),
  } as const;
  return [
    { ...whole, device: basic },
    ...withServices.flatMap((device) => [
      { ...whole, device },
      { ...refused, device },
    ]),
    { ...hook, device: MODELS[2], consent: 'allow', seconds: cycleSeconds(planFor(hook.preferences)) },
  ];
}

/** @param every takes every `every`-th second, from another one on for each fault */
export function* matrixCells(every: number, names: readonly string[] = Object.keys(FAULTS)): Generator<Cell> {
  let shiftMs = 0;
  let skip = 0;
  let turn = 0;
  for (const { device, consent, preferences, watchMs, seconds } of partsOf()) {
    for (const name of names) {
      // Not at the whole second, and at another part of it for each fault.
      shiftMs = (shiftMs + 137) % 1_000;
      skip = (skip + 5) % every;
      for (const atS of seconds.filter((_, index) => index % every === skip)) {
        const atMs = atS * 1_000 + shiftMs;
        const faults = FAULTS[name]?.(atMs) ?? [];
        const healedMs = Math.max(...faults.map((fault) => fault.atMs));
        // Every second cell has one reading of what published apps report, each in its turn.
        const assume = turn % 2 === 0 ? {} : (READINGS[((turn - 1) / 2) % READINGS.length] ?? {});
        turn++;
        const kit = preferences.kit === undefined ? '' : `, ${preferences.kit}`;
        yield {
          name: `${device}, consent ${consent}${kit}, ${name} at ${atMs / 1000} s ${readingsText(assume)}`.trimEnd(),
          schedule: {
            device,
            consent,
            preferences,
            faults,
            assume,
            watchMs: Math.min(watchMs, healedMs + HORIZON_MS),
          },
        };
      }
    }
  }
}
