/** The wearer picks the other routine on the watch, and is guided through it: the packed app, in virtual time. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { launchedWatch, sessionsOnPhone, taps, untilSummary } from '../support/worn-watch.ts';

const shown = (watch: Watch): string => watch.texts().join('\n');

/** A watch whose wearer has picked the stretches on home. */
async function withStretches(name: string): Promise<Watch> {
  const watch = await launchedWatch({ on: name });
  await taps(watch, 'Hip release');
  return watch;
}

describe.each(['Balance 2', 'Bip 6'])('on %s', (name) => {
  it('home describes the picked routine in holds', async () => {
    const watch = await withStretches(name);
    expect(shown(watch)).toContain('8 holds');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('one touch starts a whole session of it, the summary names its steps, and the phone has its record', async () => {
    const watch = await withStretches(name);
    await taps(watch, 'Start');
    expect(shown(watch)).toContain('LEFT');
    expect(shown(watch)).toContain('This knee on the floor');
    await untilSummary(watch);
    await watch.advance(2_000);
    expect(shown(watch)).toContain('Hip left 1: 35 s');
    expect(shown(watch)).toContain('Calf right 2: 35 s');
    expect(sessionsOnPhone(watch).map(({ routine }) => routine)).toEqual(['calf-and-hip-stretch']);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('a second tap turns back to the first routine', async () => {
    const watch = await withStretches(name);
    await taps(watch, 'Calf and hip stretch');
    expect(shown(watch)).toContain('Hip release');
    expect(shown(watch)).toContain('4 spots');
  });
});

it('the picked routine is still picked when the app is opened again', async () => {
  const watch = await withStretches('Balance 2');
  await watch.kill('page');
  await watch.launch();
  await watch.advance(1_000);
  expect(shown(watch)).toContain('Calf and hip stretch');
});
