/** The helper by itself: what it reads, what it plays, when it sleeps and when it leaves. */
import { describe, expect, it } from 'vitest';
import { asReported } from '../../utils/core/session/helper-handover.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { readHelperReport } from '../../utils/run/helper-report.ts';
import { createHelperLife, type HelperLife } from '../support/helper-life.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan, type WatchLife } from '../support/watch-life.ts';

const HOUR_MS = 3_600_000;

interface Pair {
  readonly page: WatchLife;
  readonly service: HelperLife;
  /** Name of each cue the helper has played, with its second since the session's start. */
  readonly cues: readonly string[];
}

/** A session that its page has begun, and a helper beside it. The page is not there any more, unless a test sends something. */
function begun(slowness = 1): Pair {
  const clock = createManualClock();
  const page = createWatchLife(clock);
  const cues: string[] = [];
  const startMs = clock.nowMs();
  page.runner.start(defaultPlan());
  const service: HelperLife = createHelperLife(clock, {
    contents: page.files.contents,
    slowness,
    onPlay: () => cues.push(`${(clock.nowMs() - startMs) / 1000}`),
  });
  return { page, service, cues };
}

describe('the helper', () => {
  it('plays each cue 2.5 s after it was due, counted as the page will count it', () => {
    const { page, service, cues } = begun();
    page.clock.advance(111_000);
    expect(service.haptics.played.map((cue) => cue.name)).toEqual(['start', 'check', 'minimum', 'move']);
    expect(cues.map((atS) => Number(atS).toFixed(1))).toEqual(['32.5', '65.2', '95.2', '110.2']);
  });

  it.each([1, 1.02, 1.16])('with timers %d times as slow is never more than 200 ms later', (slowness) => {
    const { page, cues } = begun(slowness);
    page.clock.advance(100_000);
    cues.map(Number).forEach((atS, at) => {
      expect(atS).toBeGreaterThanOrEqual([32.5, 65.2, 95.2][at] ?? 0);
      expect(atS).toBeLessThanOrEqual(([32.5, 65.2, 95.2][at] ?? 0) + 0.2);
    });
  });

  it('leaves a cue that the page has stored as played', () => {
    const { page, service } = begun();
    page.clock.advance(30_250);
    page.runner.send({ type: 'ticked' });
    page.clock.advance(20_000);
    expect(service.haptics.played).toEqual([]);
  });

  it('takes up what the page has stored in place of its own', () => {
    const { page, service, cues } = begun();
    page.clock.advance(28_000);
    page.runner.send({ type: 'more-time' });
    page.clock.advance(25_000);
    expect([service.haptics.played.length, cues]).toEqual([1, ['52.5']]);
  });

  it('hears of a start that "ready" has brought forward in time', () => {
    const { page, cues } = begun(1.16);
    page.clock.advance(5_100);
    page.runner.send({ type: 'ready' });
    page.clock.advance(5_900);
    expect(cues.map(Number)[0]).toBeLessThanOrEqual(5.1 + 3 + 3);
  });

  it('calls for a look in a pause', () => {
    const { page, service } = begun();
    page.runner.send({ type: 'paused', why: 'wearer' });
    page.clock.advance(130_000);
    expect(service.haptics.played.map((cue) => cue.name)).toEqual(['come-back', 'come-back']);
  });

  it('holds one timer at a time', () => {
    const { page } = begun();
    for (let atS = 0; atS < 60; atS++) {
      page.clock.advance(1_000);
      expect(page.clock.pending()).toBe(1);
    }
  });

  it('holds none once it is stopped', () => {
    const { page, service } = begun();
    service.loop.stop();
    expect(page.clock.pending()).toBe(0);
  });
});

describe('the helper leaves', () => {
  it('a while after the page has stored the end, and no later', () => {
    const { page, service } = begun();
    page.clock.advance(10_000);
    page.runner.send({ type: 'stopped' });
    page.clock.advance(10_000);
    expect([service.left, service.haptics.played, page.clock.pending()]).toEqual([true, [], 0]);
  });

  it('where no session comes', () => {
    const clock = createManualClock();
    const service = createHelperLife(clock, { contents: new Map() });
    clock.advance(10_000);
    expect([service.left, clock.pending()]).toEqual([true, 0]);
  });

  it('where what is stored cannot be read', () => {
    const page = createWatchLife(createManualClock());
    page.store.save(OPEN_SESSION, '{"version":9,"state":{}}');
    const service = createHelperLife(page.clock, { contents: page.files.contents });
    page.clock.advance(10_000);
    expect(service.left).toBe(true);
  });

  it('not before a session that is stored a second after its own start', () => {
    const page = createWatchLife(createManualClock());
    const service = createHelperLife(page.clock, { contents: page.files.contents });
    page.clock.advance(1_000);
    page.runner.start(defaultPlan());
    page.clock.advance(40_000);
    expect([service.left, service.haptics.played.length]).toEqual([false, 1]);
  });

  it('not before its own last cue was felt and a page has had half an hour to come back', () => {
    const { page, service } = begun();
    page.clock.advance(700_000);
    expect([service.haptics.played.at(-1)?.name, service.left]).toEqual(['done', false]);
    page.clock.advance(HOUR_MS / 2);
    expect([service.left, page.clock.pending()]).toEqual([true, 0]);
  });
});

describe('under a clock that is set', () => {
  it.each([-1_000, -60_000, -24 * HOUR_MS])('by %i ms, found out, it is late by one look at most', (byMs) => {
    const { page, cues } = begun();
    page.clock.advance(40_000);
    page.clock.setWall(page.clock.nowMs() + byMs);
    page.clock.advance(40_000);
    const lateS = Number(cues[1]) - byMs / 1000 - 65.2;
    expect(lateS).toBeGreaterThanOrEqual(0);
    expect(lateS).toBeLessThanOrEqual(2);
  });

  it.each([1_000, 7_000, HOUR_MS, -HOUR_MS])(
    'by %i ms, and told so, it is late by one look at most',
    (byMs) => {
      const { page, service, cues } = begun();
      page.clock.advance(40_000);
      page.clock.setWall(page.clock.nowMs() + byMs);
      service.loop.clockJumped();
      page.clock.advance(40_000);
      const lateS = Number(cues[1]) - byMs / 1000 - 65.2;
      expect(lateS).toBeGreaterThanOrEqual(0);
      expect(lateS).toBeLessThanOrEqual(2);
    },
  );

  it('a cue that it has played stays played when the page stores its session with nothing but the clock changed', () => {
    const { page, service, cues } = begun();
    page.clock.advance(29_000);
    page.runner.send({ type: 'ticked' });
    page.clock.advance(4_000);
    page.clock.setWall(page.clock.nowMs() + HOUR_MS);
    service.loop.clockJumped();
    page.runner.send({ type: 'clock-jumped' });
    page.clock.advance(20_000);
    expect(cues.map((atS) => Number(atS).toFixed(1))).toEqual(['32.5']);
  });

  it('hears of it without a session and does nothing', () => {
    const clock = createManualClock();
    const service = createHelperLife(clock, { contents: new Map() });
    service.loop.clockJumped();
    expect(service.haptics.played).toEqual([]);
  });
});

describe('its report', () => {
  /** A page that is gone 5 s into its session; the helper plays the start cue 32.5 s into it. */
  function dark(isDark: () => boolean) {
    const clock = createManualClock();
    const page = createWatchLife(clock);
    page.runner.start(defaultPlan());
    const stored = page.runner.state();
    createHelperLife(clock, { contents: page.files.contents, isDark });
    const heard = () => asReported(stored, stored.seenMs, readHelperReport(page.store));
    return { clock, page, stored, heard };
  }

  it('tells in the dark how the session has gone on', () => {
    const { clock, stored, heard } = dark(() => true);
    clock.advance(32_000);
    expect(heard()).toBe(stored);
    clock.advance(1_000);
    expect(heard().phase.at).toBe('hold');
  });

  it('waits for the dark where the screen is lit', () => {
    let isDark = false;
    const { clock, stored, heard } = dark(() => isDark);
    clock.advance(40_000);
    expect(heard()).toBe(stored);
    isDark = true;
    clock.advance(2_000);
    expect(heard().phase.at).toBe('hold');
  });

  it('is old as soon as the page has stored something', () => {
    const { clock, page, heard } = dark(() => true);
    clock.advance(10_000);
    page.runner.send({ type: 'more-time' });
    const stored = page.runner.state();
    clock.advance(25_000);
    expect(asReported(stored, stored.seenMs, readHelperReport(page.store))).toBe(stored);
    expect(heard().phase.at).toBe('position');
  });

  it('tells of a clock that was set', () => {
    const clock = createManualClock();
    const page = createWatchLife(clock);
    page.runner.start(defaultPlan());
    const stored = page.runner.state();
    const service = createHelperLife(clock, { contents: page.files.contents, isDark: () => true });
    clock.advance(10_000);
    clock.setWall(clock.nowMs() + HOUR_MS);
    service.loop.clockJumped();
    const { untilMs } = asReported(stored, stored.seenMs, readHelperReport(page.store)).phase;
    expect(untilMs - clock.nowMs()).toBeGreaterThanOrEqual(20_000);
    expect(untilMs - clock.nowMs()).toBeLessThanOrEqual(21_200);
  });
});
