/** What the session page shows: the right words for each phase, numbers that cannot be mixed up, and little that moves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, type Phrase } from '../../../utils/core/text/phrase.ts';
import { watchEn } from '../../../utils/core/text/watch-en.ts';
import {
  diffView,
  drawnAt,
  type SessionView,
  sessionDial,
  sessionView,
} from '../../../utils/core/view/session-view.ts';
import { anyPlan, planWith, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { startWalk, type Walk } from '../session/walk.ts';

function inEnglish(phrase: Phrase | null): string {
  if (phrase === null) return '';
  const values = phrase.values.map((value) => (typeof value === 'object' ? inEnglish(value) : value));
  return fill(watchEn[phrase.key], values);
}

/** The view as a wearer reads it. */
function read(view: SessionView): string {
  const words = [view.side, view.title, view.hint].map(inEnglish);
  return [view.tone, view.big, ...words].join(' | ');
}

function walkTo(atS: number, over: Parameters<typeof planWith>[0] = {}): Walk {
  const walk = startWalk(planWith(over));
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

const seen = (walk: Walk, atS: number): SessionView => sessionView(walk.state(), START_MS + atS * 1_000);

it.each([
  [0, 'position | -30 | L | Face down, ball | Find the sore spot'],
  [0.2, 'position | -30 | L | Face down, ball | Find the sore spot'],
  [29.5, 'position | -1 | L | Face down, ball | Find the sore spot'],
  [30, 'hold | 0 | L | Face down, ball | Stay still, breathe'],
  [59.9, 'hold | 29 | L | Face down, ball | Stay still, breathe'],
  [60, 'hold | 30 | L | Face down, ball | Easing? Then stay'],
  [90, 'linger | 60 | L | Face down, ball | Minimum done'],
  [104, 'linger | 74 | L | Face down, ball | Minimum done'],
  [106, 'position | -24 | R | Face down, ball | Find the sore spot'],
  [206, 'position | -29 | L | On your back, ball | Find the sore spot'],
  [420, 'position | -50 |  | March with band | Band, stand slowly'],
  [471, 'march | 0 |  | March with band | Lift 0/10'],
  [475, 'march | 1 | L | March with band | Lift 1/10'],
  [480, 'march | 2 | R | March with band | Lift 2/10'],
  [511, 'march | 10 | R | March with band | Lift 10/10'],
])('%d s after Start a new wearer reads: %s', (atS, text) => {
  expect(read(seen(walkTo(atS), atS))).toBe(text);
});

it.each([
  [46, 'hold | 1 | L | Side, then face down | Stay still, breathe'],
  [75, 'hold | 30 | L | Side, then face down | Easing? Then press'],
  [105, 'hold | 60 | L | Side, then face down | Easing? Then stay'],
  [135, 'linger | 90 | L | Side, then face down | Minimum done'],
])('%d s after Start a wearer with the hook reads: %s', (atS, text) => {
  expect(read(seen(walkTo(atS, { kit: 'hook' }), atS))).toBe(text);
});

it.each([
  ['ball', 1, 'front-ball'],
  ['hook', 1, 'front-hook'],
  ['ball', 206, 'back-ball'],
  ['ball', 420, 'march'],
] as const)('with the %s, %d s after Start, the body is drawn as %s', (tool, atS, glyph) => {
  expect(seen(walkTo(atS, { kit: tool }), atS).glyph).toBe(glyph);
});

it('a session that an older version has left open is shown without a drawing', () => {
  const { plan, ...rest } = walkTo(1).state();
  const slots = plan.slots.map((slot) => ({ ...slot, glyph: undefined })) as unknown as typeof plan.slots;
  expect(sessionView({ ...rest, plan: { ...plan, slots } }, START_MS + 1_000).glyph).toBe('');
});

it('the end is a full ring and a good word', () => {
  const view = seen(walkTo(517), 517);
  expect([view.tone, inEnglish(view.hint), view.sweepDeg]).toEqual(['ended', 'Well done', 360]);
});

it('the march led by the right lifts the right knee first', () => {
  const walk = walkTo(200 + 105 + 60 + 10, { sides: ['right'] });
  expect(walk.state().beats).toBeGreaterThan(0);
  const odd = walk.state().beats % 2 === 1;
  expect(inEnglish(sessionView(walk.state(), walk.state().seenMs).side)).toBe(odd ? 'R' : 'L');
});

describe('a pause', () => {
  it('says so, counts up, and asks to go on', () => {
    const walk = walkTo(70);
    walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 70_000 });
    expect(read(seen(walk, 77))).toBe('paused | 7 | L | Face down, ball | Paused');
    expect(seen(walk, 77).tone).toBe('paused');
  });

  it.each([
    [70, 200, 'Go on: L, spot 1?'],
    [150, 300, 'Go on: R, spot 1?'],
    [480, 600, 'Go on: march?'],
  ])('after a page that died at %i s and came back at %i s asks: %s', (diedS, backS, question) => {
    const walk = walkTo(diedS);
    walk.happen('woke', START_MS + backS * 1_000);
    expect(inEnglish(seen(walk, backS).hint)).toBe(question);
  });
});

/** Every view of a session that nobody touches, tick by tick. */
function film(plan: Parameters<typeof startWalk>[0]): readonly { view: SessionView; felt: number }[] {
  const walk = startWalk(plan);
  const frames = [{ view: sessionView(walk.state(), START_MS), felt: 0 }];
  for (let atMs = START_MS + 250; walk.state().phase.at !== 'ended'; atMs += 250) {
    walk.happen('ticked', atMs);
    frames.push({ view: sessionView(walk.state(), atMs), felt: walk.cues.length });
  }
  return frames;
}

/** Each frame with the one before, where no cue was felt between the two. */
function quietPairs(plan: Parameters<typeof startWalk>[0]): readonly (readonly [SessionView, SessionView])[] {
  const frames = film(plan);
  return frames.slice(1).flatMap(({ view, felt }, at) => {
    const before = frames[at];
    return before !== undefined && before.felt === felt ? [[before.view, view] as const] : [];
  });
}

const still = ({ big: _big, sweepDeg: _sweepDeg, ...rest }: SessionView): string => JSON.stringify(rest);

it('between two cues nothing changes but the number and the ring', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(quietPairs(plan).filter(([before, view]) => still(before) !== still(view))).toEqual([]);
    }),
    { numRuns: runs(10) },
  );
});

it('between two cues the ring never turns back: down while getting into place, up else', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const back = quietPairs(plan).filter(([before, view]) =>
        view.tone === 'position' ? view.sweepDeg > before.sweepDeg : view.sweepDeg < before.sweepDeg,
      );
      expect(back).toEqual([]);
    }),
    { numRuns: runs(10) },
  );
});

it('the ring stays between empty and full, in whole degrees', () => {
  const sweeps = film(planWith()).map(({ view }) => view.sweepDeg);
  expect(sweeps.filter((deg) => !Number.isInteger(deg) || deg < 0 || deg > 360)).toEqual([]);
});

it('only getting into place has a minus sign', () => {
  const signed = film(planWith()).filter(
    ({ view }) => view.big.startsWith('-') !== (view.tone === 'position'),
  );
  expect(signed).toEqual([]);
});

it('the ring of a hold is full at its minimum', () => {
  expect(seen(walkTo(89), 89.9).sweepDeg).toBe(359);
});

it('no text of any session has an open gap', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const texts = new Set(film(plan).map(({ view }) => read(view)));
      expect([...texts].filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
    }),
    { numRuns: runs(10) },
  );
});

it('a page that looks again only when told to, and draws only what it is told to, shows what the view tells', () => {
  const touches = ['ready', 'more-time', 'undone', 'not-easing', 'stay', 'resumed', 'skipped'] as const;
  fc.assert(
    fc.property(
      anyPlan,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.option(fc.constantFrom(...touches))), {
        minLength: 5,
        maxLength: 25,
      }),
      (plan, happenings) => {
        const walk = startWalk(plan);
        let atMs = START_MS;
        let seen = drawnAt(walk.state(), atMs);
        let glass = sessionView(walk.state(), atMs);
        for (const [laterMs, touch] of happenings) {
          // As on the page: some ticks at its pace, then a touch or none.
          const untilMs = atMs + laterMs;
          for (atMs += 250; atMs < untilMs && walk.state().phase.at !== 'ended'; atMs += 250) {
            walk.happen('ticked', atMs);
            look();
          }
          if (walk.state().phase.at === 'ended') return;
          if (touch !== null) walk.happen(touch, atMs);
          look();
        }
        function look(): void {
          const state = walk.state();
          const look = diffView(seen, state, atMs);
          if (look !== 'nothing') seen = drawnAt(state, atMs);
          if (look === 'dial') glass = { ...glass, ...sessionDial(state, atMs) };
          if (look === 'view') glass = sessionView(state, atMs);
          expect({ ...glass, sweepDeg: 0 }).toEqual({ ...sessionView(state, atMs), sweepDeg: 0 });
        }
      },
    ),
    { numRuns: runs(20) },
  );
});

it.each([
  ['a hold', 45, 45_000, 46_000],
  ['a hold, between two seconds', 45, 45_900, 46_000],
  ['getting into place', 10, 10_000, 11_000],
  ['getting into place, between two seconds', 10, 10_999, 11_000],
])('in %s the page need not look before the number changes', (_, walkedS, atMs, nextMs) => {
  expect(drawnAt(walkTo(walkedS).state(), START_MS + atMs).untilMs).toBe(START_MS + nextMs);
});

it('what has not been drawn is drawn whole', () => {
  expect(diffView(null, walkTo(45).state(), START_MS + 45_000)).toBe('view');
});

describe('getting into place, the page names', () => {
  const ways: readonly (readonly [string, Parameters<typeof planWith>[0], number, string])[] = [
    ['the other side after its cue', {}, 106, 'hint.position.side'],
    ['another position after its cue', {}, 206, 'hint.position.step'],
    ['standing after the march’s', {}, 420, 'hint.position.stand'],
    ['the same side after its cue', { stage: 'active' }, 311, 'hint.position.next'],
    ['nothing felt at the beginning', {}, 10, 'hint.position'],
  ];
  it.each(ways)('%s', (_, over, atS, key) => {
    expect(seen(walkTo(atS, over), atS).hint.key).toBe(key);
  });

  it.each([
    ['the other side after a skip', 'skipped', 60, 'hint.position.side'],
    ['the other side after a hold that was let go', 'let-go', 95, 'hint.position.side'],
    ['the same side after a new spot', 'not-easing', 60, 'hint.position.next'],
  ] as const)('%s', (_, touch, atS, key) => {
    const walk = walkTo(atS);
    walk.happen(touch, START_MS + atS * 1_000);
    expect(walk.state().phase.at).toBe('position');
    expect(seen(walk, atS + 1).hint.key).toBe(key);
  });
});

it.each([
  [60, 'skipped'],
  [95, 'let-go'],
])('%d s after Start going on is: %s', (atS, onward) => {
  expect(seen(walkTo(atS), atS).onward).toBe(onward);
});
