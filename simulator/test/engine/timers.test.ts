/** Timers and clocks of the app, and what a tester can do to them. */
import { describe, expect, it } from 'vitest';
import { broken, launchedPage, miniWatch, printed } from '../support/mini-app.ts';

const BRIGHT = `zos('display').setPageBrightTime({ brightTime: 600000 });`;
const TICKS = `Page({ build() { ${BRIGHT} setInterval(() => console.log('tick'), 1000) } })`;

describe('JavaScript timers', () => {
  it('tick in virtual time', async () => {
    const watch = await launchedPage(TICKS);
    await watch.advance('5s');
    expect(watch.lines('console').map((line) => line.split(' ')[0])).toEqual([
      '1000',
      '2000',
      '3000',
      '4000',
      '5000',
    ]);
  });

  it('pass their further arguments on', async () => {
    const watch = await launchedPage(
      `Page({ build() { setTimeout((a, b) => console.log(a + b), 5, 'x', 'y') } })`,
    );
    await watch.advance(5);
    expect(printed(watch)).toEqual(['xy']);
  });

  it('stop when the page ends', async () => {
    const watch = await launchedPage(TICKS);
    await watch.advance('1s');
    await watch.key('back');
    await watch.advance('5s');
    expect(printed(watch)).toEqual(['tick']);
  });

  it('stand still while the screen is dark, and catch up on waking', async () => {
    const watch = await launchedPage(`Page({ build() { setTimeout(() => console.log('late'), 12000) } })`);
    await watch.advance('15s');
    expect(printed(watch)).toEqual([]);
    await watch.perform({ verb: 'screen', on: true });
    await watch.advance(1);
    expect(watch.lines('console')).toEqual(['15000 page/home: late']);
  });

  it('stall as long as the tester says', async () => {
    const watch = await launchedPage(TICKS);
    await watch.perform({ verb: 'timers', stallMs: 2500 });
    await watch.advance('3s');
    expect(watch.lines('console').map((line) => line.split(' ')[0])).toEqual(['2500']);
  });

  it('run slow at a rate above one', async () => {
    const watch = await launchedPage(`Page({ build() { ${BRIGHT} zos('interaction').onKey({ callback() {
      setTimeout(() => console.log('x'), 1000); return true } }) } })`);
    await watch.perform({ verb: 'timers', rate: 1.5 });
    await watch.key('up');
    await watch.advance('2s');
    expect(watch.lines('console')[0]).toBe('1500 page/home: x');
  });

  it('fire twice when doubled', async () => {
    const watch = await launchedPage(TICKS);
    await watch.perform({ verb: 'timers', doubled: true });
    await watch.advance('1s');
    expect(printed(watch)).toEqual(['tick', 'tick']);
  });
});

describe('system timers', () => {
  it('run in the dark', async () => {
    const watch = await launchedPage(
      `Page({ build() { zos('timer').createSysTimer(true, 5000, () => console.log('sys')) } })`,
    );
    await watch.advance('19s');
    expect(watch.lines('console')).toHaveLength(3);
  });

  it('do not exist below API 4.0', async () => {
    const watch = await launchedPage(
      `Page({ build() { console.log(typeof zos('timer').createSysTimer) } })`,
      {
        model: 'GTR 4',
      },
    );
    expect(printed(watch)).toEqual(['undefined']);
    expect(broken(watch)).toEqual([]);
  });
});

describe('the wall clock', () => {
  it('is what Date shows, in the watch’s zone', async () => {
    const watch = await launchedPage(
      `Page({ build() { const d = new Date(); console.log(d.getHours(), d.getMinutes(), d.toISOString()) } })`,
      { startEpochMs: Date.UTC(2026, 5, 1, 22, 30), zoneOffsetMin: 120 },
    );
    expect(printed(watch)).toEqual(['0 30 2026-06-01T22:30:00.000Z']);
  });

  it('makes local dates in the watch’s zone', async () => {
    const watch = await launchedPage(`Page({ build() { console.log(new Date(2026, 0, 1).getTime()) } })`, {
      zoneOffsetMin: 60,
    });
    expect(printed(watch)).toEqual([String(Date.UTC(2025, 11, 31, 23))]);
  });

  it('jumps, and says so only when the jump is announced', async () => {
    const source = `Page({ build() { const t = new (zos('sensor').Time)(); t.onPhoneTimeSetting(() => console.log('set')) } })`;
    const watch = await launchedPage(source);
    const beforeMs = watch.sim.epochMs;
    await watch.perform({ verb: 'time-jump', byMs: 3_600_000, announced: false });
    expect(watch.sim.epochMs).toBe(beforeMs + 3_600_000);
    expect(printed(watch)).toEqual([]);
    await watch.perform({ verb: 'time-jump', byMs: -1000, announced: true });
    expect(printed(watch)).toEqual(['set']);
  });

  it('of the phone stays when the watch’s jumps unannounced, and goes along when announced', async () => {
    const setting = `AppSettingsPage({ build() { return Text({}, [String(Date.now())]) } })`;
    const watch = miniWatch({ setting }, { startEpochMs: 1_000_000 });
    await watch.perform({ verb: 'time-jump', byMs: 5000, announced: false });
    await watch.openSettings();
    expect(watch.settingsTexts()).toEqual(['1000000']);
    await watch.perform({ verb: 'time-jump', byMs: 7000, announced: true });
    await watch.openSettings();
    expect(watch.settingsTexts()).toEqual(['1007000']);
  });

  it('never turns uptime back', async () => {
    const watch = await launchedPage(TICKS);
    await watch.advance('2s');
    await watch.perform({ verb: 'time-jump', byMs: -86_400_000, announced: true });
    await watch.advance('1s');
    expect(watch.sim.uptimeMs).toBe(3000);
    expect(printed(watch)).toHaveLength(3);
  });
});
