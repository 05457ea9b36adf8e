/** Going back leads to where one came from, by a button and by a swipe, and no page stands twice above itself. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { launchedWatch, taps, untilSummary } from '../support/worn-watch.ts';

/** Both readings of what becomes of a page that another is pushed over. */
const READINGS = ['destroyed', 'kept'] as const;

/** The watch at its menu, with one session in its history. */
async function atMenu(reading: (typeof READINGS)[number]): Promise<Watch> {
  const watch = await launchedWatch({
    assume: { 'pushed-over-page': reading },
    backgroundConsent: 'granted',
  });
  await taps(watch, 'Start');
  await untilSummary(watch);
  await taps(watch, 'Close', 'More');
  return watch;
}

const pageOf = (watch: Watch): string | undefined =>
  watch.sim.watch.page === null ? 'the watch face' : watch.sim.watch.page.split('/')[1];

async function swipe(watch: Watch): Promise<void> {
  await watch.swipe('right');
  await watch.advance(1_000);
}

/** The pages that swipes lead to, until the app is left. */
async function swipedThrough(watch: Watch): Promise<readonly (string | undefined)[]> {
  const pages = [pageOf(watch)];
  while (watch.sim.watch.page !== null && pages.length < 9) {
    await swipe(watch);
    pages.push(pageOf(watch));
  }
  return pages;
}

const session = (watch: Watch): string =>
  watch.texts().find((text) => /, \d\d:\d\d$/.test(text)) ?? 'no session in the history';

const TO_HOME = ['home', 'the watch face'];
const TO_MENU = ['menu', ...TO_HOME];

describe.each(READINGS)('where a page below another is %s', (reading) => {
  it('Back in the menu leads to the home that was below it', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'Back');
    expect(await swipedThrough(watch)).toEqual(TO_HOME);
  });

  it.each([
    ['Options', 'options'],
    ['Safety', 'welcome'],
    ['Help', 'help'],
    ['Feel test', 'feel-test'],
    ['History', 'history'],
    ['Helper', 'question'],
  ])('a swipe on the page behind "%s" leads to the menu', async (text, page) => {
    const watch = await atMenu(reading);
    await taps(watch, text);
    expect(await swipedThrough(watch)).toEqual([page, ...TO_MENU]);
  });

  it.each([
    ['the options', ['Options', 'Done']],
    ['options that were changed', ['Options', 'Left, then right', 'Done']],
    ['the safety pages', ['Safety', 'Next', 'Next', 'Next', 'I understand']],
    ['the help', ['Help', 'Next', 'Next', 'Next', 'Next', 'Done']],
    ['the feel test', ['Feel test', 'Not now']],
    ['the history', ['History', 'Back']],
    ['the question about the helper', ['Helper', 'Not now']],
  ])('the last button of %s leads to the menu', async (_, texts) => {
    const watch = await atMenu(reading);
    await taps(watch, ...texts);
    expect(await swipedThrough(watch)).toEqual(TO_MENU);
  });

  it('a session of the history leads back to it, also when it was rated', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'History');
    await taps(watch, session(watch));
    const rating = watch.texts().find((text) => text.startsWith('Pain after')) ?? 'nothing to rate';
    await taps(watch, rating, '+', '+', 'Save');
    expect(watch.texts()).toContain('Pain after: 1');
    await taps(watch, 'Close');
    expect(await swipedThrough(watch)).toEqual(['history', ...TO_MENU]);
  });

  it('a rating that is left by a swipe leads back to its session', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'History');
    await taps(watch, session(watch));
    await taps(watch, watch.texts().find((text) => text.startsWith('Pain after')) ?? 'nothing to rate');
    expect(await swipedThrough(watch)).toEqual(['rating', 'past-session', 'history', ...TO_MENU]);
  });

  it('home says what was changed in options that are left by swipes', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'Options', 'Left, then right', 'Right, then left');
    await swipe(watch);
    await swipe(watch);
    expect(watch.texts()).toContain('Left hip');
    expect(await swipedThrough(watch)).toEqual(TO_HOME);
  });

  it('the helper’s question leads back to the options, whose row says the answer', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'Options', 'Helper');
    await taps(watch, 'Not now');
    expect(await swipedThrough(watch)).toEqual(['options', ...TO_MENU]);
  });

  it('the helper’s test leads back to the options', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'Options', 'Helper', 'Use the helper');
    expect(pageOf(watch)).toBe('feel-test');
    await taps(watch, 'Not now');
    expect(await swipedThrough(watch)).toEqual(['options', ...TO_MENU]);
  });
});
