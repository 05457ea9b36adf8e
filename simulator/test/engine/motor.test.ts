/** The vibration strip. */
import { expect, it } from 'vitest';
import { launchedPage, perform } from '../support/mini-app.ts';

const start = (argument: string): string =>
  `Page({ build() { const s = zos('sensor'); const v = new s.Vibrator(); const t = v.getType ? v.getType() : {};
    v.start(${argument}); this.v = v; zos('interaction').onKey({ callback() { v.stop(); return true } }) } })`;
const scene = (name: string): string => start(`{ mode: s.VIBRATOR_SCENE_${name} }`);
const PATTERN = `[{ type: t.CONTINUOUS, duration: 200 }, { type: t.PAUSE, duration: 150 }, { type: t.CONTINUOUS, duration: 200 }]`;

it.each([
  ['a pattern runs with its pauses', start(PATTERN), 'wait 1s; expect motor off', ['0-200', '350-550']],
  ['a light scene lasts 20 ms', scene('SHORT_LIGHT'), 'wait 2s', ['0-20']],
  ['a scene lasts 600 ms', scene('DURATION'), 'wait 2s', ['0-600']],
  ['a long scene lasts a second', scene('DURATION_LONG'), 'wait 2s', ['0-1000']],
  ['a scene is cut short by stop', scene('DURATION_LONG'), 'wait 300ms; key up click; wait 1s', ['0-300']],
])('%s', async (_what, source, steps, pulses) => {
  const { sim } = await perform(await launchedPage(source), steps);
  expect(sim.pulses.map(({ onMs, offMs }) => `${onMs}-${offMs}`)).toEqual(pulses);
});

it('a strong reminder is four pulses within 1200 ms', async () => {
  const { sim } = await perform(await launchedPage(scene('STRONG_REMINDER')), 'wait 2s; expect pulses 4');
  expect(sim.pulses[3]?.offMs).toBeLessThanOrEqual(1200);
});

it('the motor goes on after a kill, which is no fault of the app', async () => {
  const { sim } = await perform(await launchedPage(scene('TIMER')), 'kill page; wait 10s; expect no-breach');
  expect(sim.pulses.length).toBeGreaterThan(9);
});

it('the motor refuses patterns below API 3.6', async () => {
  const watch = await launchedPage(start('[{ type: 1 }]'), { model: 'Active Edge' });
  expect(watch.lines('error')[0]).toContain('API_LEVEL 3.6');
});

it('the events say which pulses will come, and who stopped them', async () => {
  const watch = await perform(await launchedPage(scene('DURATION')), 'wait 300ms; key up click');
  const event = watch.sim.events.find((one) => one.type === 'vibrate');
  expect(event?.data?.pulses).toEqual([{ onMs: 0, offMs: 600, type: 'SCENE_DURATION' }]);
  expect(watch.lines('vibrate-stop')).toEqual(['300 page/home']);
});
