/** What the glass shows when a cue is felt, and while getting into place: the packed app, in virtual time. */
import { describe, expect, it } from 'vitest';
import type { Watch, WidgetNode } from 'zepp-watch-simulator';
import { SUMMARY, startedWatch } from '../support/worn-watch.ts';

/** Pictures on the glass, by name. */
function pictures(watch: Watch): readonly string[] {
  const found: string[] = [];
  const look = (node: WidgetNode): void => {
    if (!node.visible || node.props.visible === false) return;
    const [, name] = /^draw\/(.+)\.png$/.exec(String(node.props.src ?? '')) ?? [];
    if (name !== undefined) found.push(name);
    node.children.forEach(look);
  };
  watch.sim.watch.widgets.forEach(look);
  return found;
}

const WORDS = ['Begin', 'Easing?', '60 s done', 'Next spot', 'Other side', 'Done'];
/** The word of the cue on the glass, or the drawing of a new position. */
function cueOf(watch: Watch): string {
  const words = watch.texts().filter((text) => WORDS.includes(text));
  const moves = pictures(watch).filter((name) => name === 'turn-over' || name === 'stand-up');
  return [...words, ...moves].join();
}

/** How far the upper of the two arcs of the ring goes. */
function sweepDeg(watch: Watch): number {
  const [, done] = watch.sim.watch.widgets.filter(({ kind }) => kind === 'ARC');
  return Number(done?.props.end_angle) - Number(done?.props.start_angle);
}

const HOLD = ['Begin', 'Easing?', '60 s done'];

describe.each(['Balance 2', 'Bip 6'])('on %s', (name) => {
  it('every cue of a session except the beats of the march has its screen, and there is none between the cues', async () => {
    const watch = await startedWatch({ on: name });
    const seen: string[] = [];
    let before = '';
    while (watch.sim.watch.page !== SUMMARY && seen.length < 40) {
      await watch.advance(125);
      const now = cueOf(watch);
      if (now !== before && now !== '') seen.push(now);
      before = now;
    }
    expect(seen).toEqual([
      ...[...HOLD, 'Other side', ...HOLD, 'turn-over'],
      ...[...HOLD, 'Other side', ...HOLD, 'stand-up'],
      ...['Begin', 'Done'],
    ]);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('the screen of a cue stays for five seconds', async () => {
    const watch = await startedWatch({ on: name }, 64_500);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Easing?', 'No: turn the crown']));
    await watch.advance(750);
    expect(watch.texts()).not.toContain('Easing?');
  });

  it.each([
    ['that begins on it', 60_500],
    ['that begins on it and ends after it', 64_600],
  ])('a long press %s opens the menu', async (_when, atMs) => {
    const watch = await startedWatch({ on: name }, atMs);
    const { width, height } = watch.sim.device;
    await watch.perform({ verb: 'long-press', x: width / 2, y: height * 0.35 });
    await watch.advance(1_000);
    expect(watch.texts()).toContain('New spot');
  });

  it('a menu that is open when a cue comes stays, and a move closes it', async () => {
    const watch = await startedWatch({ on: name }, 57_000);
    const { width, height } = watch.sim.device;
    const longPress = { verb: 'long-press', x: width / 2, y: height * 0.35 } as const;
    await watch.perform(longPress);
    await watch.advance(4_000);
    expect(watch.texts()).toContain('New spot');
    expect(watch.texts()).not.toContain('Easing?');
    await watch.advance(39_000);
    await watch.perform(longPress);
    await watch.advance(6_000);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Other side', 'RIGHT']));
    expect(watch.texts()).not.toContain('Stay longer');
  });

  it('the position is drawn, with its place in words', async () => {
    const watch = await startedWatch({ on: name }, 5_000);
    expect(pictures(watch)).toEqual(['front-ball-left']);
    expect(watch.texts()).toContain('Ball inside the hip bone');
    await watch.advance(207_000);
    expect(pictures(watch)).toEqual(['back-ball-left']);
  });

  it('the ring grows up to the minimum of a hold', async () => {
    const watch = await startedWatch({ on: name }, 37_500);
    const sweeps: number[] = [];
    for (let look = 0; look < 4; look++) {
      sweeps.push(sweepDeg(watch));
      await watch.advance(15_000);
    }
    expect(sweeps).toEqual([...sweeps].sort((a, b) => a - b));
    expect(sweeps[0]).toBeGreaterThan(20);
    expect((sweeps[3] ?? 0) - (sweeps[0] ?? 0)).toBeGreaterThan(180);
  });

  it('the side is shown as a word from the move until the hold has begun', async () => {
    const watch = await startedWatch({ on: name }, 105_500);
    for (let atS = 0; atS < 28; atS++) {
      expect(watch.texts()).toContain('RIGHT');
      await watch.advance(1_000);
    }
  });
});
