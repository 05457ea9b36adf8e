/**
 * One of the two files of a text takes no write, or cannot be read, from any moment of a session on: the record still agrees with the
 * session.
 */
import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { makeRecord } from '../../utils/core/log/make-record.ts';
import { LOG_BOUNDS, OPEN_SESSION, UNLOGGED_SESSIONS } from '../../utils/core/stored-names.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan, tickToEnd, type WatchLife } from '../support/watch-life.ts';

type Kind = 'unwritable' | 'unreadable';

/** A life whose file `name` fails from its write number `from` on. */
function lifeWithout(name: string, kind: Kind, from: number): WatchLife {
  const life: WatchLife = createWatchLife(createManualClock(), {
    onWrite: () => {
      if (life.files.writes.length > from) life.files[kind].add(name);
    },
  });
  return life;
}

/** A launch with the disk as it was left, whose file `name` still fails. */
function nextLife(life: WatchLife, kind: Kind, name: string): WatchLife {
  const next = createWatchLife(life.clock, { contents: life.files.contents });
  next.files[kind].add(name);
  return next;
}

const logged = (life: WatchLife) => life.sessionLog.framesFrom(1).map(decodeRecord);

const whole = createWatchLife(createManualClock());
whole.runner.start(defaultPlan());
tickToEnd(whole);
const moments = whole.files.writes.map((_, at) => at);
const lived = makeRecord(whole.runner.state());

const files = [OPEN_SESSION, LOG_BOUNDS, UNLOGGED_SESSIONS].flatMap((name) => [`${name}-a`, `${name}-b`]);

describe.each(['unwritable', 'unreadable'] as const)('a file that is %s', (kind) => {
  describe.each(files)('%s', (name) => {
    it.each(moments)('from write %i on costs nothing, even if the app ends before the summary', (from) => {
      const life = lifeWithout(name, kind, from);
      life.runner.start(defaultPlan());
      tickToEnd(life);
      expect(life.haptics.played).toEqual(whole.haptics.played);
      const next = nextLife(life, kind, name);
      expect(next.resume().to).toBe('summary');
      logEndedSession(next.ports, '');
      expect(logged(next)).toEqual([{ ok: true, value: lived }]);
      const third = nextLife(next, kind, name);
      expect(third.resume().to).toBe('home');
      expect(logEndedSession(third.ports, '')).toBeNull();
      expect(logged(third)).toHaveLength(1);
    });
  });
});

it.each(['open-a', 'open-b'])(
  'a folder in the place of %s costs nothing, from the first launch on',
  (name) => {
    const life = createWatchLife(createManualClock());
    const spoil = ({ files }: WatchLife): void => {
      files.contents.set(name, Uint8Array.of(1));
      files.unreadable.add(name);
      files.unwritable.add(name);
    };
    spoil(life);
    life.runner.start(defaultPlan());
    tickToEnd(life);
    const next = createWatchLife(life.clock, { contents: life.files.contents });
    spoil(next);
    expect(next.resume().to).toBe('summary');
    logEndedSession(next.ports, '');
    expect(logged(next)).toEqual([{ ok: true, value: lived }]);
  },
);

describe('an open session', () => {
  it.each(moments.slice(1))(
    'goes on with what was stored last, even if one file takes no write, at write %i',
    (at) => {
      for (const name of ['open-a', 'open-b']) {
        const life = lifeWithout(name, 'unwritable', 0);
        life.runner.start(defaultPlan());
        const { phase } = life.runner.state();
        for (let count = 0; life.files.writes.length < at && count < 5_000; count++) {
          life.clock.advance(500);
          life.runner.send({ type: 'ticked' });
        }
        if (life.runner.state().phase.at === 'ended') continue;
        const next = nextLife(life, 'unwritable', name);
        next.resume();
        expect(next.store.load(OPEN_SESSION)).not.toBe('');
        const onDisk = JSON.parse(nextLife(life, 'unwritable', name).store.load(OPEN_SESSION)) as {
          readonly state: { readonly phase: unknown; readonly tries: unknown };
        };
        expect(onDisk.state.tries).toEqual(life.runner.state().tries);
        expect(phase.at).toBe('position');
      }
    },
  );
});

it.each([1, 2, 3])(
  'an open session whose files take nothing from its middle on is not resumed after %i later sessions',
  (later) => {
    const life: WatchLife = createWatchLife(createManualClock(), {
      onWrite: () => {
        if (life.files.writes.length > moments.length / 2) refuseOpen(life);
      },
    });
    const refuseOpen = ({ files }: WatchLife): void => {
      files.fault = { kind: 'refuses', only: OPEN_SESSION };
    };
    const live = (one: WatchLife): void => {
      one.runner.start(defaultPlan());
      tickToEnd(one);
      expect(logEndedSession(one.ports, '')?.stored).toBe(true);
    };
    live(life);
    for (let count = 0; count < later; count++) {
      const next = createWatchLife(life.clock, { contents: life.files.contents });
      refuseOpen(next);
      next.clock.advance(3_600_000);
      expect(next.resume().to).toBe('home');
      live(next);
    }
    const last = createWatchLife(life.clock, { contents: life.files.contents });
    expect(last.resume().to).toBe('home');
    logEndedSession(last.ports, '');
    expect(logged(last)).toHaveLength(1 + later);
    expect(last.lines).toEqual([]);
  },
);
