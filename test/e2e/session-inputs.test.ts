/** Every way to touch a running session of the packed app, on a round and a square watch: what acts, what is felt, and what is ignored. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { feltCues } from '../../tools/simulate/decode-cues.ts';
import { SESSION, SUMMARY, startedWatch, untilSummary } from '../support/worn-watch.ts';

/** A session this many seconds after Start. The first hold begins at 30 s. */
const startedFor = (on: string, seconds: number): Promise<Watch> =>
  startedWatch({ on }, seconds * 1_000 + 100);

async function longPress(watch: Watch): Promise<void> {
  const { width, height } = watch.sim.device;
  await watch.perform({ verb: 'long-press', x: width / 2, y: height / 3 });
  await watch.advance(1_100);
}

async function turnCrown(watch: Watch, degrees: number): Promise<void> {
  for (let turned = 0; turned < Math.abs(degrees); turned += 30) {
    await watch.perform({ verb: 'crown', degrees: 30 * Math.sign(degrees) });
    await watch.advance(50);
  }
}

/** How often the wearer was sent to another spot on the same side: one long pulse. */
const newSpots = (watch: Watch): number =>
  feltCues(watch.sim.pulses).filter(({ cue }) => cue?.to === 'spot').length;

/** The large number: seconds of the hold. */
const number = (watch: Watch): number => Number(watch.texts().find((text) => /^\d+$/.test(text)));

/** Seconds left to get into place. */
const startsIn = (watch: Watch): number =>
  Number(watch.texts().flatMap((text) => /^Starts in (\d+)$/.exec(text)?.[1] ?? [])[0]);

const ways: readonly (readonly [string, (watch: Watch) => Promise<void>])[] = [
  [
    'the sheet',
    async (watch) => {
      await longPress(watch);
      await watch.tapText('New spot');
    },
  ],
  ['a large turn of the crown', (watch) => turnCrown(watch, 180)],
  ['a large turn the other way', (watch) => turnCrown(watch, -180)],
  ['a double press of a key', (watch) => watch.key('select', 'double')],
];

describe.each(['Balance 2', 'Bip 6'])('on %s', (name) => {
  describe.each(ways)('"not easing" by %s', (_way, act) => {
    it('starts the search for a new spot and is felt, and the session goes on to its end', async () => {
      const watch = await startedFor(name, 63);
      const before = newSpots(watch);
      await act(watch);
      await watch.advance(2_000);
      expect(watch.texts()).toContain('Undo');
      expect(watch.texts()).toEqual(expect.arrayContaining(['Next spot', 'LEFT', '30 s to get there']));
      expect(newSpots(watch) - before).toBe(1);
      await untilSummary(watch);
      expect(watch.sim.breaches).toEqual([]);
    });
  });

  it('a new spot can be undone within 5 s, and the hold is where it would have been', async () => {
    const watch = await startedFor(name, 60);
    await watch.key('select', 'double');
    await watch.advance(3_000);
    await watch.tapText('Undo');
    await watch.advance(1_000);
    expect(Math.abs(number(watch) - 34)).toBeLessThanOrEqual(1);
  });

  it('the button offers more time after 5 s', async () => {
    const watch = await startedFor(name, 60);
    await watch.key('select', 'double');
    await watch.advance(5_500);
    expect(watch.texts()).not.toContain('Undo');
    expect(watch.texts()).toContain('+20 s');
  });

  it('the buttons are reachable once the screen of the cue that led to them is gone', async () => {
    const watch = await startedFor(name, 60);
    await watch.key('select', 'double');
    await watch.advance(6_000);
    const before = startsIn(watch);
    await watch.tapText('+20 s');
    await watch.advance(500);
    expect(startsIn(watch) - before).toBeGreaterThan(15);
  });

  it('the hold begins 3 s after "ready"', async () => {
    const watch = await startedFor(name, 10);
    await watch.tapText('Ready');
    await watch.advance(1_000);
    expect(Math.abs(startsIn(watch) - 2)).toBeLessThanOrEqual(1);
    await watch.advance(7_500);
    expect(watch.texts()).toContain('Stay still, breathe slowly');
  });

  it('"more time" gives 20 s more to get into place', async () => {
    const watch = await startedFor(name, 10);
    await watch.tapText('+20 s');
    await watch.advance(1_000);
    expect(Math.abs(startsIn(watch) - 39)).toBeLessThanOrEqual(1);
  });

  it('a running hold has neither of these buttons', async () => {
    const watch = await startedFor(name, 40);
    expect(watch.texts()).not.toContain('Ready');
    expect(watch.texts()).not.toContain('+20 s');
  });

  it('a turn of the crown after the minimum adds a minute', async () => {
    const watch = await startedFor(name, 95);
    await turnCrown(watch, 180);
    await watch.advance(60_000);
    expect(watch.texts()).toContain('Crown: stay longer');
  });

  it('a long turn of the crown counts as one touch', async () => {
    const watch = await startedFor(name, 60);
    await turnCrown(watch, 900);
    expect(watch.texts()).toContain('Undo');
  });

  it('small turns with pauses are ignored, however many there are', async () => {
    const watch = await startedFor(name, 40);
    for (let turn = 0; turn < 10; turn++) {
      await turnCrown(watch, 120);
      await watch.advance(1_100);
    }
    expect(watch.texts()).toContain('Stay still, breathe slowly');
  });

  it.each(['back', 'select', 'up', 'down', 'shortcut'] as const)(
    'a single press of the %s key is ignored',
    async (key) => {
      const watch = await startedFor(name, 40);
      await watch.key(key);
      await watch.advance(900);
      expect(Math.abs(number(watch) - 10)).toBeLessThanOrEqual(1);
      expect(watch.sim.watch.page).toBe(SESSION);
    },
  );

  it('the sheet can pause the session, which then asks and goes on with a fresh hold', async () => {
    const watch = await startedFor(name, 60);
    await longPress(watch);
    await watch.tapText('Pause');
    await watch.advance('1m');
    expect(watch.texts()).toContain('Paused');
    await watch.tapText('Continue');
    await watch.advance(1_000);
    expect(Math.abs(startsIn(watch) - 29)).toBeLessThanOrEqual(1);
  });

  it('a second turn of the crown takes back nothing', async () => {
    const watch = await startedFor(name, 63);
    await turnCrown(watch, 180);
    await watch.advance(1_100);
    await turnCrown(watch, 180);
    await watch.advance(500);
    expect(watch.texts()).toContain('Undo');
    expect(newSpots(watch)).toBe(1);
  });

  it('a turn just before or just after the minimum is ignored', async () => {
    const watch = await startedFor(name, 88);
    await watch.advance(500);
    await turnCrown(watch, 180);
    await watch.advance(2_100);
    await turnCrown(watch, 180);
    expect(newSpots(watch)).toBe(0);
    await watch.advance(4_000);
    expect(watch.texts().join()).toMatch(/Moves on in \d+/);
  });

  it.each([
    ['a swipe to the right', (watch: Watch) => watch.swipe('right')],
    ['the back key', (watch: Watch) => watch.key('back')],
    ['Back', (watch: Watch) => watch.tapText('Back')],
    ['itself after a while', (watch: Watch) => watch.advance(7_500)],
  ] as const)(
    'the menu shows the running seconds and is closed by %s, and the hold goes on',
    async (_way, close) => {
      const watch = await startedFor(name, 40);
      await longPress(watch);
      expect(watch.texts()).toEqual(
        expect.arrayContaining(['Menu · 11 s', 'New spot', 'Pause', 'Skip', 'End', 'Back']),
      );
      await close(watch);
      await watch.advance(900);
      expect(watch.texts()).not.toContain('New spot');
      expect(watch.sim.watch.page).toBe(SESSION);
      expect(watch.texts()).toContain('Stay still, breathe slowly');
    },
  );

  it('ending the session asks once, and Back goes on', async () => {
    const watch = await startedFor(name, 40);
    await longPress(watch);
    await watch.tapText('End');
    await watch.advance(500);
    expect(watch.texts()).toContain('End session?');
    await watch.tapText('Back');
    await watch.advance(900);
    expect(watch.texts()).toContain('Stay still, breathe slowly');
  });

  it('the sheet can skip a hold, which can be undone', async () => {
    const watch = await startedFor(name, 60);
    await longPress(watch);
    await watch.tapText('Skip');
    await watch.advance(500);
    expect(watch.texts()).toContain('RIGHT');
    await watch.tapText('Undo');
    await watch.advance(1_000);
    expect(watch.texts()).toContain('LEFT');
    expect(Math.abs(number(watch) - 33)).toBeLessThanOrEqual(1);
  });

  it('the page releases keys, crown and gestures when it closes', async () => {
    const watch = await startedFor(name, 60);
    await longPress(watch);
    await watch.tapText('End');
    await watch.advance(500);
    await watch.tapText('End session');
    await watch.advance(3_000);
    expect(watch.sim.watch.page).toBe(SUMMARY);
    await watch.swipe('right');
    await watch.advance(500);
    expect(watch.sim.watch.page).not.toBe(SUMMARY);
  });
});
