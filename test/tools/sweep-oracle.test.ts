/** The sweep's judge finds each kind of fault that it is meant to find, and none in a session that went well. */
import { describe, expect, it } from 'vitest';
import { planFor } from '../../tools/shared/plan-for.ts';
import { cycleSeconds, transitionSeconds, wholeSeconds } from '../../tools/sweep/cues/instants.ts';
import { FAULTS, matrixCells } from '../../tools/sweep/cues/matrix.ts';
import { judge } from '../../tools/sweep/cues/oracle.ts';
import type { Played, Trace } from '../../tools/sweep/cues/trace.ts';
import type { CueName } from '../../utils/core/cue/vocabulary.ts';

const ONE_SIDE = planFor({ sides: ['left'] });
const END_MS = 125_000;
const ALL = [{ fromMs: 0, toMs: END_MS }];

const cue = (name: CueName, atS: number, cutAtMs: number | null = null): Played => ({
  atMs: atS * 1000,
  cue: name,
  by: 'page',
  cutAtMs,
});
const PLANNED = [cue('start', 30), cue('check', 60), cue('minimum', 90), cue('move', 105)];

/** The first slot of a one-sided session whose page lives all the time, except for `over`. */
const traceWith = (over: Partial<Trace>): Trace => ({
  played: PLANNED,
  pageLives: ALL,
  helperLives: [],
  faultsMs: [],
  jumps: [],
  alarmRefusedMs: null,
  pageOpen: ALL,
  calls: [],
  stalls: [],
  dark: [],
  leftMs: [],
  errors: [],
  assumed: {},
  fromMs: 0,
  toMs: END_MS,
  ...over,
});

const findings = (over: Partial<Trace>): readonly string[] =>
  judge(traceWith(over), ONE_SIDE.slots).findings.map(({ text }) => text);

describe('the judge of a sweep', () => {
  it('finds nothing if each cue is felt at its second', () => {
    expect(findings({})).toEqual([]);
  });

  it('finds a cue that is early, counted from the start cue as it was felt', () => {
    const played = [cue('start', 30.2), cue('check', 60.2), cue('minimum', 90.1), cue('move', 105.2)];
    expect(findings({ played })).toEqual(['early: minimum of slot 0 at 90.10 s by 100 ms']);
  });

  it('finds a cue that is missing although the page lived', () => {
    expect(findings({ played: PLANNED.filter((played) => played.cue !== 'check') })).toEqual([
      'lost: check of slot 0 at 60.00 s (not felt by 85.00 s)',
    ]);
  });

  it('does not miss a cue that neither page nor helper could play', () => {
    const gone = [
      { fromMs: 0, toMs: 55_000 },
      { fromMs: 86_000, toMs: END_MS },
    ];
    const over = { pageLives: gone, played: PLANNED.filter((played) => played.cue !== 'check') };
    expect(findings(over)).toEqual([]);
  });

  it('finds a cue that is felt twice, one that the app cuts short, and an error of the app', () => {
    const twice = [...PLANNED.slice(0, 2), cue('check', 62), ...PLANNED.slice(2)];
    expect(findings({ played: twice })).toEqual(['doubled: check of slot 0 at 62.00 s']);
    const cut = [...PLANNED.slice(0, 3), cue('move', 105, 105_100)];
    expect(findings({ played: cut })).toEqual(['lost: move of slot 0 at 105.00 s (cut short)']);
    expect(findings({ errors: ['page: x is not a function'] })).toEqual(['error: page: x is not a function']);
  });

  it('finds an alarm that does not bring the page back within 20 s of a slot’s end', () => {
    const gone = [{ fromMs: 0, toMs: 35_000 }];
    const over = { pageLives: gone, pageOpen: gone };
    const back = (atS: number) => [cue('start', 30), cue('come-back', atS)];
    expect(findings({ ...over, played: back(124) })).toEqual([]);
    expect(findings({ ...over, played: back(126) })).toEqual([
      "lost: nobody came back until 21000 ms after the slot's end",
    ]);
  });
});

describe('an alarm that opens the page while timers stall', () => {
  const gone = { fromMs: 0, toMs: 35_000 };
  const stalls = [{ fromMs: 120_000, toMs: 126_000 }];
  const played = [cue('start', 30), cue('come-back', 126)];

  it('has come in time if the stall alone delays the cue', () => {
    const pageOpen = [gone, { fromMs: 121_000, toMs: END_MS }];
    expect(findings({ pageLives: [gone], pageOpen, stalls, played })).toEqual([]);
  });

  it('is found if the page opens only after that time', () => {
    const pageOpen = [gone, { fromMs: 125_500, toMs: END_MS }];
    expect(findings({ pageLives: [gone], pageOpen, stalls, played })).toEqual([
      "lost: nobody came back until 21000 ms after the slot's end",
    ]);
  });
});

describe('an alarm under a call', () => {
  const gone = [{ fromMs: 0, toMs: 104_900 }];
  const over = { pageLives: gone, pageOpen: gone, calls: [{ fromMs: 104_800, toMs: 125_000 }] };
  const back = (atS: number) => [...PLANNED.slice(0, 3), cue('come-back', atS)];

  it('may wait until a living page has paused', () => {
    expect(findings({ ...over, played: back(125.2) })).toEqual([]);
  });

  it('is found if it waits for longer', () => {
    expect(findings({ ...over, played: back(126) })).toEqual([
      "lost: nobody came back until 21000 ms after the slot's end",
    ]);
  });
});

describe('a page that opens while files may still give what they held before a cue', () => {
  const stale = { 'file-reads': 'stale' };
  /** The old page has died, and a new one opens at this second. */
  const openedAt = (atS: number) => ({
    pageOpen: [
      { fromMs: 0, toMs: 40_000 },
      { fromMs: atS * 1000, toMs: END_MS },
    ],
  });
  const checkAgain = (atS: number) => [...PLANNED.slice(0, 2), cue('check', atS), ...PLANNED.slice(2)];

  it('may play a cue of the last 5 s once more', () => {
    expect(findings({ assumed: stale, ...openedAt(64.9), played: checkAgain(65.2) })).toEqual([]);
  });

  it('may not play it again if the cue was 5 s ago, if files are read fresh, or if the page lived all the time', () => {
    const doubled = (atS: string) => [`doubled: check of slot 0 at ${atS} s`];
    expect(findings({ assumed: stale, ...openedAt(65), played: checkAgain(65.2) })).toEqual(doubled('65.20'));
    expect(findings({ ...openedAt(64.9), played: checkAgain(65.2) })).toEqual(doubled('65.20'));
    expect(findings({ assumed: stale, played: checkAgain(62) })).toEqual(doubled('62.00'));
  });

  it('has no excuse for later cues, which are judged from the next start cue on', () => {
    const moved = [...PLANNED, cue('move', 107.3), cue('start', 137.3), cue('check', 166)];
    const over = { assumed: stale, ...openedAt(107), toMs: 170_000 };
    expect(findings({ ...over, played: moved })).toEqual(['early: check of slot 1 at 166.00 s by 1300 ms']);
  });

  it('may lead to the same slot with a move that is felt again', () => {
    const again = [...PLANNED, cue('move', 107.3), cue('start', 137.3)];
    const over = {
      assumed: stale,
      ...openedAt(107),
      toMs: 200_000,
      pageLives: [{ fromMs: 0, toMs: 200_000 }],
    };
    expect(findings({ ...over, played: again })[0]).toBe(
      'lost: check of slot 1 at 167.30 s (not felt by 192.30 s)',
    );
  });

  it('may cut short a cue that it could not know of', () => {
    const cut = [...PLANNED.slice(0, 3), cue('move', 105, 105_800), cue('move', 105.8)];
    expect(findings({ assumed: stale, ...openedAt(105.7), played: cut })).toEqual([]);
  });

  it('may not cut a cue short if files are read fresh, or if it opened before the cue', () => {
    const cut = [...PLANNED.slice(0, 3), cue('move', 105, 105_800)];
    const found = ['lost: move of slot 0 at 105.00 s (cut short)'];
    expect(findings({ ...openedAt(105.7), played: cut })).toEqual(found);
    expect(findings({ assumed: stale, ...openedAt(104.9), played: cut })).toEqual(found);
  });
});

describe('the matrix of a sweep', () => {
  it('includes every second of the first slot, with its move', () => {
    const seconds = cycleSeconds(ONE_SIDE);
    expect([seconds[0], seconds[seconds.length - 1], seconds.length]).toEqual([0, 108, 109]);
  });

  it('includes the seconds around each transition up to the session’s end', () => {
    const seconds = transitionSeconds(ONE_SIDE);
    for (const atS of [30, 60, 90, 105, 135, 165, 195, 210, 270, 275, 311, 317]) {
      expect(seconds).toEqual(expect.arrayContaining([-3, -2, -1, 0, 1, 2, 3].map((byS) => atS + byS)));
    }
  });

  it('tries each fault at each of them on every model, and watches 150 s after it or to the end', () => {
    const cells = [...matrixCells(1)];
    expect(cells.length).toBeGreaterThan(15_000);
    for (const name of Object.keys(FAULTS)) {
      for (const device of ['GTR 4', 'T-Rex 3', 'Balance 2']) {
        const some = cells.filter((cell) => cell.name.startsWith(`${device}, consent allow, ${name} at `));
        expect(some.length).toBe(wholeSeconds(ONE_SIDE).length);
      }
    }
    const least = Math.min(
      ...cells.map(({ schedule: { faults, watchMs } }) =>
        watchMs === 345_000 || watchMs === 350_000 ? 150_000 : watchMs - (faults[0]?.atMs ?? 0),
      ),
    );
    expect(least).toBe(150_000);
  });

  it('can take every twelfth of them, with about as many for each fault', () => {
    const some = [...matrixCells(12)];
    expect(some.length).toBeGreaterThan([...matrixCells(1)].length / 14);
    expect(some.length).toBeLessThan([...matrixCells(1)].length / 10);
  });
});
