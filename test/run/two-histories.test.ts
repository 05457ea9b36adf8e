/**
 * The two faults that no rule of the page can mend: for each, two histories in which the page sees the very same and the helper has
 * done different things. What is felt all the same is never early, and is said beside them.
 */
import { expect, it } from 'vitest';
import { createFakeHelper } from '../support/fake-helper.ts';
import { createHelperLife } from '../support/helper-life.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan } from '../support/watch-life.ts';

const TICK_MS = 250;

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface History {
  /** When the page's timers stand still, ms since Start. */
  readonly pageStalls?: readonly Span[];
  /** When the helper's timers stand still. */
  readonly helperStalls?: readonly Span[];
  /** The clock is set by `byMs`, and page and helper are told. */
  readonly told?: { readonly atMs: number; readonly byMs: number };
  readonly untilMs: number;
}

interface Sight {
  /** All that the page learns, a line for each: events with the wall clock, and the answers to its questions. */
  readonly seen: readonly string[];
  /** Who plays which cue, e.g. `helper beat 477.5`. */
  readonly felt: readonly string[];
}

const isIn = (spans: readonly Span[] | undefined, atMs: number): boolean =>
  (spans ?? []).some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);

/** A session with a helper, the screen lit all the time. */
function lived({ pageStalls, helperStalls, told, untilMs }: History): Sight {
  const clock = createManualClock();
  const startMs = clock.nowMs();
  let elapsedMs = 0;
  const seen: string[] = [];
  const felt: string[] = [];
  const contents = new Map<string, Uint8Array>();
  const port = createFakeHelper();
  const page = createWatchLife(clock, {
    contents,
    helper: {
      ...port,
      get listed() {
        return port.listed;
      },
      isListed() {
        seen.push(`listed: ${port.isListed()}`);
        return port.isListed();
      },
    },
  });
  page.haptics.play = ({ name }) => void felt.push(`page ${name} ${elapsedMs / 1_000}`);
  page.runner.start(defaultPlan());
  const waiting: (() => void)[] = [];
  const helperClock: ManualClock = {
    ...clock,
    after: (delayMs, run) =>
      clock.after(delayMs, () => (isIn(helperStalls, elapsedMs) ? void waiting.push(run) : run())),
  };
  const helper = createHelperLife(helperClock, { contents, port });
  helper.haptics.play = ({ name }) => void felt.push(`helper ${name} ${elapsedMs / 1_000}`);

  function send(type: 'ticked' | 'clock-jumped'): void {
    seen.push(`${type} at ${clock.nowMs() - startMs}`);
    page.runner.send({ type });
  }

  while (elapsedMs < untilMs) {
    elapsedMs += TICK_MS / 5;
    clock.advance(TICK_MS / 5);
    if (!isIn(helperStalls, elapsedMs)) for (const run of waiting.splice(0)) run();
    if (told?.atMs === elapsedMs) {
      clock.setWall(clock.nowMs() + told.byMs);
      helper.loop.clockJumped();
      send('clock-jumped');
    }
    if (elapsedMs % TICK_MS === 0 && !isIn(pageStalls, elapsedMs)) send('ticked');
  }
  return { seen, felt };
}

const count = (felt: readonly string[], cue: RegExp): number => felt.filter((line) => cue.test(line)).length;

it('two stalls within a helper’s look: the helper may have played two beats or one, and the page counts one', () => {
  const pageStalls = [
    { fromMs: 474_000, toMs: 479_000 },
    { fromMs: 480_250, toMs: 485_250 },
  ];
  const ran = (untilMs: number) => lived({ pageStalls, untilMs });
  const stalled = (untilMs: number) =>
    lived({ pageStalls, helperStalls: [{ fromMs: 474_000, toMs: 485_250 }], untilMs });
  const decidedMs = 486_500;
  expect(ran(decidedMs).seen).toEqual(stalled(decidedMs).seen);
  expect(ran(decidedMs).felt.filter((line) => line.startsWith('helper'))).toEqual([
    'helper beat 477.5',
    'helper beat 484.2',
  ]);
  expect(count(stalled(decidedMs).felt, /^helper beat/)).toBe(1);
  // To count two would cost the wearer a lift in the other history.
  expect([count(ran(600_000).felt, /beat/), count(stalled(600_000).felt, /beat/)]).toEqual([11, 10]);
});

it('a clock that is told of at the end of a stall: the helper may have played the cue or not, and the page plays it', () => {
  const never = { untilMs: 0, told: { atMs: 29_200, byMs: 3_600_000 } };
  const stall = {
    pageStalls: [{ fromMs: 29_250, toMs: 33_250 }],
    told: { atMs: 33_200, byMs: 3_596_000 },
  };
  const runs = (forMs: number): Sight => lived({ ...never, untilMs: 30_000 + forMs });
  const stalls = (forMs: number): Sight => lived({ ...stall, untilMs: 34_000 + forMs });
  expect(runs(250).seen).toEqual(stalls(250).seen);
  expect([runs(250).felt, stalls(250).felt]).toEqual([
    ['page start 30.25'],
    ['helper start 32.5', 'page start 34.25'],
  ]);
  // A page that kept still would lose its wearer the cue in the first history. In the second the hold counts from the second cue.
  expect(stalls(30_500).felt.at(-1)).toBe('page check 64.25');
});
