/** The first run of the packed app resumes at the first step that was not read, whatever ended it, and keeps the screen on for reading. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { TEXT } from '../../page/widgets/colours.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { optionValue } from '../support/option-rows.ts';
import { taps, wornWatch } from '../support/worn-watch.ts';

/** The taps on each step, by a text of the step. */
const STEPS: readonly (readonly [shows: string, tapped: string])[] = [
  ['Before you start', 'Next'],
  ['When to stop', 'Next'],
  ['Ask a clinician first', 'Next'],
  ['Also ask first', 'I understand'],
  ['Which hip hurts?', 'Right'],
  ['What do you use?', 'Hook and ball'],
  ['Do you have a mini band?', 'No'],
  ['Find the spot', 'Next'],
  ['Set up the hook', 'Next'],
  ['Press the handle', 'Next'],
  ['Can you feel it?', 'Not now'],
  ['Vibrations', 'Got it'],
  ['Not easing?', 'Got it'],
  ['A dark screen', 'Use the helper'],
  ['Now the helper plays one cue, as it does when the screen is dark: three short pulses.', 'Not now'],
];

const ENDINGS: Readonly<Record<string, (watch: Watch) => Promise<unknown>>> = {
  'the app is killed': (watch) => watch.kill('page'),
  'the screen goes dark': (watch) => watch.perform({ verb: 'screen', on: false }),
  'the watch is left alone for two minutes': (watch) => watch.advance('2m'),
  'the watch restarts': (watch) => watch.perform({ verb: 'reboot' }),
};

async function newWatch(): Promise<Watch> {
  const watch = wornWatch({ files: new Map() });
  await watch.launch();
  await watch.advance(1_000);
  return watch;
}

async function step(watch: Watch, tapped: string): Promise<void> {
  await taps(watch, tapped);
  if (tapped !== 'Use the helper') return;
  await watch.permission('allow');
  await watch.advance(1_000);
}

describe.each(Object.entries(ENDINGS))('the first run, if %s,', (_what, end) => {
  it('at any step, resumes at that step when the app is opened again, and has all answers at the end', async () => {
    const watch = await newWatch();
    for (const [shows, tapped] of STEPS) {
      expect(watch.texts()).toContain(shows);
      await end(watch);
      await watch.advance(5_000);
      await watch.launch();
      await watch.advance(1_000);
      expect(watch.texts()).toContain(shows);
      await step(watch, tapped);
    }
    expect(watch.texts()).toContain('Start');
    await taps(watch, 'More', 'Options');
    const values = ['Sides', 'Kit', 'Mini band'].map((label) => optionValue(watch.texts(), label));
    expect(values).toEqual(['Right only', 'Hook and ball', 'Off']);
    expect(watch.sim.breaches).toEqual([]);
  }, 60_000);
});

/** Index of the white dot, and how many dots there are. */
function dots({ sim }: Watch): readonly [at: number, count: number] {
  const circles = sim.watch.widgets.filter(({ kind }) => kind === 'CIRCLE');
  return [circles.findIndex(({ props }) => props.color === TEXT), circles.length];
}

describe.each([
  ['Falcon', 'Hook and ball', 13],
  ['Bip 6', 'Hook and ball', 13],
  ['Balance 2', 'Ball only', 11],
])('on %s with "%s"', (model, kit, count) => {
  it(`dots say at each of the ${count} steps which one it is`, async () => {
    const watch = wornWatch({ on: findDevice(model), files: new Map() });
    await watch.launch();
    await watch.advance(1_000);
    const steps = STEPS.slice(0, 13).filter(([shows]) => count === 13 || !/hook|handle/.test(shows));
    for (const [at, [shows, tapped]] of steps.entries()) {
      expect(watch.texts()).toContain(shows);
      // The kit decides how many steps there are.
      const isKitKnown = at > 5;
      expect([shows, ...dots(watch)]).toEqual([shows, at, isKitKnown ? count : 11]);
      await taps(watch, tapped === 'Hook and ball' ? kit : tapped);
    }
    expect(dots(watch)[1]).toBe(0);
  });
});

it('each step keeps the screen on for 50 s, and a touch that does nothing renews this', async () => {
  const watch = await newWatch();
  for (const [shows, tapped] of STEPS) {
    await watch.advance('50s');
    expect([shows, watch.sim.watch.screenOn]).toEqual([shows, true]);
    await watch.perform({ verb: 'tap', x: 240, y: 8 });
    await watch.advance('50s');
    expect([shows, watch.sim.watch.screenOn]).toEqual([shows, true]);
    await step(watch, tapped);
  }
});

it('the safety pages that are read again from the menu lead home, and finish no first run', async () => {
  const watch = wornWatch();
  await watch.launch();
  await watch.advance(1_000);
  await taps(watch, 'More', 'Safety', 'Next');
  await watch.kill('page');
  await watch.launch();
  await watch.advance(1_000);
  expect(watch.texts()).toContain('Start');
});

it('the safety pages that are read again have no dots, because they are no step of a first run', async () => {
  const watch = wornWatch();
  await watch.launch();
  await watch.advance(1_000);
  await taps(watch, 'More', 'Safety');
  expect([watch.texts().includes('Before you start'), dots(watch)[1]]).toEqual([true, 0]);
});

it('each page of the help has a drawing and words of its own, for the wearer’s kit', async () => {
  const watch = wornWatch({ files: usedWatch({ kit: 'hook', band: true }) });
  await watch.launch();
  await watch.advance(1_000);
  await taps(watch, 'More', 'Help');
  const drawings: unknown[] = [];
  const bodies = new Set<unknown>();
  for (let page = 0; page < 7; page++) {
    const { widgets } = watch.sim.watch;
    drawings.push(...widgets.filter(({ kind }) => kind === 'IMG').map(({ props }) => props.src));
    bodies.add(widgets.filter(({ kind }) => kind === 'TEXT')[1]?.props.text);
    await taps(watch, page < 6 ? 'Next' : 'Done');
  }
  const kit = ['find', 'pose', 'hook', 'hook', 'back', 'band', 'band'];
  expect(drawings).toEqual(kit.map((name) => `help/${name}.png`));
  expect(bodies.size).toBe(7);
});
