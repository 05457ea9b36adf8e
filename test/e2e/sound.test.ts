/** Cues that are heard as well as felt, in the packed app: who sounds them, on which watch, and only if the wearer has asked for it. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { optionValue } from '../support/option-rows.ts';
import { launchedWatch, startedWatch, taps } from '../support/worn-watch.ts';

const WANTED = { sound: true, soreBack: true } as const;
const PRESENT = { buzzer: 'present' } as const;

/** The tones of a period, and which of page and helper sounded them. */
function tones(watch: Watch, fromMs = 0): readonly string[] {
  return watch.sim.events
    .filter(({ type, atMs }) => type === 'buzz' && atMs >= fromMs)
    .map(({ text }) => text.replace('.page', ''));
}

const page = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `page/session/index: ${name}`);

describe('on a watch with a buzzer', () => {
  it('a wearer who wants sound hears each cue as it is felt, and moves a second time', async () => {
    const watch = await startedWatch({ files: usedWatch(WANTED), assume: PRESENT }, 121_000);
    const short = (count: number): readonly string[] =>
      page(...Array.from({ length: count }, () => 'OPERATE'));
    // Begin, easing?, minimum, other side and its repetition.
    const sides = page('REMIND_1', 'REMIND_1', 'REMIND_1', 'REMIND_1');
    expect(tones(watch)).toEqual([...short(1), ...short(2), ...short(3), ...sides]);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('as many pulses are heard as are felt, at the same instants', async () => {
    const watch = await startedWatch({ files: usedWatch(WANTED), assume: PRESENT }, 100_000);
    const heardMs = watch.sim.events.filter(({ type }) => type === 'buzz').map(({ atMs }) => atMs);
    const feltMs = watch.sim.pulses.filter(({ onMs, offMs }) => offMs - onMs > 100).map(({ onMs }) => onMs);
    expect(heardMs).toEqual(feltMs);
  });

  it('the helper sounds what it plays', async () => {
    const files = usedWatch(WANTED, 'allowed');
    const watch = await startedWatch({ files, assume: PRESENT, backgroundConsent: 'granted' }, 5_000);
    await watch.perform({ verb: 'screen', on: false });
    await watch.advance('60s');
    expect(tones(watch)[0]).toBe('app-service/helper: OPERATE');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('a wearer who has not asked for sound hears nothing', async () => {
    const watch = await startedWatch({ assume: PRESENT }, 100_000);
    expect(tones(watch)).toEqual([]);
  });

  it('nothing is heard if the system’s own switch is off, and every cue is felt', async () => {
    const assume = { buzzer: 'switched-off' };
    const watch = await startedWatch({ files: usedWatch(WANTED), assume }, 100_000);
    expect(tones(watch)).toEqual([]);
    expect(watch.sim.pulses.filter(({ onMs, offMs }) => offMs - onMs > 100)).toHaveLength(6);
  });

  it('every cue is felt if the buzzer throws', async () => {
    const watch = await startedWatch({ files: usedWatch(WANTED), assume: { buzzer: 'throws' } }, 100_000);
    expect(watch.sim.pulses.filter(({ onMs, offMs }) => offMs - onMs > 100)).toHaveLength(6);
  });
});

describe('options', () => {
  it.each([
    ['offer sound', 'present', true],
    ['do not speak of it', 'absent', false],
  ])('%s if the buzzer is %s', async (_what, buzzer, isOffered) => {
    const watch = await launchedWatch({ assume: { buzzer } });
    await taps(watch, 'More', 'Options');
    expect(optionValue(watch.texts(), 'Sound')).toBe(isOffered ? 'Off' : undefined);
    expect(watch.texts()).toContain('Done');
  });
});
