import { beforeAll, describe, expect, it } from 'vitest';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { HoldRecord, SessionRecord } from '../../utils/core/log/record.ts';
import { decodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { finishSession } from '../../utils/run/finished-session.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { type FileFault, PowerLoss, type Write } from '../support/memory-files.ts';
import { createWatchLife, launch, tickToEnd, type WatchLife } from '../support/watch-life.ts';

/** How long the watch is off. A hold ends in this time only if the power fails at that very moment. */
const AWAY_MS = 1_000;

/** A session from launch to log. */
function live(life: WatchLife): void {
  launch(life);
  tickToEnd(life);
  finishSession(life.store, life.sessionLog);
}

function records(life: WatchLife): readonly SessionRecord[] {
  return life.sessionLog.framesFrom(1).map((frame) => {
    const record = decodeRecord(frame);
    if (!record.ok || record.value.kind !== 'session') throw new Error('no session');
    return record.value;
  });
}

/** The fields by which holds are compared. Lateness after a power loss makes no difference. */
function told({ step, side, spot, seconds, reached, outcome }: HoldRecord): string {
  return `${step} ${side} ${spot}: ${seconds} s, ${reached} cues, ${outcome}`;
}

interface Outcome {
  readonly record: SessionRecord;
  readonly count: number;
  readonly wasAsked: boolean;
}

/** A session in which the power fails once and the watch is back after a second, with the content of the log at the end. */
function liveWith(fault: FileFault): Outcome {
  const clock = createManualClock();
  const first = createWatchLife(clock, { fault });
  expect(() => live(first)).toThrow(PowerLoss);
  clock.advance(AWAY_MS);
  const second = createWatchLife(clock, { contents: first.files.contents });
  let wasAsked = false;
  // After the record is logged and the session closed, there is nothing to resume.
  if (second.store.load(OPEN_SESSION) !== '' || second.sessionLog.tail() === 0) {
    const back = launch(second);
    wasAsked = back !== null && back.phase.at === 'paused' && back.phase.why === 'unguided';
    if (back !== null) tickToEnd(second);
    finishSession(second.store, second.sessionLog);
  }
  const third = createWatchLife(clock, { contents: first.files.contents });
  expect(finishSession(third.store, third.sessionLog)).toBeNull();
  const all = records(third);
  const record = all[0];
  if (record === undefined) throw new Error('no record');
  return { record, count: all.length, wasAsked };
}

function cuts(length: number): readonly number[] {
  return [-1, 0, 1, length >> 1, length - 1, length];
}

describe('a session whose power fails at a write', () => {
  const writes: (Write & { readonly endsSlot: boolean })[] = [];
  let whole: SessionRecord;

  beforeAll(() => {
    const life: WatchLife = createWatchLife(createManualClock(), {
      onWrite(write) {
        const onDisk = createTextStore(life.files, () => {}).load(OPEN_SESSION);
        const stored = decodeSnapshot(onDisk);
        const before = stored.ok ? stored.value.state.phase.at : 'none';
        const now = write.name === 'log0' ? 'logged' : life.runner.state().phase.at;
        const endsSlot = (before === 'hold' || before === 'march') && now !== before;
        writes.push({ ...write, endsSlot });
      },
    });
    live(life);
    const record = records(life)[0];
    if (record === undefined) throw new Error('no record');
    whole = record;
  });

  it('has as many writes as cues, one each to begin, to log and to mark it, and two each for its end, its closing and the install number', () => {
    expect(writes.filter((write) => write.endsSlot)).toHaveLength(5);
    expect(writes).toHaveLength(28 + 2 + 2 * 3);
    expect(whole.holds.map(told)).toEqual([
      'release-iliacus left 1: 75 s, 2 cues, guided-to-end',
      'release-iliacus right 1: 75 s, 2 cues, guided-to-end',
      'release-back left 1: 75 s, 2 cues, guided-to-end',
      'release-back right 1: 75 s, 2 cues, guided-to-end',
    ]);
  });

  it('leaves one record with the same holds, if the slot was still running', () => {
    writes.forEach((write, atWrite) => {
      for (const keptBytes of cuts(write.length)) {
        if (write.endsSlot && keptBytes < write.length) continue;
        const { record, count, wasAsked } = liveWith({ kind: 'dies', atWrite, keptBytes });
        const place = `write ${atWrite}, ${keptBytes} bytes kept`;
        expect({ count, wasAsked, beats: record.beats }, place).toEqual({
          count: 1,
          wasAsked: false,
          beats: whole.beats,
        });
        expect(record.holds.map(told), place).toEqual(whole.holds.map(told));
      }
    });
  });

  it('leaves one record that credits no second twice, and asks the wearer, if the slot ended unguided', () => {
    writes.forEach((write, atWrite) => {
      for (const keptBytes of cuts(write.length)) {
        if (!write.endsSlot || keptBytes === write.length) continue;
        const { record, count, wasAsked } = liveWith({ kind: 'dies', atWrite, keptBytes });
        const place = `write ${atWrite}, ${keptBytes} bytes kept`;
        expect({ count, wasAsked, beats: record.beats }, place).toEqual({
          count: 1,
          wasAsked: true,
          beats: whole.beats,
        });
        const done = record.holds.filter((hold) => hold.outcome === 'guided-to-end');
        const rest = record.holds.filter((hold) => hold.outcome !== 'guided-to-end');
        expect(done.map(told), place).toEqual(whole.holds.map(told));
        for (const hold of rest) expect(told(hold), place).toMatch(/: 60 s, 2 cues, interrupted$/);
      }
    });
  });
});
