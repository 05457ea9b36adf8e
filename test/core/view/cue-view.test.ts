/** What the glass shows with each cue: its pulses, its meaning, the answers, and where to go. */
import { describe, expect, it } from 'vitest';
import { type Cue, type CueStyle, plainCue } from '../../../utils/core/cue/vocabulary.ts';
import { type CueView, cueView } from '../../../utils/core/view/cue-view.ts';
import type { BlindWay } from '../../../utils/core/view/session-view.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { inLanguage } from '../../support/phrases.ts';
import { startWalk, type Walk } from '../session/walk.ts';

const STYLE: CueStyle = { strength: 'normal', motor: 'pattern' };
const TO_SPOT: Cue = { name: 'move', to: 'spot' };
const TO_SIDE: Cue = { name: 'move', to: 'side' };
const TO_STEP: Cue = { name: 'move', to: 'step' };

function walkTo(atS: number, over: Parameters<typeof planWith>[0] = {}): Walk {
  const walk = startWalk(planWith(over));
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

const viewOf = (
  walk: Walk,
  cue: Cue,
  atS: number,
  way: BlindWay = 'crown',
  tellsFelt = false,
): CueView | null => cueView(cue, walk.state(), START_MS + atS * 1_000, STYLE, way, tellsFelt);

/** The screen in words, as a wearer reads it. */
function read(view: CueView | null): string {
  if (view === null) return 'nothing';
  const pulses = view.pulsesMs.map((pulseMs) => (pulseMs < 500 ? '●' : '▬')).join('');
  const words = view.lines.map(([line]) => inLanguage('en-US', line));
  const told = [view.tone, pulses, view.picture, ...words];
  return told.filter((part) => part !== '').join(' | ');
}

it.each([
  [30, plainCue('start'), 'hold | ● | Begin | LEFT | Stay still, breathe slowly'],
  [
    60,
    plainCue('check'),
    'hold | ●● | Easing? | Yes: stay as you are | No: turn the crown | or press long: menu',
  ],
  [90, plainCue('minimum'), 'linger | ●●● | 60 s done | Stay, or let go any time'],
  [105, TO_SIDE, 'position | ▬▬ | Other side | RIGHT | 25 s to get there'],
  [205, TO_STEP, 'position | ▬▬▬ | turn-over | Onto your back · LEFT | 30 s to get there'],
  [410, TO_STEP, 'position | ▬▬▬ | stand-up | Band on, stand up slowly | LEFT knee first · 60 s'],
  [470, plainCue('start'), 'march | ● | Begin | LEFT knee | Stand tall'],
  [480, plainCue('beat'), 'nothing'],
  [150, plainCue('soft'), 'nothing'],
  [10, plainCue('come-back'), 'position | ●▬● | Going on | LEFT | Starts in 20'],
  [150, plainCue('come-back'), 'hold | ●▬● | Going on | RIGHT | Stay still, breathe slowly'],
  [517, plainCue('done'), 'ended | ▬▬ | Done | Well done'],
])('%d s after Start a new wearer sees %o as: %s', (atS, cue, text) => {
  expect(read(viewOf(walkTo(atS), cue, atS))).toBe(text);
});

describe('with the hook', () => {
  it.each([
    [
      75,
      plainCue('press'),
      'hold | ●● | front-hook-press-left | Easing? Press the handle | No: turn the crown | or press long: menu',
    ],
    [135, plainCue('minimum'), 'linger | ●●● | 90 s done | Stay, or let go any time'],
    [150, TO_SIDE, 'position | ▬▬ | Other side | RIGHT | Handle up, then roll off'],
    [300, TO_STEP, 'position | ▬▬▬ | hook-away-right | Onto your back · LEFT | Handle up, then roll off'],
  ])('%d s after Start %o is: %s', (atS, cue, text) => {
    expect(read(viewOf(walkTo(atS, { kit: 'hook' }), cue, atS))).toBe(text);
  });
});

it('on a watch without a crown the answer is a long press', () => {
  const text = 'hold | ●● | Easing? | Yes: stay as you are | No: press long, New spot';
  expect(read(viewOf(walkTo(60), plainCue('check'), 60, 'long'))).toBe(text);
});

it('the first session shows the felt pulses in words beside the meaning', () => {
  const view = viewOf(walkTo(60), plainCue('check'), 60, 'crown', true);
  expect([view?.felt, view?.lines[0]?.[0]].map((said) => said && inLanguage('en-US', said))).toEqual([
    '2 short',
    'Easing?',
  ]);
});

it('a session of version 0.1.0 is drawn with its own pulses, for which there are no words', () => {
  const old: CueStyle = { ...STYLE, edition: 1 };
  const view = cueView(plainCue('check'), walkTo(60).state(), START_MS + 60_000, old, 'crown', true);
  expect([view?.pulsesMs, view?.felt]).toEqual([[250, 750], null]);
});

it('a new spot is named with its side', () => {
  const walk = walkTo(60);
  walk.happen('not-easing', START_MS + 60_000);
  expect(read(viewOf(walk, TO_SPOT, 60))).toBe('position | ▬ | Next spot | LEFT | 30 s to get there');
});

it('an undone skip leads back with the name of the next side, and without time to get there', () => {
  const walk = walkTo(60);
  walk.happen('skipped', START_MS + 60_000);
  walk.happen('undone', START_MS + 62_000);
  expect(read(viewOf(walk, TO_SIDE, 62))).toBe('position | ▬▬ | Other side | LEFT');
});

it.each([
  ['position', 10, 'position | ▬▬ | Other side | LEFT | 45 s to get there'],
  ['hold', 210, 'position | ▬▬ | Other side | RIGHT'],
])('an undone skip of a %s does not ask to take a hook away that is not in place', (_, atS, text) => {
  const walk = walkTo(atS, { kit: 'hook' });
  walk.happen('skipped', START_MS + atS * 1_000);
  walk.happen('undone', START_MS + (atS + 2) * 1_000);
  expect(read(viewOf(walk, TO_SIDE, atS + 2))).toBe(text);
});

it('a step without a drawing of the way there is drawn itself', () => {
  const state = walkTo(0).state();
  const toFront = cueView(TO_STEP, state, START_MS, STYLE, 'crown', false);
  expect(toFront?.picture).toBe('front-ball-left');
});

it('the reminder of a pause leaves its buttons on the glass', () => {
  const walk = walkTo(60);
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 60_000 });
  expect(viewOf(walk, plainCue('come-back'), 120)).toBeNull();
});
