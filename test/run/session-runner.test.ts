import { describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { createManualClock } from '../support/manual-clock.ts';
import {
  createWatchLife,
  defaultPlan,
  goOn,
  launch,
  startedLife,
  TICK_MS,
  tickToEnd,
  type WatchLife,
} from '../support/watch-life.ts';

const HOLD = 'start check minimum';
const BEATS = Array.from({ length: 10 }, () => 'beat').join(' ');
const DEFAULT_CUES = `${HOLD} move:side ${HOLD} move:step ${HOLD} move:side ${HOLD} move:step start ${BEATS} done`;

function cues(life: WatchLife): string {
  return life.haptics.played.map((cue) => (cue.to === null ? cue.name : `${cue.name}:${cue.to}`)).join(' ');
}

describe('a whole default session', () => {
  it('plays every cue of the plan once, in order, without a touch', () => {
    const life = startedLife();
    expect(tickToEnd(life).phase).toMatchObject({ at: 'ended', how: 'done' });
    expect(cues(life)).toBe(DEFAULT_CUES);
    expect(life.lines).toEqual([]);
  });

  it('has each state in storage before its cue is felt', () => {
    let checked = 0;
    const life: WatchLife = createWatchLife(createManualClock(), {
      onPlay() {
        const stored = decodeSnapshot(life.store.load(OPEN_SESSION));
        expect(stored.ok ? stored.value.state : stored.failure).toEqual(life.runner.state());
        checked++;
      },
    });
    life.runner.start(defaultPlan());
    tickToEnd(life);
    expect(checked).toBe(DEFAULT_CUES.split(' ').length);
  });

  it('keeps the page alive to its end, and no longer', () => {
    const clock = createManualClock();
    const life = createWatchLife(clock);
    life.runner.start(defaultPlan());
    while (life.runner.state().phase.at !== 'ended') {
      expect(life.screen.keptUntilMs ?? 0).toBeGreaterThan(clock.nowMs() + TICK_MS);
      clock.advance(TICK_MS);
      life.runner.send({ type: 'ticked' });
    }
    expect(life.screen.keptUntilMs).toBeNull();
  });

  it('is guided to the end where storage takes no write, and each refusal is told', () => {
    const life = createWatchLife(createManualClock(), { fault: { kind: 'refuses' } });
    life.runner.start(defaultPlan());
    tickToEnd(life);
    expect(cues(life)).toBe(DEFAULT_CUES);
    expect(new Set(life.lines)).toEqual(new Set(['open: could not be stored']));
  });

  it('writes nothing between two cues', () => {
    const life = startedLife();
    tickToEnd(life);
    // The start of the session, and then one write a cue.
    expect(life.files.writes).toHaveLength(1 + DEFAULT_CUES.split(' ').length);
  });
});

describe('going on with a stored session', () => {
  it('is not possible where none is stored', () => {
    const life = createWatchLife(createManualClock());
    expect([life.resume(), life.runner.load()]).toEqual([{ to: 'home' }, null]);
    expect(life.lines).toEqual([]);
  });

  it('comes back into the hold at the right second', () => {
    const clock = createManualClock();
    const first = createWatchLife(clock);
    first.runner.start(defaultPlan());
    while (first.runner.state().phase.at !== 'hold') {
      clock.advance(TICK_MS);
      first.runner.send({ type: 'ticked' });
    }
    const held = first.runner.state().phase;
    clock.advance(20_000);
    const second = createWatchLife(clock, { contents: first.files.contents });
    expect(goOn(second)?.phase).toEqual(held);
    expect(cues(second)).toBe('come-back');
  });

  it.each([
    [
      'of another version',
      '{"version":9,"state":{}}',
      'open: snapshot/version: the stored session is of version 9, not 1: kept',
    ],
    ['that is no snapshot', 'rubbish', 'open: snapshot: the stored session is not readable: kept'],
    [
      'whose state is null',
      '{"version":1,"state":null}',
      'open: snapshot: the stored session is not readable: kept',
    ],
  ])('keeps one %s aside with a sentence, once', (_, text, told) => {
    const clock = createManualClock();
    const life = createWatchLife(clock);
    life.store.save(OPEN_SESSION, text);
    expect([life.resume(), life.runner.load()]).toEqual([{ to: 'home' }, null]);
    expect(life.lines).toEqual([told]);
    const next = createWatchLife(clock, { contents: life.files.contents });
    expect(next.resume()).toEqual({ to: 'home' });
    expect(next.lines).toEqual([]);
  });

  it('leaves a damaged one with a sentence and starts anew', () => {
    const life = createWatchLife(createManualClock());
    life.files.contents.set('open-a', new Uint8Array(40));
    life.files.contents.set('open-b', new Uint8Array(5));
    expect(life.resume()).toEqual({ to: 'home' });
    expect(life.lines).toEqual(['open: what was stored is damaged']);
    expect(launch(life)?.phase.at).toBe('position');
    expect(goOn(createWatchLife(life.clock, { contents: life.files.contents }))).not.toBeNull();
  });

  it('leaves an ended session as it is and plays nothing', () => {
    const clock = createManualClock();
    const first = createWatchLife(clock);
    first.runner.start(defaultPlan());
    const ended = first.runner.send({ type: 'stopped' });
    clock.advance(3_600_000);
    const second = createWatchLife(clock, { contents: first.files.contents });
    expect(second.resume()).toEqual({ to: 'summary' });
    expect(second.runner.load()).toBeNull();
    const stored = decodeSnapshot(second.store.load(OPEN_SESSION));
    expect(stored.ok && stored.value.state).toEqual(ended);
    expect([second.alarm.armedMs, second.screen.keptUntilMs]).toEqual([null, null]);
    expect(cues(second)).toBe('');
  });

  it('is needed before anything is sent', () => {
    const life = createWatchLife(createManualClock());
    expect(() => life.runner.send({ type: 'ticked' })).toThrow('no session');
    expect(() => life.runner.state()).toThrow('no session');
  });
});
