/** What the packed pages look like apart from the places of their parts: the line that stands out, lists, and the watch's own bar. */
import { expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { ALIGN } from 'zepp-watch-simulator/ui-constants';
import { QUIET, TEXT } from '../../page/widgets/colours.ts';
import { launchedWatch, startedWatch, tapNewestSession, taps, untilEnded } from '../support/worn-watch.ts';

/** This property of every text on the glass that `isWanted`. */
const valuesOf = (watch: Watch, property: string, isWanted: (text: string) => boolean): readonly unknown[] =>
  watch.sim.watch.widgets
    .filter(({ kind, props }) => kind === 'TEXT' && isWanted(String(props.text)))
    .map(({ props }) => props[property]);

it('of the two lines of an option, its value is the white one', async () => {
  const watch = await launchedWatch();
  await taps(watch, 'More', 'Options');
  const colour = (text: string): readonly unknown[] => valuesOf(watch, 'color', (one) => one === text);
  expect([colour('Sides'), colour('Left, then right')]).toEqual([[QUIET], [TEXT]]);
});

it('the lines of a list begin under each other, and other words are centred', async () => {
  const watch = await launchedWatch();
  await taps(watch, 'More', 'Safety');
  // One list has a line before it, and the next has none.
  for (let page = 0; page < 2; page++) {
    await taps(watch, 'Next');
    expect(valuesOf(watch, 'align_h', (text) => text.includes('•'))).toEqual([ALIGN.LEFT]);
  }
  await watch.swipe('right');
  await watch.advance(1_000);
  await taps(watch, 'Help');
  expect(new Set(valuesOf(watch, 'align_h', () => true))).toEqual(new Set([ALIGN.CENTER_H]));
});

it('the watch’s own bar with the app’s name covers no page of a square watch', async () => {
  const bars: Record<string, string | null> = {};
  const look = ({ sim }: Watch): void => {
    bars[sim.watch.page ?? 'none'] = sim.watch.statusBar;
  };
  const watch = await startedWatch({ on: 'Bip 6' }, 10_000);
  look(watch);
  await untilEnded(watch);
  while (watch.texts().includes('Skip')) {
    look(watch);
    await taps(watch, 'Skip');
  }
  for (const texts of [[], ['Close'], ['More'], ['Options'], ['Done', 'Help'], ['Done', 'Feel test']]) {
    while (texts[0] === 'Done' && watch.texts().includes('Next')) await taps(watch, 'Next');
    await taps(watch, ...texts);
    look(watch);
  }
  await taps(watch, 'Not now', 'History');
  look(watch);
  await tapNewestSession(watch);
  look(watch);
  expect(Object.keys(bars).length).toBeGreaterThan(9);
  expect(Object.entries(bars).filter(([, bar]) => bar !== null)).toEqual([]);
});
