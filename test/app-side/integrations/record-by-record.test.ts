/** Each record is decided on by itself: it is sent once, or shown as left out, in whatever order records come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createPhonePreferences } from '../../../app-side/phone-preferences.ts';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { runCommands } from '../../../app-side/run-commands.ts';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { emptyDeliveryState, parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { leftOut } from '../../../utils/core/integrations/due-records.ts';
import { recordKey } from '../../../utils/core/integrations/integration.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { encodeFrame, type Frame, VOID } from '../../../utils/core/log/frame.ts';
import { blockKey } from '../../../utils/core/sync/frame-block.ts';
import {
  commandKey,
  commandText,
  type IntegrationChange,
  type PhoneCommand,
} from '../../../utils/core/sync/phone-commands.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createMemoryTexts } from '../../support/memory-texts.ts';
import { runs } from '../../support/runs.ts';
import { DAY_MS, OTHER_WATCH, ratingFrame, sessionFrame, WATCH } from '../../support/stored-log.ts';

const KEYS = integrationKeys('webhook');
const HOUR_MS = 3_600_000;

/** The sessions with the numbers `from` to `to`, a day apart. */
const sessions = (from: number, to: number): readonly Frame[] =>
  Array.from({ length: to - from + 1 }, (_, at) => sessionFrame(from + at));

const keysOf = (frames: readonly Frame[], install = WATCH): readonly string[] =>
  frames.map(({ seq }) => recordKey(install, seq));

/** The day after session `seq`. */
const dayAfter = (seq: number): number => plainRecord.startedAtMs + seq * DAY_MS + HOUR_MS;

/** A phone whose webhook accepts everything. `sent` has each record as often as it arrived there. */
function phone(nowMs = dayAfter(1_000)) {
  const texts = createMemoryTexts();
  const clock = { ...createManualClock(), nowMs: () => time.nowMs };
  const time = { nowMs };
  const records = createRecordStore(texts, () => 0.5, clock.nowMs);
  const sent: string[] = [];
  const run = createDeliveryRunner({
    storage: texts,
    nowMs: clock.nowMs,
    after: () => () => {},
    senders: {
      webhook: ({ install, seq }, _secrets, done) => {
        sent.push(recordKey(install, seq));
        done({ kind: 'delivered' });
      },
      intervals: () => {},
    },
  });
  const post = (command: PhoneCommand): void => {
    texts.setItem(commandKey(command), commandText(command));
    const preferences = createPhonePreferences(texts);
    runCommands({ storage: texts, records, preferences, nowMs: clock.nowMs, report: () => {} });
    run();
  };
  const change = (what: Partial<IntegrationChange>): void =>
    post({ kind: 'integration', integration: 'webhook', ...what });
  const state = () => parseDeliveryState(texts.getItem(KEYS.deliveryState)) ?? emptyDeliveryState;
  return {
    texts,
    time,
    run,
    sent,
    state,
    leftOut: () => leftOut(state()),
    switchOn: (earlier: boolean) => change({ isOn: true, earlier, address: 'https://fake.example/x' }),
    switchOff: () => change({ isOn: false }),
    import: (frames: readonly Frame[], install = WATCH) =>
      post({ kind: 'import', text: jsonOf(frames.map((frame) => ({ install, frame }))) }),
    /** Sends records from the watch to the phone. */
    push(frames: readonly Frame[], install = WATCH): void {
      records.insert(install, frames);
      run();
    },
  };
}

describe('an integration that gets what follows', () => {
  it.each([
    ['years ahead', Date.UTC(2035, 0, 1)],
    ['at 1970', 0],
  ])(
    'and was switched on while the clock was %s, gets what a new watch writes later, and no imported old watch',
    (_what, wrongMs) => {
      const { time, switchOn, push, import: take, sent, leftOut } = phone(wrongMs);
      push(sessions(1, 3));
      switchOn(false);
      time.nowMs = dayAfter(10);
      take(sessions(5, 6), OTHER_WATCH);
      expect([sent, leftOut()]).toEqual([[], 5]);
      time.nowMs = dayAfter(12);
      push([sessionFrame(12)], OTHER_WATCH);
      push(sessions(4, 4));
      expect([sent, leftOut()]).toEqual([[recordKey(OTHER_WATCH, 12), recordKey(WATCH, 4)], 5]);
    },
  );
});

describe('an integration that gets everything', () => {
  it('gets part 1 of an export after part 2', () => {
    const { switchOn, import: take, sent } = phone();
    switchOn(true);
    take(sessions(46, 300));
    take(sessions(1, 45));
    expect([...sent].sort()).toEqual([...keysOf(sessions(1, 300))].sort());
  });

  it('gets a record whose line was damaged as soon as the watch sends it again, and no other record twice', () => {
    const { switchOn, push, texts, sent, run } = phone();
    push(sessions(1, 5));
    const key = blockKey(WATCH, 1);
    const lines = (texts.getItem(key) ?? '').split('\n');
    texts.setItem(key, lines.map((line, at) => (at === 2 ? line.replace('0', 'x') : line)).join('\n'));
    switchOn(true);
    run();
    expect(sent).toEqual(['beef:1', 'beef:2', 'beef:4', 'beef:5']);
    push(sessions(1, 5));
    expect(sent).toEqual(['beef:1', 'beef:2', 'beef:4', 'beef:5', 'beef:3']);
  });

  it('gets a record that was stored as lost and is imported later', () => {
    const { switchOn, push, import: take, sent } = phone();
    switchOn(true);
    push([sessionFrame(1), encodeFrame(VOID, 2, new Uint8Array(0)), sessionFrame(3)]);
    expect(sent).toEqual(['beef:1', 'beef:3']);
    take([sessionFrame(2)]);
    expect(sent).toEqual(['beef:1', 'beef:3', 'beef:2']);
  });

  it('gets a record that was missing on the phone when its turn came, and is stored again', () => {
    const { switchOn, push, texts, sent, state, run } = phone();
    switchOn(true);
    const underway = [
      { install: WATCH, seq: 1, state: 'unknown', tries: 1, dueAtMs: 0, why: 'no answer yet' },
    ];
    texts.setItem(KEYS.deliveryState, JSON.stringify({ ...state(), through: { beef: 1 }, underway }));
    run();
    expect(state().underway).toMatchObject([{ state: 'failed', why: 'the phone has it no more' }]);
    push(sessions(1, 1));
    expect(sent).toEqual(['beef:1']);
    expect(state()).toMatchObject({ underway: [], delivered: 1 });
  });

  it('gets a record that is lost only once it is there', () => {
    const { switchOn, push, texts, sent, state, run } = phone();
    switchOn(true);
    const underway = [
      { install: WATCH, seq: 1, state: 'unknown', tries: 1, dueAtMs: 0, why: 'no answer yet' },
    ];
    texts.setItem(KEYS.deliveryState, JSON.stringify({ ...state(), through: { beef: 1 }, underway }));
    push([encodeFrame(VOID, 1, new Uint8Array(0))]);
    for (let wake = 0; wake < 3; wake++) run();
    expect(sent).toEqual([]);
    expect(state().underway).toMatchObject([{ state: 'failed', tries: 2 }]);
    push(sessions(1, 1));
    expect([sent, state().underway]).toEqual([['beef:1'], []]);
  });

  it.each([
    ['before what follows in the log if it is due', 1, ['beef:1', 'beef:2']],
    ['after what follows in the log if it was tried five times', 5, ['beef:2', 'beef:1']],
  ])('gets a record %s', (_, tries, order) => {
    const { switchOn, push, texts, sent, state, run } = phone();
    switchOn(true);
    const underway = [{ install: WATCH, seq: 1, state: 'pending', tries, dueAtMs: 0, why: 'status 425' }];
    texts.setItem(KEYS.deliveryState, JSON.stringify({ ...state(), through: { beef: 1 }, underway }));
    push(sessions(1, 2));
    run();
    expect(sent).toEqual(order);
  });

  it('gets a record that was missing once at its time, if the receiver then asked to wait', () => {
    const { switchOn, push, texts, sent, state, time } = phone();
    switchOn(true);
    const dueAtMs = time.nowMs + HOUR_MS;
    const why = 'the phone has it no more';
    const underway = [{ install: WATCH, seq: 1, state: 'pending', tries: 1, dueAtMs, why }];
    texts.setItem(KEYS.deliveryState, JSON.stringify({ ...state(), through: { beef: 1 }, underway }));
    push(sessions(1, 1));
    expect(sent).toEqual([]);
    time.nowMs = dueAtMs;
    push([]);
    expect(sent).toEqual(['beef:1']);
  });

  it('gets what an earlier version skipped because the phone did not have it, and nothing twice', () => {
    const { switchOn, push, texts, sent, run } = phone();
    switchOn(true);
    push([...sessions(1, 4), ...sessions(6, 10)]);
    texts.setItem(KEYS.deliveryState, JSON.stringify({ through: { beef: 10 }, underway: [], delivered: 9 }));
    sent.length = 0;
    run();
    push(sessions(5, 11));
    expect(sent).toEqual(['beef:5', 'beef:11']);
  });

  it('gets each record once, in whatever order and groups they come', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: 140 }, (_, at) => at + 1),
      { minLength: 140, maxLength: 140 },
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 140 }), { maxLength: 8 });
    fc.assert(
      fc.property(order, cuts, fc.boolean(), (seqs, ends, other) => {
        const { switchOn, push, sent, state } = phone();
        switchOn(true);
        const bounds = [0, ...[...ends].sort((one, two) => one - two), seqs.length];
        bounds.slice(1).forEach((to, at) => {
          const batch = seqs.slice(bounds[at], to).map((seq) => sessionFrame(seq));
          push(batch, other && at % 2 === 1 ? OTHER_WATCH : WATCH);
        });
        expect(new Set(sent).size).toBe(seqs.length);
        expect(sent.length).toBe(seqs.length);
        expect(state()).toMatchObject({ delivered: seqs.length, underway: [] });
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('an integration from the next session on', () => {
  it('gets nothing of an imported old watch, and says how much was left out', () => {
    const { switchOn, import: take, sent, leftOut } = phone();
    switchOn(false);
    take([...sessions(1, 40), ratingFrame(41, 40, { morning: 'same' })], OTHER_WATCH);
    expect([sent, leftOut()]).toEqual([[], 41]);
  });

  it('gets nothing that was stored before or comes late, but gets what follows', () => {
    const { switchOn, push, import: take, sent, time, leftOut } = phone(dayAfter(20));
    push(sessions(11, 20));
    switchOn(false);
    take(sessions(1, 10));
    expect([sent, leftOut()]).toEqual([[], 20]);
    time.nowMs = dayAfter(22);
    push(sessions(21, 22));
    push([sessionFrame(1, { startedAtMs: dayAfter(21) })], OTHER_WATCH);
    expect([sent, leftOut()]).toEqual([['beef:21', 'beef:22', 'cafe:1'], 20]);
  });

  it('gets a new session of a known watch whose clock was put back, because its number shows that it is new', () => {
    const { switchOn, push, sent } = phone(dayAfter(20));
    push(sessions(1, 3));
    switchOn(false);
    push([sessionFrame(4, { startedAtMs: dayAfter(2) })]);
    expect(sent).toEqual(['beef:4']);
  });

  it('gets a session of a new watch whose clock cannot be right, because nothing shows that it is an earlier one', () => {
    const { switchOn, push, sent } = phone(dayAfter(20));
    switchOn(false);
    push([sessionFrame(1, { startedAtMs: 0 })]);
    expect(sent).toEqual(['beef:1']);
  });

  it('gets the earlier ones once if the wearer wants them after all', () => {
    const { switchOn, switchOff, push, sent, leftOut } = phone(dayAfter(20));
    push(sessions(1, 20));
    switchOn(false);
    push(sessions(21, 21));
    switchOff();
    switchOn(true);
    expect([[...sent].sort(), leftOut()]).toEqual([[...keysOf(sessions(1, 21))].sort(), 0]);
  });

  it('leaves out sessions from the time in which it was off, as its button says', () => {
    const { switchOn, switchOff, push, sent, time, leftOut } = phone(dayAfter(2));
    switchOn(true);
    push(sessions(1, 2));
    switchOff();
    time.nowMs = dayAfter(4);
    push(sessions(3, 4));
    switchOn(false);
    time.nowMs = dayAfter(5);
    push(sessions(5, 5));
    expect([sent, leftOut()]).toEqual([['beef:1', 'beef:2', 'beef:5'], 2]);
  });
});
