/** The packed app if alarms fail: they are a safety net, and nothing depends on them. */
import { describe, expect, it } from 'vitest';
import { HOME, launchedWatch, SESSION, startedWatch, untilSummary } from '../support/worn-watch.ts';

const vibrationsOf = (watch: { sim: { events: readonly { type: string }[] } }): number =>
  watch.sim.events.filter(({ type }) => type === 'vibrate').length;

const whole = await startedWatch({ on: 'Falcon' });
await untilSummary(whole);

describe.each([
  ['never ring', { 'alarm-launch': 'never', 'service-alarm': 'never', 'alarm-cancel': 'throws' }],
  ['stay silent in the dark', { 'alarm-launch': 'silent' }],
  ['are late', { 'alarm-launch': 'late' }],
])('alarms that %s', (_, assume) => {
  it('cost a session whose page lives no cue and cause no message', async () => {
    const watch = await startedWatch({ on: 'Falcon', assume });
    await untilSummary(watch);
    expect(vibrationsOf(watch)).toBe(vibrationsOf(whole));
    expect(watch.lines('error')).toEqual([]);
    expect(watch.sim.events.filter(({ text }) => text.includes('[iliacus]'))).toEqual([]);
  });

  it('leave a session whose page was killed to the wearer, who opens the app and returns to the hold', async () => {
    const watch = await startedWatch({ on: 'Falcon', assume }, 45_000);
    expect(watch.sim.watch.page).toBe(SESSION);
    await watch.kill('page');
    await watch.advance('3s');
    await watch.launch();
    await watch.advance('1s');
    expect(watch.sim.watch.page).toBe(SESSION);
    await untilSummary(watch);
    expect(watch.lines('error')).toEqual([]);
  });
});

it('alarms that never ring leave a killed session as it was, crediting nothing unguided, and the wearer is asked', async () => {
  const watch = await startedWatch({ on: 'Falcon', assume: { 'alarm-launch': 'never' } }, 45_000);
  await watch.kill('page');
  await watch.advance('5m');
  expect(watch.sim.watch.page).toBeNull();
  await watch.launch();
  await watch.advance('1s');
  expect(watch.texts().join(' ')).toContain('Go on: LEFT?');
});

it('alarms that are refused, or that the system does not let the app set, leave home and Start as they are', async () => {
  const watch = await launchedWatch({ on: 'Falcon' });
  await watch.perform({ verb: 'alarms', state: 'refused' });
  expect(watch.sim.watch.page).toBe(HOME);
  await watch.tapText('Start');
  await untilSummary(watch);
  expect(vibrationsOf(watch)).toBe(vibrationsOf(whole));
});
