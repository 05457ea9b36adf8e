/** Storage that fails from any moment of a session on: the session is guided to its end, is known to be unlogged, and is logged later. */
import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { makeRecord } from '../../utils/core/log/make-record.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { savePainBefore } from '../../utils/run/pain-before.ts';
import { createManualClock } from '../support/manual-clock.ts';
import type { FileFault } from '../support/memory-files.ts';
import { createWatchLife, defaultPlan, tickToEnd, type WatchLife } from '../support/watch-life.ts';

const PROTECTION = 'p';

/** A life that begins at home, and whose storage fails from write number `from` on, where 0 is the first. */
function lifeFailingFrom(from: number, kind: 'refuses' | 'full'): WatchLife {
  const life: WatchLife = createWatchLife(createManualClock(), {
    onWrite() {
      if (life.files.writes.length - atHome === from) life.files.fault = { kind };
    },
  });
  let atHome = Number.POSITIVE_INFINITY;
  life.sessionLog.installId();
  atHome = life.files.writes.length;
  if (from === 0) life.files.fault = { kind };
  return life;
}

/** Plays a whole session, and returns what its summary is told. */
function live(life: WatchLife) {
  savePainBefore(life.store, 4, life.clock.nowMs());
  life.runner.start(defaultPlan());
  tickToEnd(life);
  // What the summary page does after the session page has led to it.
  expect(life.resume()).toEqual({ to: 'summary' });
  return summaryOf(life);
}

const summaryOf = (life: WatchLife) => logEndedSession(life.ports, PROTECTION, 4);

const logged = (life: WatchLife) => life.sessionLog.framesFrom(1).map(decodeRecord);

function nextLife(life: WatchLife, fault: FileFault = { kind: 'none' }): WatchLife {
  return createWatchLife(life.clock, { contents: life.files.contents, fault });
}

const whole = lifeFailingFrom(Number.POSITIVE_INFINITY, 'refuses');
live(whole);
const wholeCues = whole.haptics.played;
/** Every write of a session, from the answer before it to the note about it, and one more. */
const moments = Array.from({ length: whole.files.writes.length + 1 }, (_, at) => at);

describe.each(['refuses', 'full'] as const)('storage that is failing (%s) from write', (kind) => {
  it.each(moments)('%i on costs neither a cue nor a record', (from) => {
    const life = lifeFailingFrom(from, kind);
    const finished = live(life);
    expect(life.haptics.played).toEqual(wholeCues);
    // Either the session is in the log, or the summary says that it is not.
    const record = makeRecord(life.runner.state(), finished?.record);
    expect(logged(life)).toEqual(finished?.stored ? [{ ok: true, value: record }] : []);
    expect(summaryOf(life)?.stored ?? true).toBe(finished?.stored);
    life.files.fault = { kind: 'none' };
    if (!finished?.stored) expect(summaryOf(life)).toMatchObject({ stored: true, seq: 1 });
    const next = nextLife(life);
    expect(next.resume().to).not.toBe('session');
    summaryOf(next);
    expect(logged(next)).toEqual([{ ok: true, value: record }]);
    expect(record.painBefore).toBe(4);
    expect(next.resume()).toEqual({ to: 'home' });
  });

  it.each(moments)('%i on costs neither, even with another session before it works again', (from) => {
    const life = lifeFailingFrom(from, kind);
    live(life);
    life.clock.advance(60_000);
    live(life);
    life.files.fault = { kind: 'none' };
    summaryOf(life);
    expect(logged(nextLife(life))).toHaveLength(2);
  });
});

it.each(moments)(
  'files of the open session that cannot even be emptied, from write %i to the next launch, leave nothing to resume after it is logged',
  (from) => {
    const life: WatchLife = createWatchLife(createManualClock(), {
      onWrite() {
        if (life.files.writes.length >= from) life.files.fault = { kind: 'refuses', only: OPEN_SESSION };
      },
    });
    expect(live(life)?.stored).toBe(true);
    const next = nextLife(life);
    expect(next.resume().to).not.toBe('session');
    summaryOf(next);
    expect(logged(next)).toHaveLength(1);
    expect(next.resume()).toEqual({ to: 'home' });
  },
);

it.each(moments)(
  'a disk that is full from write %i to the next launch leaves no session to resume',
  (from) => {
    const life = lifeFailingFrom(from, 'full');
    live(life);
    const next = nextLife(life);
    expect(next.resume().to).not.toBe('session');
    summaryOf(next);
    expect(logged(next).length).toBeLessThan(2);
  },
);
