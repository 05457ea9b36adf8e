/** What the session page shows: the right words for each phase, numbers that cannot be confused, and little that changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, type Phrase } from '../../../utils/core/text/phrase.ts';
import { watchEn } from '../../../utils/core/text/watch-en.ts';
import { UNDO_MS } from '../../../utils/core/tuning.ts';
import { type SessionView, sessionView } from '../../../utils/core/view/session-view.ts';
import { anyPlan, planWith, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { startWalk } from '../session/walk.ts';
import { seen, walkTo } from './viewed-walk.ts';

function inEnglish(phrase: Phrase | null): string {
  if (phrase === null) return '';
  const values = phrase.values.map((value) => (typeof value === 'object' ? inEnglish(value) : value));
  return fill(watchEn[phrase.key], values);
}

/** The view as a wearer reads it. */
function read(view: SessionView): string {
  const words = [view.side, view.place, view.line, view.note].filter((said) => said !== null).map(inEnglish);
  return [view.tone, view.big, ...words].filter((said) => said !== '').join(' | ');
}

it.each([
  [0, 'position | LEFT | Ball inside the hip bone | Starts in 30'],
  [0.2, 'position | LEFT | Ball inside the hip bone | Starts in 30'],
  [15, 'position | LEFT | Find today’s tightest spot | Starts in 15'],
  [29.5, 'position | LEFT | Ball inside the hip bone | Starts in 1'],
  [30, 'hold | 0 | LEFT | Stay still, breathe slowly'],
  [59.9, 'hold | 29 | LEFT | Stay still, breathe slowly'],
  [66, 'hold | 36 | LEFT | Not easing? Turn the crown'],
  [71, 'hold | 41 | LEFT | Easing? Then stay'],
  [90, 'linger | 60 | LEFT | Moves on in 15 | Crown: stay longer'],
  [104, 'linger | 74 | LEFT | Moves on in 1 | Crown: stay longer'],
  [106, 'position | RIGHT | Ball inside the hip bone | Starts in 24'],
  [206, 'position | LEFT | Ball beside the tailbone | Starts in 29'],
  [415, 'position | LEFT knee | Band round your feet | Starts in 55'],
  [471, 'march | 0 | LEFT knee | Stand tall'],
  [475, 'march | 1 | LEFT knee | Stand tall'],
  [480, 'march | 2 | RIGHT knee | Slowly'],
  [511, 'march | 10 | RIGHT knee | No arching'],
])('%d s after Start a new wearer reads: %s', (atS, text) => {
  expect(read(seen(walkTo(atS), atS))).toBe(text);
});

it.each([
  [26.4, 'position | LEFT | Ball inside the hip bone | Starts in 4', 'front-ball-left'],
  [26.5, 'position | LEFT | Starts in 4', ''],
  [27, 'position | 3 | LEFT | Get ready', ''],
  [28, 'position | 2 | LEFT | Get ready', ''],
  [29.9, 'position | 1 | LEFT | Get ready', ''],
  [30, 'hold | 0 | LEFT | Stay still, breathe slowly', ''],
])('%d s after Start a wearer who wants a lead-in reads: %s', (atS, text, picture) => {
  const walk = startWalk(planWith(), { strength: 'normal', motor: 'pattern', leadIn: 'seen' });
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  expect([read(seen(walk, atS)), seen(walk, atS).picture]).toEqual([text, picture]);
});

it.each([
  [4, 'position | LEFT | Tip inside the hip bone | Starts in 41'],
  [10, 'position | LEFT | Roll until the plate is flat | Starts in 35'],
  [46, 'hold | 1 | LEFT | Stay still, breathe slowly'],
  [81, 'hold | 36 | LEFT | Not easing? Turn the crown'],
  [86, 'hold | 41 | LEFT | Easing? Then press'],
  [116, 'hold | 71 | LEFT | Easing? Then stay'],
  [135, 'linger | 90 | LEFT | Moves on in 15 | Crown: stay longer'],
])('%d s after Start a wearer with the hook reads: %s', (atS, text) => {
  expect(read(seen(walkTo(atS, { kit: 'hook' }), atS))).toBe(text);
});

it('a wearer whose watch has no crown reads to press long', () => {
  const read = (atS: number): readonly string[] => {
    const { line, note } = sessionView(walkTo(atS).state(), START_MS + atS * 1_000, 'long');
    return [inEnglish(line), inEnglish(note)];
  };
  expect(read(66)).toEqual(['Not easing? Press long', '']);
  expect(read(95)).toEqual(['Moves on in 10', 'Press long: stay longer']);
});

it('a wearer who stays longer reads until when, and at the end for how long', () => {
  const walk = walkTo(95);
  walk.happen('stay', START_MS + 95_000);
  expect(read(seen(walk, 96))).toBe('linger | 66 | LEFT | Staying until 135 s | Crown: stay longer');
  expect(read(seen(walk, 134))).toBe('linger | 104 | LEFT | Staying until 135 s | Crown: stay longer');
  expect(read(seen(walk, 135))).toBe('linger | 105 | LEFT | Moves on in 30 | Crown: stay longer');
  expect(read(seen(walk, 140))).toBe('linger | 110 | LEFT | Moves on in 25 | Crown: stay longer');
});

it('a wearer who can stay no longer gets no offer to stay', () => {
  const walk = walkTo(95);
  for (let at = 0; at < 5; at++) walk.happen('stay', START_MS + 95_000 + at);
  expect(seen(walk, 96).note).toBeNull();
});

it.each([
  ['ball', 1, 'front-ball-left'],
  ['hook', 1, 'front-hook-left'],
  ['ball', 106, 'front-ball-right'],
  ['ball', 206, 'back-ball-left'],
  ['ball', 420, 'march-left'],
] as const)('with the %s, %d s after Start, the position is drawn as %s', (kit, atS, picture) => {
  expect(seen(walkTo(atS, { kit }), atS).picture).toBe(picture);
});

it('a hold has no drawing but a large number', () => {
  expect(seen(walkTo(45), 45).picture).toBe('');
});

it('a session that an older version has left open is shown without a drawing', () => {
  const { plan, ...rest } = walkTo(1).state();
  const slots = plan.slots.map((slot) => ({ ...slot, glyph: undefined })) as unknown as typeof plan.slots;
  expect(sessionView({ ...rest, plan: { ...plan, slots } }, START_MS + 1_000, 'crown').picture).toBe('');
});

it('a skip can be undone with the button for a while, and then there is more time to ask for', () => {
  const walk = walkTo(60);
  walk.happen('skipped', START_MS + 60_000);
  const untilS = 60 + UNDO_MS / 1_000;
  expect([60, untilS, untilS + 0.001].map((atS) => seen(walk, atS).action)).toEqual([
    'undone',
    'undone',
    'more-time',
  ]);
});

it('the view has the number of slots and of the current one', () => {
  expect([206, 471].map((atS) => seen(walkTo(atS), atS)).map(({ slot, slots }) => [slot, slots])).toEqual([
    [2, 5],
    [4, 5],
  ]);
});

it('the march shows its lifts out of all lifts', () => {
  expect(inEnglish(seen(walkTo(480), 480).unit)).toBe('of 10');
});

it('getting into place for the march shows no number of lifts', () => {
  expect(seen(walkTo(420), 420).unit).toBeNull();
});

it('the end is a full ring and a good word', () => {
  const view = seen(walkTo(517), 517);
  expect([view.tone, inEnglish(view.line), view.sweepDeg]).toEqual(['ended', 'Well done', 360]);
});

it('a march that the right side leads lifts the right knee first', () => {
  const walk = walkTo(200 + 105 + 60 + 10, { sides: ['right'] });
  expect(walk.state().beats).toBeGreaterThan(0);
  const odd = walk.state().beats % 2 === 1;
  expect(inEnglish(seen(walk, 375).side)).toBe(odd ? 'RIGHT knee' : 'LEFT knee');
});

describe('a pause', () => {
  it('shows that it is one, and what it costs', () => {
    const walk = walkTo(70);
    walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 70_000 });
    expect(read(seen(walk, 77))).toBe('paused | LEFT | Paused | Continue starts this hold again');
  });

  it('in the march goes on with the next knee, because no hold starts again', () => {
    const walk = walkTo(480);
    walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 480_000 });
    expect(inEnglish(seen(walk, 481).note)).toBe('Continue with RIGHT knee');
  });

  it('after the minimum goes on with what comes next', () => {
    const walk = walkTo(95);
    walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 95_000 });
    expect(inEnglish(seen(walk, 96).note)).toBe('Continue with RIGHT');
  });

  it('in the march leads back with the knee that is lifted next', () => {
    const walk = walkTo(480);
    walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 481_000 });
    walk.happen('resumed', START_MS + 490_000);
    expect(walk.state().beats).toBe(2);
    expect([seen(walk, 491).tone, inEnglish(seen(walk, 491).side)]).toEqual(['position', 'LEFT knee']);
  });

  it.each([
    [70, 200, 'Go on: LEFT?'],
    [150, 300, 'Go on: RIGHT?'],
    [480, 600, 'Go on: march?'],
  ])('of a page that died at %i s and came back at %i s asks: %s', (diedS, backS, question) => {
    const walk = walkTo(diedS);
    walk.happen('woke', START_MS + backS * 1_000);
    expect(inEnglish(seen(walk, backS).line)).toBe(question);
  });
});

/** Every view of a session that nobody touches, tick by tick. */
function film(plan: Parameters<typeof startWalk>[0]): readonly { view: SessionView; felt: number }[] {
  const walk = startWalk(plan);
  const frames = [{ view: sessionView(walk.state(), START_MS, 'crown'), felt: 0 }];
  for (let atMs = START_MS + 250; walk.state().phase.at !== 'ended'; atMs += 250) {
    walk.happen('ticked', atMs);
    frames.push({ view: sessionView(walk.state(), atMs, 'crown'), felt: walk.cues.length });
  }
  return frames;
}

/** Each frame with the one before, if no cue was felt between them. */
function quietPairs(plan: Parameters<typeof startWalk>[0]): readonly (readonly [SessionView, SessionView])[] {
  const frames = film(plan);
  return frames.slice(1).flatMap(({ view, felt }, at) => {
    const before = frames[at];
    return before !== undefined && before.felt === felt ? [[before.view, view] as const] : [];
  });
}

const still = ({ big, sweepDeg, place, line, lineTone, ...rest }: SessionView): string =>
  JSON.stringify(rest);

/** How many properties a change writes. */
const writes = (before: SessionView, view: SessionView): number =>
  (['big', 'sweepDeg', 'lineTone', 'line', 'place'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(view[part]),
  ).length;

it('a tick that brings neither a cue nor a phase changes two properties at most', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(Math.max(...quietPairs(plan).map(([before, view]) => writes(before, view)))).toBeLessThanOrEqual(
        2,
      );
    }),
    { numRuns: runs(10) },
  );
});

it('between two cues only the number, the ring and the lines change', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(quietPairs(plan).filter(([before, view]) => still(before) !== still(view))).toEqual([]);
    }),
    { numRuns: runs(10) },
  );
});

it('between two cues the ring never turns back: it fills up to a minimum and in a march, and empties otherwise', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const back = quietPairs(plan).filter(([before, view]) =>
        view.tone === 'position' || view.tone === 'linger'
          ? view.sweepDeg > before.sweepDeg
          : view.sweepDeg < before.sweepDeg,
      );
      expect(back).toEqual([]);
    }),
    { numRuns: runs(10) },
  );
});

it('the ring is between empty and full, in whole degrees', () => {
  const sweeps = film(planWith()).map(({ view }) => view.sweepDeg);
  expect(sweeps.filter((deg) => !Number.isInteger(deg) || deg < 0 || deg > 360)).toEqual([]);
});

it('nothing has a minus sign, and getting into place has no number that could be mistaken for a hold’s', () => {
  const wrong = film(planWith()).filter(
    ({ view }) => /-\d/.test(read(view)) || (view.tone === 'position' && view.big !== ''),
  );
  expect(wrong).toEqual([]);
});

it('no text of any session has an unfilled gap', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const texts = new Set(film(plan).map(({ view }) => read(view)));
      expect([...texts].filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
    }),
    { numRuns: runs(10) },
  );
});

it.each([
  [60, 'skipped'],
  [95, 'let-go'],
])('%d s after Start, "go on" leads to: %s', (atS, onward) => {
  expect(seen(walkTo(atS), atS).onward).toBe(onward);
});
