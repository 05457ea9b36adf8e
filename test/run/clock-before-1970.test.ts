/**
 * A watch that was reset east of Greenwich begins at midnight of 1970-01-01 by its own time, which is before 1970 in UTC. Its session is
 * guided like any other.
 */
import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { createHelperLife } from '../support/helper-life.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, cuesOf, defaultPlan, ticking, tickToEnd } from '../support/watch-life.ts';

const HOUR_MS = 3_600_000;
const usual = createWatchLife(createManualClock());
usual.runner.start(defaultPlan());
tickToEnd(usual);

function playedByHelper(startMs?: number): readonly string[] {
  const clock = createManualClock(startMs);
  const page = createWatchLife(clock);
  page.runner.start(defaultPlan());
  const helper = createHelperLife(clock, { contents: page.files.contents, isDark: () => true });
  helper.loop.look();
  clock.advance(700_000);
  return helper.haptics.played.map(({ name }) => name);
}

describe.each([-1, -8 * HOUR_MS, -400 * 24 * HOUR_MS])('a clock that begins at %i ms', (startMs) => {
  it('plays every cue, and the session is logged', () => {
    const life = createWatchLife(createManualClock(startMs));
    life.runner.start(defaultPlan());
    tickToEnd(life);
    expect(cuesOf(life)).toBe(cuesOf(usual));
    expect(logEndedSession(life.ports, '')?.stored).toBe(true);
    expect(life.sessionLog.framesFrom(1).map(decodeRecord)).toMatchObject([
      { ok: true, value: { how: 'done', startedAtMs: 0 } },
    ]);
  });

  it('reminds in a pause, and goes on after it', () => {
    const life = createWatchLife(createManualClock(startMs));
    life.runner.start(defaultPlan());
    ticking(life, 75_000);
    life.runner.send({ type: 'paused', why: 'wearer' });
    ticking(life, 70_000);
    expect(cuesOf(life)).toBe('start check come-back');
    tickToEnd(life);
    expect(cuesOf(life).endsWith('done')).toBe(true);
  });

  it('lets the helper play what a page that is gone has left', () => {
    const played = playedByHelper(startMs);
    expect(played).toEqual(playedByHelper());
    expect(played.length).toBeGreaterThan(10);
  });

  it('lets a touch be felt at once', () => {
    const clock = createManualClock(startMs);
    const taps: number[] = [];
    const motor = { run: () => {}, stop: () => {}, tap: () => void taps.push(clock.nowMs()) };
    const player = createCuePlayer(clock, motor, 'pattern');
    player.confirm();
    player.tick();
    player.stop();
    player.confirm();
    expect(taps).toEqual([startMs, startMs, startMs]);
  });
});

it.each([
  ['before 1970', -30 * 24 * HOUR_MS],
  ['after 2106', Date.UTC(2110, 0, 1)],
])(
  'sessions that were left by a clock %s, whose records have the same start, are all logged',
  (_, startMs) => {
    const clock = createManualClock(startMs);
    let contents = new Map<string, Uint8Array>();
    for (const seq of [1, 2, 3]) {
      const life = createWatchLife(clock, { contents });
      life.runner.start(defaultPlan());
      ticking(life, 120_000);
      clock.advance(HOUR_MS);
      const next = createWatchLife(clock, { contents: life.files.contents });
      expect(next.resume().to).toBe('summary');
      expect(logEndedSession(next.ports, '')).toMatchObject({ stored: true, seq });
      expect(logEndedSession(next.ports, '')).toBeNull();
      contents = next.files.contents;
    }
  },
);
