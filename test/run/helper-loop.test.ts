/** The helper by itself: what it plays, and what it reports. */
import { describe, expect, it } from 'vitest';
import { begun, type Pair } from '../support/helper-beside-page.ts';
import { createHelperLife } from '../support/helper-life.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan } from '../support/watch-life.ts';

const HOUR_MS = 3_600_000;

const names = ({ service }: Pair): readonly string[] => service.haptics.played.map((cue) => cue.name);

/** With the screen lit, a page that plays the first cues, and dies 85 s after the start. */
function untilMinimum(whileLit: 'refused' | 'taken'): Pair {
  const pair = begun(1, false, whileLit);
  for (let ms = 0; ms < 85_000; ms += 250) {
    pair.page.clock.advance(250);
    pair.page.runner.send({ type: 'ticked' });
  }
  return pair;
}

describe('the helper in the dark', () => {
  it('plays the first cue that the page misses 6 s after it was due, and the following ones after 2.5 s', () => {
    const pair = begun();
    pair.page.clock.advance(120_000);
    expect(names(pair)).toEqual(['start', 'check', 'minimum', 'move']);
    expect(pair.cues.map((atS) => atS.toFixed(1))).toEqual(['36.0', '68.5', '98.5', '113.5']);
  });

  it.each([1, 1.02, 1.16])('with timers %d times as slow is at most 200 ms later', (slowness) => {
    const { page, cues } = begun(slowness);
    page.clock.advance(100_000);
    const [start = 0, check = 0, minimum = 0] = cues;
    for (const lateS of [start - 36, check - start - 32.5, minimum - start - 62.5]) {
      expect(lateS).toBeGreaterThanOrEqual(-0.001);
      expect(lateS).toBeLessThanOrEqual(0.2);
    }
  });

  it('leaves a cue that the page has stored as played', () => {
    const pair = begun();
    pair.page.clock.advance(30_250);
    pair.page.runner.send({ type: 'ticked' });
    pair.page.clock.advance(20_000);
    expect(names(pair)).toEqual([]);
  });

  it('takes over what the page has stored in place of its own state', () => {
    const { page, cues } = begun();
    page.clock.advance(28_000);
    page.runner.send({ type: 'more-time' });
    page.clock.advance(29_000);
    expect(cues).toEqual([56]);
  });

  it('reminds the wearer of a pause', () => {
    const pair = begun();
    pair.page.runner.send({ type: 'paused', why: 'wearer' });
    pair.page.clock.advance(130_000);
    expect(names(pair)).toEqual(['come-back', 'come-back']);
  });

  it('plays every cue of the session', () => {
    const pair = begun();
    pair.page.clock.advance(700_000);
    const hold = ['start', 'check', 'minimum', 'move'];
    const beats = Array.from({ length: 10 }, () => 'beat');
    expect(names(pair)).toEqual([...hold, ...hold, ...hold, ...hold, 'start', ...beats, 'done']);
  });
});

describe('the helper with the screen lit', () => {
  it('leaves each cue to the page for 21 s', () => {
    const { page, cues } = begun(1, false, 'refused');
    page.clock.advance(50_900);
    expect(cues).toEqual([]);
    page.clock.advance(300);
    expect(cues).toEqual([51]);
  });

  it('that begins beside a page leaves it 11 s, of which 5 s are to wait for a report, and 5 s until what it stored can be read', () => {
    const clock = createManualClock();
    const page = createWatchLife(clock);
    const startMs = clock.nowMs();
    const cues: number[] = [];
    page.runner.start(defaultPlan());
    clock.advance(46_000);
    createHelperLife(clock, {
      contents: page.files.contents,
      slowness: 1,
      whileLit: 'refused',
      isDark: () => false,
      onPlay: () => cues.push((clock.nowMs() - startMs) / 1000),
    });
    clock.advance(10_900);
    expect(cues).toEqual([]);
    clock.advance(300);
    expect(cues).toEqual([57]);
  });

  it('leaves the page 21 s for each cue, even for one that overtakes an overdue cue', () => {
    const { page, cues } = untilMinimum('refused');
    // The minimum is due at 90 s, and the move overtakes it at 105 s. An alarm opens the page at 121 s.
    page.clock.advance(40_900);
    expect(cues).toEqual([]);
    page.clock.advance(300);
    expect(cues).toEqual([126]);
  });

  it('plays such a move at once if it can report it', () => {
    const { page, cues, heard } = untilMinimum('taken');
    page.clock.advance(30_000);
    expect(cues).toEqual([111]);
    expect(heard()).toMatchObject({ slot: 1, phase: { at: 'position' } });
  });

  it('goes on to leave the page 21 s after a cue that it could not report', () => {
    const { page, cues } = begun(1, false, 'refused');
    page.clock.advance(52_000);
    page.clock.advance(49_900);
    expect(cues).toEqual([51]);
    page.clock.advance(300);
    expect(cues).toEqual([51, 102]);
  });

  it('plays a cue as soon as the screen is dark, if the cue has been overdue for 6 s', () => {
    const { page, cues, darken } = begun(1, false);
    page.clock.advance(38_000);
    darken(true);
    expect(cues).toEqual([38]);
  });

  it('leaves out the repetition of a cue, which would cut a cue of the page short', () => {
    const { page, service, darken } = begun();
    page.clock.advance(36_000);
    expect(service.haptics.dropped).toBe(0);
    darken(false);
    expect(service.haptics.dropped).toBe(1);
  });

  it('finds out by itself within 2 s that the screen is dark, if no change is reported', () => {
    const { page, cues, screen } = begun(1, false);
    screen.tells = false;
    page.clock.advance(38_000);
    screen.isDark = true;
    page.clock.advance(2_000);
    expect(cues[0]).toBeLessThanOrEqual(40);
  });

  it('gives a page that has come back its 21 s again, although the helper has played before', () => {
    const { page, cues, darken } = begun();
    page.clock.advance(40_000);
    darken(false);
    page.clock.advance(40_000);
    expect(cues).toEqual([36]);
  });

  it('takes a screen that was never dark for an always-on display after waiting for 21 s', () => {
    const { page, cues, heard } = begun(1, false, 'taken');
    page.clock.advance(120_000);
    expect(cues.map((atS) => atS.toFixed(1))).toEqual(['51.0', '87.0', '117.0']);
    expect(heard().phase).toMatchObject({ at: 'hold', cursor: 2 });
  });
});

describe('what the page has stored', () => {
  it('is read up to the newest text, so that an ended pause does not hold back the next cue', () => {
    const { page, cues } = begun();
    page.clock.advance(1_000);
    page.runner.send({ type: 'paused', why: 'wearer' });
    page.clock.advance(1_000);
    page.runner.send({ type: 'resumed' });
    page.clock.advance(40_000);
    expect(cues).toEqual([38]);
  });

  it('in the dark, after the helper has played, shows that a page is there, which is waited for again', () => {
    const { page, cues } = begun();
    page.clock.advance(37_000);
    page.runner.send({ type: 'ticked' });
    page.clock.advance(40_000);
    expect(cues).toEqual([36, 72]);
  });

  it('is read as soon as the screen is dark, because a touch before that may have brought the next cue forward', () => {
    const { page, cues, darken } = begun(1, false);
    page.clock.advance(20_000);
    page.runner.send({ type: 'more-time' });
    page.clock.advance(15_000);
    page.runner.send({ type: 'ready' });
    page.clock.advance(500);
    darken(true);
    page.clock.advance(10_000);
    expect(cues).toEqual([44]);
  });
});

describe('a start cue that the wearer had put off, and then brought forward', () => {
  /** The helper has read that it is due at 90 s. */
  function putOff(): Pair {
    const pair = begun();
    pair.page.clock.advance(20_000);
    for (let press = 0; press < 3; press++) pair.page.runner.send({ type: 'more-time' });
    pair.page.clock.advance(20_000);
    return pair;
  }

  it('is found within 5 s of the screen going dark', () => {
    const { page, cues, darken } = putOff();
    darken(false);
    page.clock.advance(5_000);
    page.runner.send({ type: 'ready' });
    page.clock.advance(1_000);
    darken(true);
    page.clock.advance(10_000);
    expect(cues).toEqual([54]);
  });

  it('is found within a minute and 15 s otherwise', () => {
    const { page, cues } = putOff();
    for (let press = 0; press < 9; press++) page.runner.send({ type: 'more-time' });
    page.clock.advance(120_000);
    page.runner.send({ type: 'ready' });
    page.clock.advance(75_000);
    expect(cues).toHaveLength(1);
  });
});

describe('a page that waits for the report, and has stored what it found,', () => {
  it('does not make the helper forget what it has played', () => {
    const pair = begun();
    pair.page.clock.advance(37_000);
    pair.page.runner.load();
    pair.page.clock.advance(33_000);
    expect(names(pair)).toEqual(['start', 'check']);
    expect(pair.heard().phase).toMatchObject({ at: 'hold', cursor: 1 });
  });
});

describe('its report', () => {
  it('says in the dark how the session has gone on', () => {
    const { page, heard } = begun();
    page.clock.advance(35_000);
    expect(heard().phase.at).toBe('position');
    page.clock.advance(1_500);
    expect(heard().phase.at).toBe('hold');
  });

  it('says that the helper lives as the screen goes dark', () => {
    const { page, darken, heard } = begun(1, false);
    page.clock.advance(10_000);
    expect(heard()).toBe(page.runner.state());
    darken(true);
    expect(heard()).toEqual({ ...page.runner.state(), seenMs: page.clock.nowMs() });
  });

  it('waits for the dark if the screen is lit', () => {
    const { page, darken, heard } = begun();
    page.clock.advance(20_000);
    darken(false);
    page.clock.advance(27_000);
    expect(heard().phase.at).toBe('position');
    darken(true);
    expect(heard().phase.at).toBe('hold');
  });

  it('is outdated as soon as the page has stored something', () => {
    const { page, heard } = begun();
    page.clock.advance(10_000);
    page.runner.send({ type: 'more-time' });
    const stored = page.runner.state();
    page.clock.advance(25_000);
    expect(heard()).toBe(stored);
  });

  it('includes a clock that was set: at once, later without what the helper does not know, and exactly when its sleep ends', () => {
    const { page, service, heard } = begun();
    page.clock.advance(10_000);
    page.clock.setWall(page.clock.nowMs() + HOUR_MS);
    service.loop.clockJumped();
    const leftMs = (): number => heard().phase.untilMs - page.clock.nowMs();
    expect(leftMs()).toBeGreaterThanOrEqual(20_000);
    expect(leftMs()).toBeLessThanOrEqual(35_000);
    page.clock.advance(15_000);
    expect(leftMs()).toBe(5_000);
  });
});
