/** Sensors of health and surroundings: steady values, permissions and listeners. */
import { expect, it } from 'vitest';
import { broken, launchedPage, miniWatch, perform, printed } from '../support/mini-app.ts';

const CASES: readonly (readonly [
  name: string,
  permission: string | undefined,
  code: string,
  said: string,
])[] = [
  ['BloodOxygen', 'data:user.hd.spo2', 's.getCurrent().value + " " + s.getLastFewHour(3).length', '97 3'],
  ['Sleep', 'data:user.hd.sleep', 's.getInfo().totalTime + " " + s.getStage().length', '420 4'],
  ['Stress', 'data:user.hd.stress', 's.getCurrent().value + " " + s.getLastWeekByHour().length', '32 168'],
  ['Pai', 'data:user.hd.pai', 's.getTotal() + " " + s.getLastWeek().length', '75 7'],
  ['Barometer', 'device:os.barometer', 's.getAirPressure() + " " + s.getAltitude()', '955 519'],
  ['Compass', 'device:os.compass', 's.getDirection() + " " + s.getDirectionAngle()', 'NE 45'],
  ['BodyTemperature', 'data:user.hd.body_temp', 's.getCurrent().current', '33.2'],
  ['Workout', 'data:user.hd.workout', 's.getStatus().vo2Max', '42'],
  ['Weather', undefined, 's.getForecastWeather().forecastData.count', '7'],
  ['WorldClock', undefined, 's.getInfo(0).cityCode + " " + s.getCount()', 'SFO 1'],
];

const sayOf = (name: string, code: string) =>
  `Page({ build() { const s = new (zos('sensor').${name})(); console.log(String(${code})) } })`;

it.each(CASES)('%s has steady values', async (name, permission, code, said) => {
  const permissions = permission === undefined ? [] : [permission];
  const watch = miniWatch({ pages: { 'page/home': sayOf(name, code) }, permissions });
  await perform(watch, 'launch; wait 100ms; expect no-error; expect no-breach');
  expect(printed(watch)).toEqual([said]);
});

it.each(CASES.filter(([, permission]) => permission !== undefined))(
  '%s needs its permission',
  async (name, _, code) => {
    const watch = miniWatch({ pages: { 'page/home': sayOf(name, code) }, permissions: [] });
    await perform(watch, 'launch; wait 100ms');
    expect(broken(watch)).toEqual(['missing-permission']);
  },
);

it('blood oxygen takes a while to be measured', async () => {
  const source = `Page({ build() { zos('display').setPageBrightTime({ brightTime: 60000 });
    const s = new (zos('sensor').BloodOxygen)(); s.start();
    console.log(s.getCurrent().retCode); setTimeout(() => console.log(s.getCurrent().retCode), 20000) } })`;
  const watch = miniWatch({ pages: { 'page/home': source }, permissions: ['data:user.hd.spo2'] });
  await perform(watch, 'launch; wait 25s');
  expect(printed(watch)).toEqual(['1', '2']);
});

it('a compass calls its listener until it is stopped', async () => {
  const source = `let n = 0; const s = new (zos('sensor').Compass)();
    Page({ build() { s.onChange(() => { n += 1 }); s.start();
      setTimeout(() => { s.stop(); const at = n; setTimeout(() => console.log(at > 3, at === n), 1000) }, 1000) } })`;
  const watch = miniWatch({ pages: { 'page/home': source }, permissions: ['device:os.compass'] });
  await perform(watch, 'launch; wait 3s');
  expect(printed(watch)).toEqual(['true true']);
});

it('the sounds of the system are events', async () => {
  const watch = await launchedPage(`const s = new (zos('sensor').SystemSounds)();
    Page({ build() { if (s.getEnabled()) s.start(s.getSourceType().SOS, 1); setTimeout(() => s.stop(), 500) } })`);
  await perform(watch, 'wait 1s');
  expect(watch.lines('buzz')).toEqual([expect.stringContaining('SOS')]);
  expect(watch.lines('buzz-stop')).toHaveLength(1);
});
