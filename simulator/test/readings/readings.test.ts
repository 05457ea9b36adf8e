/** A small app behaves differently under each value of each reading's assumptions, in Node and in QuickJS 2020-07-05 alike. */
import { describe, expect, it } from 'vitest';
import { ASSUMPTION_ROWS } from '../../src/engine/assumptions.ts';
import { findDevice } from '../../src/engine/devices.ts';
import { type RunResult, resultOf } from '../../src/engine/host-transfer.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { runScript } from '../../src/headless/script.ts';
import { createQuickJsHost } from '../../src/quickjs/quickjs-host.ts';
import { miniPackage } from '../support/mini-app.ts';
import { inputCases } from './input-cases.ts';
import { motorCases } from './motor-cases.ts';
import type { ReadingCase } from './reading-case.ts';
import { serviceCases } from './service-cases.ts';
import { timeCases } from './time-cases.ts';

const CASES = { ...serviceCases, ...motorCases, ...inputCases, ...timeCases };

/** What the app printed, and then what the motor ran. */
function seenIn({ events, pulses }: RunResult): string[] {
  const printed = events.filter((event) => event.type === 'console');
  return printed
    .map(({ text }) => text.slice(text.indexOf(': ') + 2))
    .concat(pulses.map(({ type, onMs, offMs }) => `${type} ${offMs - onMs}`));
}

function optionsOf(name: string, value: string, { app, options }: ReadingCase): SimulationOptions {
  const device = findDevice('Balance 2');
  return {
    app: miniPackage(app),
    device,
    allow: ['vibration-restart'],
    assume: { [name]: value },
    ...options,
  };
}

const values = Object.entries(CASES).flatMap(([name, one]) =>
  Object.keys(one.seen).map((value) => [name, value, one] as const),
);

it('each value of each reading has an app that shows it', () => {
  const shown = Object.entries(CASES).map(([name, { seen }]) => `${name} ${Object.keys(seen).join(', ')}`);
  const rows = ASSUMPTION_ROWS.filter(({ reading }) => reading !== '');
  expect(shown.sort()).toEqual(rows.map((row) => `${row.name} ${row.values.join(', ')}`).sort());
});

describe('an app shows the effect of', () => {
  it.each(values)('%s %s in Node', async (name, value, one) => {
    const sim = createSimulation(optionsOf(name, value, one));
    await runScript(one.script, sim);
    expect(seenIn(resultOf(sim))).toEqual(one.seen[value]);
    expect(sim.breaches).toEqual([]);
  });

  it.each(values)('%s %s in QuickJS', async (name, value, one) => {
    const host = await createQuickJsHost(optionsOf(name, value, one));
    host.run(one.script);
    expect(seenIn(host.result())).toEqual(one.seen[value]);
  });
});
