/**
 * How the packed session page treats the watch: the widgets that it leaves, the screen that it keeps on, and the motor of older watches.
 */
import { describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/devices';
import { SESSION, startedWatch, untilSummary } from '../support/worn-watch.ts';

describe('the session page', () => {
  it('leaves no widget behind, so that the second hold has as many as the first', async () => {
    const watch = await startedWatch({}, 50_000);
    const first = watch.sim.watch.widgets.length;
    await watch.advance(100_000);
    expect(watch.texts()).toContain('RIGHT');
    expect(watch.sim.watch.widgets).toHaveLength(first);
  });

  it('keeps the screen on from Start to the summary, wrist down and palm on the glass', async () => {
    const watch = await startedWatch({}, 250);
    for (let minute = 0; minute < 8; minute++) {
      await watch.perform({ verb: 'palm' });
      await watch.perform({ verb: 'wrist', motion: 'lower' });
      await watch.advance('1m');
      expect(watch.sim.watch.screenOn).toBe(true);
    }
    expect(watch.sim.watch.page).toBe(SESSION);
  });

  it('releases the screen at the end, after which the watch goes dark and the app ends', async () => {
    const watch = await startedWatch();
    await untilSummary(watch);
    await watch.advance('59s');
    expect(watch.sim.watch).toMatchObject({ screenOn: false, page: null });
    await watch.perform({ verb: 'screen', on: true });
    await watch.advance(2_000);
    expect(watch.sim.watch.page).toBe(null);
  });

  it('goes on with the hold below the sheet, which closes by itself', async () => {
    const watch = await startedWatch({}, 45_250);
    await watch.perform({ verb: 'long-press', x: 240, y: 240 });
    await watch.advance(1_000);
    expect(watch.texts()).toContain('New spot');
    await watch.advance(8_000);
    expect(watch.texts()).not.toContain('New spot');
    expect(watch.texts()).toContain('24');
  });

  it.each([
    ['an hour ahead', 3_600_000],
    ['an hour back', -3_600_000],
  ])('goes on with the second of the hold if the clock is set %s', async (_where, byMs) => {
    const watch = await startedWatch({}, 45_250);
    await watch.perform({ verb: 'time-jump', byMs, announced: true });
    await watch.advance(5_000);
    expect(watch.texts()).toContain('Stay still, breathe slowly');
    const second = Number(watch.texts().find((text) => /^[0-9]+$/.test(text)));
    expect(Math.abs(second - 20)).toBeLessThanOrEqual(1);
  });
});

describe('a watch whose motor has no patterns', () => {
  it('plays every pulse as a scene with its own stop', async () => {
    const old = { ...findDevice('Balance 2'), apiLevel: '3.5' };
    const watch = await startedWatch({ on: old }, 100_000);
    const pulses = watch.sim.pulses.filter((pulse) => pulse.offMs - pulse.onMs > 100);
    const lengthsMs = pulses.map((pulse) => pulse.offMs - pulse.onMs);
    // Start, check, minimum: one, two and three short.
    expect(lengthsMs).toEqual([250, 250, 250, 250, 250, 250]);
    expect(watch.sim.breaches).toEqual([]);
  });
});
