/** The vibration strip. */
import { describe, expect, it } from 'vitest';
import { launchedPage } from '../support/mini-app.ts';

const start = (argument: string): string =>
  `Page({ build() { const s = zos('sensor'); const v = new s.Vibrator(); const t = v.getType ? v.getType() : {};
    v.start(${argument}); this.v = v; zos('interaction').onKey({ callback() { v.stop(); return true } }) } })`;

const segments = (watch: Awaited<ReturnType<typeof launchedPage>>): number[][] =>
  watch.sim.pulses.map((pulse) => [pulse.onMs, pulse.offMs]);

describe('the motor', () => {
  it('runs a pattern with its pauses', async () => {
    const watch = await launchedPage(
      start(
        `[{ type: t.CONTINUOUS, duration: 200 }, { type: t.PAUSE, duration: 150 }, { type: t.CONTINUOUS, duration: 200 }]`,
      ),
    );
    await watch.advance('1s');
    expect(segments(watch)).toEqual([
      [0, 200],
      [350, 550],
    ]);
    expect(watch.sim.watch.motorOn).toBe(false);
  });

  it.each([
    ['VIBRATOR_SCENE_SHORT_LIGHT', 20],
    ['VIBRATOR_SCENE_DURATION', 600],
    ['VIBRATOR_SCENE_DURATION_LONG', 1000],
  ])('runs %s for %i ms', async (scene, lengthMs) => {
    const watch = await launchedPage(start(`{ mode: s.${scene} }`));
    await watch.advance('2s');
    expect(segments(watch)).toEqual([[0, lengthMs]]);
  });

  it('gives four pulses within 1200 ms for a strong reminder', async () => {
    const watch = await launchedPage(start(`{ mode: s.VIBRATOR_SCENE_STRONG_REMINDER }`));
    await watch.advance('2s');
    expect(watch.sim.pulses).toHaveLength(4);
    expect(watch.sim.pulses[3]?.offMs).toBeLessThanOrEqual(1200);
  });

  it('is cut short by stop', async () => {
    const watch = await launchedPage(start(`{ mode: s.VIBRATOR_SCENE_DURATION_LONG }`));
    await watch.advance('300ms');
    await watch.key('up');
    await watch.advance('1s');
    expect(segments(watch)).toEqual([[0, 300]]);
    expect(watch.lines('vibrate-stop')).toEqual(['300 page/home']);
  });

  it('buzzes on after a kill, which is no fault of the app', async () => {
    const watch = await launchedPage(start(`{ mode: s.VIBRATOR_SCENE_TIMER }`));
    await watch.kill('page');
    await watch.advance('10s');
    expect(watch.sim.pulses.length).toBeGreaterThan(9);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('takes no patterns below API 3.6', async () => {
    const watch = await launchedPage(start('[{ type: 1 }]'), { model: 'Active Edge' });
    expect(watch.lines('error')[0]).toContain('API_LEVEL 3.6');
  });

  it('says in the event which pulses will come', async () => {
    const watch = await launchedPage(start(`{ mode: s.VIBRATOR_SCENE_DURATION }`));
    const event = watch.sim.events.find((one) => one.type === 'vibrate');
    expect(event?.data?.pulses).toEqual([{ onMs: 0, offMs: 600, type: 'SCENE_DURATION' }]);
  });
});
