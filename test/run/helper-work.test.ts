/** The helper by itself: its work, when it ends, and what it does about clocks and stalls. */
import { describe, expect, it } from 'vitest';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { begun, type Pair } from '../support/helper-beside-page.ts';
import { createHelperLife } from '../support/helper-life.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan } from '../support/watch-life.ts';

const HOUR_MS = 3_600_000;

const names = ({ service }: Pair): readonly string[] => service.haptics.played.map((cue) => cue.name);

describe('the work of the helper', () => {
  it('with the screen lit is one read in 21 s while the page plays, however many cues the page plays', () => {
    const { page, service } = begun(1, false);
    for (let ms = 0; ms < 470_000; ms += 250) {
      page.clock.advance(250);
      page.runner.send({ type: 'ticked' });
    }
    const before = service.reads;
    // The march, with its start cue and nine beats. A new text takes a look into both of its files.
    for (let ms = 0; ms < 42_000; ms += 250) {
      page.clock.advance(250);
      page.runner.send({ type: 'ticked' });
    }
    expect(page.runner.state().beats).toBe(10);
    expect(service.reads - before).toBeLessThanOrEqual(4);
    expect(service.haptics.played).toEqual([]);
  });

  it('is one read of one file for each cue that it plays itself', () => {
    const { page, service, cues } = begun();
    const before = service.reads;
    page.clock.advance(700_000);
    // There is also one read a minute.
    expect(service.reads - before).toBeLessThanOrEqual(cues.length + 12);
  });

  it('is one read a minute while nothing is due', () => {
    const { page, service } = begun(1, false);
    page.runner.send({ type: 'paused', why: 'wearer' });
    page.clock.advance(50_000);
    const before = service.reads;
    page.clock.advance(10_000);
    expect(service.reads - before).toBeLessThanOrEqual(2);
  });

  it('is to sleep until the next cue is near, in steps of up to 15 s', () => {
    const { page } = begun(1, false);
    let sleeps = 0;
    while (page.clock.nowMs() < page.runner.state().startedAtMs + 32_000) {
      page.clock.advance(page.clock.untilNextMs() ?? 1_000);
      sleeps++;
    }
    expect(sleeps).toBeLessThanOrEqual(5);
  });

  it('needs one timer at a time, and none after a stop', () => {
    const { page, service } = begun();
    for (let atS = 0; atS < 60; atS++) {
      page.clock.advance(1_000);
      expect(page.clock.pending()).toBe(1);
    }
    service.loop.stop();
    expect(page.clock.pending()).toBe(0);
  });
});

describe('the helper ends', () => {
  it.each([true, false])('a while after the page has stored the end, with the screen dark: %s', (isDark) => {
    const pair = begun(1, isDark);
    pair.page.clock.advance(10_000);
    pair.page.runner.send({ type: 'stopped' });
    pair.page.clock.advance(60_000);
    expect([pair.service.left, names(pair), pair.page.clock.pending()]).toEqual([true, [], 0]);
  });

  it('if no session comes', () => {
    const clock = createManualClock();
    const service = createHelperLife(clock, { contents: new Map() });
    clock.advance(10_000);
    expect([service.left, clock.pending()]).toEqual([true, 0]);
  });

  it('if the stored session cannot be read', () => {
    const page = createWatchLife(createManualClock());
    page.store.save(OPEN_SESSION, '{"version":9,"state":{}}');
    const service = createHelperLife(page.clock, { contents: page.files.contents });
    page.clock.advance(10_000);
    expect(service.left).toBe(true);
  });

  it('not before a session that can be read six seconds after its own start', () => {
    const page = createWatchLife(createManualClock());
    const service = createHelperLife(page.clock, { contents: page.files.contents, isDark: () => true });
    page.clock.advance(6_000);
    page.runner.start(defaultPlan());
    page.clock.advance(40_000);
    expect([service.left, service.haptics.played.length]).toEqual([false, 1]);
  });

  it('after its own last cue, as soon as that is reported', () => {
    const pair = begun();
    pair.page.clock.advance(600_000);
    expect([names(pair).at(-1), pair.service.left]).toEqual(['done', true]);
    expect(pair.heard().phase).toMatchObject({ at: 'ended', how: 'done' });
  });
});

it('a last cue that could not be reported with the screen lit is reported in the dark, up to half an hour later', () => {
  const { page, service, darken, heard } = begun(1, true, 'refused');
  while (service.haptics.played.filter(({ name }) => name === 'beat').length < 10) page.clock.advance(500);
  darken(false);
  page.clock.advance(40_000);
  expect([service.haptics.played.at(-1)?.name, service.left]).toEqual(['done', false]);
  expect(heard().phase.at).toBe('march');
  page.clock.advance(20 * 60_000);
  expect(service.left).toBe(false);
  darken(true);
  expect(heard().phase).toMatchObject({ at: 'ended', how: 'done' });
});

describe('the helper, when the clock is set,', () => {
  const isOnTime = (cues: readonly number[], byMs: number): void => {
    const lateS = (cues[1] ?? 0) - byMs / 1000 - 68.5;
    expect(lateS).toBeGreaterThanOrEqual(-0.001);
    expect(lateS).toBeLessThanOrEqual(0.1);
  };

  it.each([-1_000, -60_000, -24 * HOUR_MS])(
    'by %i ms without notice, plays its cues as late as before',
    (byMs) => {
      const { page, cues } = begun();
      page.clock.advance(40_000);
      page.clock.setWall(page.clock.nowMs() + byMs);
      page.clock.advance(40_000);
      isOnTime(cues, byMs);
    },
  );

  it.each([1_000, 7_000, HOUR_MS, -HOUR_MS])(
    'by %i ms with notice, plays its cues as late as before',
    (byMs) => {
      const { page, service, cues } = begun();
      page.clock.advance(40_000);
      page.clock.setWall(page.clock.nowMs() + byMs);
      service.loop.clockJumped();
      page.clock.advance(40_000);
      isOnTime(cues, byMs);
    },
  );

  it.each([HOUR_MS, -HOUR_MS])(
    'by %i ms just before a cue, plays it as late as before, even if it looks once more meanwhile',
    (byMs) => {
      const { page, service, cues } = begun();
      page.clock.advance(66_000);
      page.clock.setWall(page.clock.nowMs() + byMs);
      service.loop.clockJumped();
      service.loop.look();
      page.clock.advance(20_000);
      isOnTime(cues, byMs);
    },
  );

  it('finds out when the screen changes before its sleep is over', () => {
    const { page, cues, darken } = begun(1, false);
    page.clock.advance(20_000);
    page.clock.setWall(page.clock.nowMs() - HOUR_MS);
    darken(true);
    page.clock.advance(20_000);
    expect(cues.map((atS) => atS + HOUR_MS / 1000)).toEqual([36]);
  });

  it.each([HOUR_MS, 7_000, -HOUR_MS])(
    'by %i ms, also moves a text that the page stored before it and that is read only after it',
    (byMs) => {
      const { page, service, cues } = begun(1, false, 'refused');
      page.clock.advance(30_000);
      page.runner.send({ type: 'ticked' });
      page.clock.advance(1_000);
      page.clock.setWall(page.clock.nowMs() + byMs);
      service.loop.clockJumped();
      page.clock.advance(40_000);
      expect(cues).toEqual([]);
      page.clock.advance(11_000);
      expect(cues.map((atS) => (atS - byMs / 1000).toFixed(1))).toEqual(['81.0']);
    },
  );

  it('does not move a text that a page has stored since, even without notice of the clock', () => {
    const { page, service, cues } = begun(1, false, 'refused');
    page.clock.advance(29_000);
    page.clock.setWall(page.clock.nowMs() + 7_000);
    service.loop.clockJumped();
    page.clock.advance(500);
    page.runner.send({ type: 'ticked' });
    expect(page.haptics.played.map(({ name }) => name)).toEqual(['start']);
    page.clock.advance(60_000);
    expect(cues.map((atS) => atS.toFixed(1))).toEqual(['87.5']);
  });

  it('does not move a text that was stored within seconds of it', () => {
    const { page, service, cues } = begun(1, false, 'refused');
    page.clock.advance(15_250);
    page.clock.setWall(page.clock.nowMs() + 7_000);
    service.loop.clockJumped();
    page.clock.advance(250);
    page.runner.send({ type: 'more-time' });
    page.clock.advance(70_000);
    expect(cues.map((atS) => atS.toFixed(1))).toEqual(['71.0']);
  });

  it('keeps its 6 s if it has just begun', () => {
    const page = createWatchLife(createManualClock());
    page.runner.start(defaultPlan());
    page.clock.advance(60_000);
    const service = createHelperLife(page.clock, { contents: page.files.contents });
    page.clock.advance(500);
    page.clock.setWall(page.clock.nowMs() - 1_000);
    page.clock.advance(5_000);
    expect(service.haptics.played).toEqual([]);
  });

  it('does nothing without a session', () => {
    const clock = createManualClock();
    const contents = new Map<string, Uint8Array>();
    const service = createHelperLife(clock, { contents, isDark: () => true });
    service.loop.clockJumped();
    expect([service.haptics.played, contents.size]).toEqual([[], 0]);
  });
});

describe('after a stall of the helper', () => {
  it('the cue is left to a page that has stalled with it', () => {
    const pair = begun();
    pair.page.clock.advance(20_000);
    // Nothing runs for 20 s: the clock has gone on, and no timer has come.
    pair.page.clock.setWall(pair.page.clock.nowMs() + 20_000);
    pair.page.clock.advance(12_000);
    pair.page.runner.send({ type: 'ticked' });
    pair.page.clock.advance(10_000);
    expect(names(pair)).toEqual([]);
  });
});
