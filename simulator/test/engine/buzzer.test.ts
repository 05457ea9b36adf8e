/** The buzzer: whether there is one, and what it plays. */
import { expect, it } from 'vitest';
import { launchedPage, perform } from '../support/mini-app.ts';

const asked = `Page({ build() { const { Buzzer, checkSensor } = zos('sensor');
  console.log(checkSensor(Buzzer), new Buzzer().isEnabled(), zos('device').getDeviceInfo().hasBuzzer) } })`;
const started = (argument: string): string =>
  `Page({ build() { const b = new (zos('sensor').Buzzer)(); const t = b.getSourceType(); b.start(${argument});
    zos('interaction').onKey({ callback() { b.stop(); return true } }) } })`;

it.each([
  ['absent', 'false false false'],
  ['present', 'true true true'],
  ['switched-off', 'true false true'],
])('a watch whose buzzer is %s says so', async (buzzer, says) => {
  const watch = await launchedPage(asked, { assume: { buzzer } });
  expect(watch.lines('console')[0]).toContain(says);
});

it('the events say which tone is played, and who stopped it', async () => {
  const watch = await launchedPage(started('t.REMIND_1, 1'), { assume: { buzzer: 'present' } });
  await perform(watch, 'wait 300ms; key up click; wait 5s; key up click');
  expect(watch.sim.events.find(({ type }) => type === 'buzz')?.data).toEqual({
    tone: 'REMIND_1',
    forMs: 1_000,
  });
  expect(watch.lines('buzz-stop')).toEqual(['300 page/home']);
});

it('a buzzer refuses a type that the reference does not name', async () => {
  const watch = await launchedPage(started('99'), { assume: { buzzer: 'present' } });
  expect(watch.lines('error')[0]).toContain('unknown type 99');
});

it.each(['absent', 'switched-off'])('a buzzer that is %s makes no sound', async (buzzer) => {
  const watch = await launchedPage(started('t.ALARM'), { assume: { buzzer } });
  expect(watch.lines('buzz')).toEqual([]);
});
