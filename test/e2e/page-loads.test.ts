/** Which pages each action of the wearer loads, and which pages give way to another as they are built. */

import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { createMachine } from '../../tools/bench/machine.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { changePreferences, loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { jsonOf } from '../contract/sources.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { FIRST_RUN } from '../support/packed-watch.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import {
  launchedWatch,
  packedFor,
  startedWatch,
  taps,
  untilEnded,
  untilSummary,
  wornWatch,
} from '../support/worn-watch.ts';

const pathOf = (page: string): string => `page/${page}/index.page`;

/** The names of the pages that have opened since event number `from`. */
function opened(watch: Watch, from = 0): readonly string[] {
  return watch.sim.events.slice(from).flatMap(({ type, text }) => {
    const [, page] = (type === 'page' && /^opened page\/([^/]+)\//.exec(text)) || [];
    return page === undefined ? [] : [page];
  });
}

/** The pages that open during `act` and half a second after it. */
async function openedBy(watch: Watch, act: () => Promise<unknown>): Promise<readonly string[]> {
  const from = watch.sim.events.length;
  await act();
  await watch.advance(500);
  return opened(watch, from);
}

const inHold = (): Promise<Watch> => startedWatch({}, 45_000);

describe('each action of the wearer loads one page', () => {
  it('a launch: home', async () => {
    const watch = wornWatch();
    expect(await openedBy(watch, () => watch.launch())).toEqual(['home']);
  });

  it('Start: the session', async () => {
    const watch = await launchedWatch();
    expect(await openedBy(watch, () => watch.tapText('Start'))).toEqual(['session']);
  });

  it('the end: the summary', async () => {
    const watch = await inHold();
    expect(await openedBy(watch, () => untilEnded(watch))).toEqual(['summary']);
  });

  it('each question after a session: the next one, and finally the summary', async () => {
    const watch = await inHold();
    await untilEnded(watch);
    const loads: (readonly string[])[] = [];
    while (watch.texts().includes('Skip')) loads.push(await openedBy(watch, () => watch.tapText('Skip')));
    expect(loads).toEqual([['rating'], ['rating'], ['past-session']]);
  });

  it('Done: home', async () => {
    const watch = await inHold();
    await untilSummary(watch);
    expect(await openedBy(watch, () => watch.tapText('Close'))).toEqual(['home']);
  });

  it('the history: its list, and one of its sessions', async () => {
    const watch = await inHold();
    await untilSummary(watch);
    await taps(watch, 'Close', 'More');
    expect(await openedBy(watch, () => watch.tapText('History'))).toEqual(['history']);
    const line = watch.texts().find((text) => /, \d\d:\d\d$/.test(text)) ?? '';
    expect(await openedBy(watch, () => watch.tapText(line))).toEqual(['past-session']);
  });
});

describe('a hold that goes on', () => {
  it('by a launch loads home and the session', async () => {
    const watch = await inHold();
    await watch.kill('page');
    await watch.advance('3s');
    expect(await openedBy(watch, () => watch.launch())).toEqual(['home', 'session']);
  });

  it('by its alarm loads the session alone', async () => {
    const watch = await inHold();
    await watch.kill('page');
    const isBack = () => watch.until((sim) => sim.watch.page !== null, '5m');
    expect(await openedBy(watch, isBack)).toEqual(['session']);
  });
});

describe('each step before another page adds one page', () => {
  it('waiting preferences are taken in before home shows', async () => {
    const files = new Map(usedWatch());
    const { report } = createRecordingReport();
    changePreferences(createTextStore(createMemoryFiles(files), report), { band: false });
    const watch = wornWatch({ files });
    expect(await openedBy(watch, () => watch.launch())).toEqual(['home', 'apply-preferences', 'home']);
  });

  it('a plan of another version of the app is made anew between Start and the session', async () => {
    const files = new Map(usedWatch());
    for (const name of ['plan-a', 'plan-b']) files.delete(name);
    const watch = await launchedWatch({ files });
    expect(await openedBy(watch, () => watch.tapText('Start'))).toEqual([
      'session',
      'apply-preferences',
      'session',
    ]);
    expect(watch.texts()).toContain('Ready');
  });

  it('a mode that may mute cues is asked about between Start and the session', async () => {
    const watch = await launchedWatch();
    await watch.perform({ verb: 'mode', mode: 'DND', on: true });
    expect(await openedBy(watch, () => watch.tapText('Start'))).toEqual(['question']);
    expect(await openedBy(watch, () => watch.tapText('Start anyway'))).toEqual(['session']);
  });

  it.each([
    ['DND', 'Do not disturb is on'],
    ['sleep', 'Sleep mode is on'],
    ['theater', 'Theater mode is on'],
    ['ultraPowerSaving', 'Power saving is on'],
  ])('the question about the mode "%s" names it, and its Back leads home', async (mode, title) => {
    const watch = await launchedWatch();
    await watch.perform({ verb: 'mode', mode, on: true });
    await taps(watch, 'Start');
    expect(watch.texts()).toContain(title);
    expect(await openedBy(watch, () => watch.tapText('Back'))).toEqual(['home']);
  });

  it('the card about new cues comes once between Start and the session', async () => {
    const files = new Map(usedWatch());
    const { report } = createRecordingReport();
    const store = createTextStore(createMemoryFiles(files), report);
    savePreferences(store, { ...loadPreferences(store, report), cardSeen: false });
    const watch = await launchedWatch({ files });
    expect(await openedBy(watch, () => watch.tapText('Start'))).toEqual(['welcome']);
    expect(await openedBy(watch, () => watch.tapText('Got it'))).toEqual(['session']);
    await untilSummary(watch);
    await taps(watch, 'Close');
    expect(await openedBy(watch, () => watch.tapText('Start'))).toEqual(['session']);
  });

  it('a new wearer goes through the welcome, the feel test and the question about the helper, with one load for each step', async () => {
    const watch = wornWatch({ files: new Map() });
    expect(await openedBy(watch, () => watch.launch())).toEqual(['home', 'welcome']);
    const loads: (readonly string[])[] = [];
    for (const text of FIRST_RUN.slice(0, -1)) loads.push(await openedBy(watch, () => watch.tapText(text)));
    const welcomes = (count: number): readonly string[] => Array(count).fill('welcome');
    expect(loads.flat()).toEqual([...welcomes(7), 'feel-test', ...welcomes(2)]);
    expect(await openedBy(watch, () => watch.tapText('Got it'))).toEqual([
      'apply-preferences',
      'home',
      'question',
    ]);
    expect(await openedBy(watch, () => watch.tapText('Not now'))).toEqual(['home']);
  });
});

const { pages } = (
  jsonOf('app.json') as { targets: { default: { module: { page: { pages: readonly string[] } } } } }
).targets.default.module.page;
/** The parameters of those pages that need some. */
const ROUTES: Readonly<Record<string, object>> = {
  [pathOf('rating')]: { asks: 'before' },
  [pathOf('advice')]: { about: 'active' },
  [pathOf('question')]: { asks: 'morning' },
  [pathOf('welcome')]: { step: 'safety' },
};
/** These pages have nothing to show here, because no session is stored and no preference waits. */
const GIVES_WAY = ['session', 'apply-preferences', 'summary', 'past-session'].map(pathOf);

/** The page that `page` asks for while it is built on a used watch, or in its first turn; empty if it stays. */
async function replacement(page: string, params: string): Promise<string> {
  const machine = await createMachine(packedFor(findDevice('Balance 2')), usedWatch());
  machine.startApp();
  machine.openPage(page, params);
  // One turn to go on, and one to change the page.
  machine.call('advance', 2);
  return machine.takeRoute().page;
}

describe('as it is built', () => {
  it.each(pages.filter((page) => !GIVES_WAY.includes(page)))(
    '%s gives way to no other page',
    async (page) => {
      expect(await replacement(page, JSON.stringify(ROUTES[page] ?? {}))).toBe('');
    },
  );

  it.each(GIVES_WAY)('%s without anything to show leads home', async (page) => {
    expect(await replacement(page, '')).toBe(pathOf('home'));
  });

  it.each(Object.keys(ROUTES))('%s leads home without the parameters that it needs', async (page) => {
    for (const params of ['', 'fresh', '{}', '{"asks":"else","about":1,"step":null}']) {
      expect(await replacement(page, params)).toBe(pathOf('home'));
    }
  });
});
