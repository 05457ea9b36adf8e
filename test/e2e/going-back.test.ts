/** Going back leads to the previous page, by a button and by a swipe, and no page is twice in the stack. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { untilMorningMs } from '../../tools/pictures/walk-scenes.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { changePreferences, loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import { launchedWatch, startedWatch, taps, untilEnded, untilSummary } from '../support/worn-watch.ts';

/** Both readings of what happens to a page when another is pushed over it. */
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

describe.each(READINGS)('if a page below another is %s', (reading) => {
  it('Back in the menu leads to the home page below it', async () => {
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
  ])('a swipe on the page that "%s" opens leads to the menu', async (text, page) => {
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

  it('home shows what was changed in options that are left by swipes', async () => {
    const watch = await atMenu(reading);
    await taps(watch, 'Options', 'Left, then right', 'Right, then left');
    await swipe(watch);
    await swipe(watch);
    expect(watch.texts()).toContain('Left hip');
    expect(await swipedThrough(watch)).toEqual(TO_HOME);
  });

  it('the helper’s question leads back to the options, whose row shows the answer', async () => {
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

/** The two ways back that need no button. */
const WAYS: Readonly<Record<string, (watch: Watch) => Promise<unknown>>> = {
  'a swipe': (watch) => watch.swipe('right'),
  'the back key': (watch) => watch.key('back'),
};

/** The watch of a wearer whose stored state has this `change`. */
function watchWith(change: (store: ReturnType<typeof createTextStore>) => void): Promise<Watch> {
  const files = new Map(usedWatch());
  change(createTextStore(createMemoryFiles(files), createRecordingReport().report));
  return launchedWatch({ files });
}

async function nextMorning(watch: Watch): Promise<void> {
  await watch.kill('page');
  await watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch), announced: true });
  await watch.launch();
  await watch.advance(1_000);
}

/** This many sessions that were ended early, each followed by a morning that was no worse. */
async function calmMornings(watch: Watch, count: number): Promise<void> {
  for (let session = 0; session < count; session++) {
    await taps(watch, 'Start');
    await watch.advance(70_000);
    await watch.perform({ verb: 'long-press', x: 240, y: 240 });
    await watch.advance(1_000);
    await taps(watch, 'End', 'End session', 'Skip', 'Skip', 'Close');
    await nextMorning(watch);
    await taps(watch, 'Same');
  }
}

describe.each(Object.entries(WAYS))('on a page that has replaced home, %s', (_way, back) => {
  async function goBack(watch: Watch): Promise<void> {
    await back(watch);
    await watch.advance(1_000);
  }

  it('leads from the question about a muting mode to home, and no session has begun', async () => {
    const watch = await launchedWatch();
    await watch.perform({ verb: 'mode', mode: 'DND', on: true });
    await taps(watch, 'Start');
    expect(pageOf(watch)).toBe('question');
    await goBack(watch);
    expect(pageOf(watch)).toBe('home');
    expect(await swipedThrough(watch)).toEqual(TO_HOME);
    await watch.launch();
    await watch.advance(1_000);
    expect(pageOf(watch)).toBe('home');
  });

  it('leads from the card about new cues to home, and the card comes again before the next Start', async () => {
    const watch = await watchWith((store) => {
      const { report } = createRecordingReport();
      savePreferences(store, { ...loadPreferences(store, report), cardSeen: false });
    });
    await taps(watch, 'Start');
    expect(watch.texts()).toContain('Got it');
    await goBack(watch);
    expect(pageOf(watch)).toBe('home');
    await taps(watch, 'Start');
    expect(watch.texts()).toContain('Got it');
  });

  it('leads from the question about the morning to home, and it is asked again at the next launch', async () => {
    const watch = await startedWatch();
    await untilSummary(watch);
    await nextMorning(watch);
    expect(watch.texts()).toContain('Worse');
    await goBack(watch);
    expect(pageOf(watch)).toBe('home');
    await watch.kill('page');
    await watch.launch();
    await watch.advance(1_000);
    expect(watch.texts()).toContain('Worse');
  });

  it('leads from the advice of a stage to home, and changes nothing', async () => {
    const watch = await launchedWatch();
    await calmMornings(watch, 3);
    expect(watch.texts()).toContain('Yes, change');
    await goBack(watch);
    expect(pageOf(watch)).toBe('home');
    expect(watch.texts()).toContain('4 spots · march · 9 min');
  });

  it('leads from the offer of a reminder to home, without one', async () => {
    const watch = await watchWith((store) => {
      const { report } = createRecordingReport();
      savePreferences(store, { ...loadPreferences(store, report), reminderOffered: false });
      changePreferences(store, {});
    });
    await taps(watch, 'Start');
    await untilSummary(watch);
    await taps(watch, 'Close');
    expect(watch.texts()).toContain('Not now');
    await goBack(watch);
    expect(pageOf(watch)).toBe('home');
  });

  it('leads from the question about the morning to home on a watch that needs its scrolling locked', async () => {
    const watch = await startedWatch({ assume: { 'swipe-taking': 'needs-lock' } });
    await untilSummary(watch);
    await nextMorning(watch);
    await goBack(watch);
    expect(pageOf(watch)).toBe('home');
  });

  it('leads through the questions about a session to the session in words', async () => {
    const watch = await startedWatch();
    await untilEnded(watch);
    const pages = [];
    while (watch.texts().includes('Skip') && pages.length < 5) {
      pages.push(pageOf(watch));
      await goBack(watch);
    }
    expect(pages).toEqual(['summary', 'rating', 'rating']);
    expect(pageOf(watch)).toBe('past-session');
    expect(watch.texts()).toContain('Close');
  });
});
