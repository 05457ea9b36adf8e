/** What a wearer meets outside a session, in the packed app, on a round and a square watch: first run, ratings, history, options. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../../tools/package/build.ts';
import { untilMorningMs } from '../../tools/pictures/walk-scenes.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { answerFeelTest } from '../support/wearer.ts';
import { placed } from '../support/widget-parts.ts';

/** The four safety pages. */
const SAFETY = ['Next', 'Next', 'Next', 'I understand'];

let zab: Uint8Array;

beforeAll(async () => {
  zab = new Uint8Array(await readFile((await ensureBuilt({ isQuiet: true })).simulatorZab));
}, 300_000);

async function launched(name: string, files?: ReadonlyMap<string, Uint8Array>): Promise<Watch> {
  const device = findDevice(name);
  const watch = createWatch({ app: openZab(zab, device), device }, files === undefined ? {} : { files });
  await watch.launch();
  await watch.advance(1_000);
  return watch;
}

async function taps(watch: Watch, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await watch.tapText(text);
    await watch.advance(1_000);
  }
}

async function toEnd(watch: Watch): Promise<void> {
  await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '20m');
  await watch.advance(1_000);
}

/** How many pulses the card about the cues draws before these words. */
function drawnPulses(watch: Watch, words: string): number {
  const all = placed(watch.sim.watch.widgets);
  const row = all.find(({ node }) => node.props.text === words)?.rect;
  if (row === undefined) throw new Error(`The card does not say "${words}".`);
  return all.filter(
    ({ node, rect }) =>
      node.kind === 'FILL_RECT' && rect.x < row.x && rect.y >= row.y && rect.y + rect.h <= row.y + row.h,
  ).length;
}

async function toSummary(watch: Watch): Promise<void> {
  await watch.tapText('Start');
  await toEnd(watch);
  while (watch.texts().includes('Skip')) await taps(watch, 'Skip');
}

describe.each(['Balance 2', 'Bip 6'])('on %s', (name) => {
  it('the first run asks for hip and kit, shows the spot, tests the cues and ends with a card, and home has the answers', async () => {
    const watch = await launched(name);
    await taps(watch, ...SAFETY, 'Right', 'Hook and ball', 'No', 'Next');
    expect(watch.texts()).toContain('Set up the hook');
    await taps(watch, 'Next', 'Next');
    expect(await answerFeelTest(watch)).toEqual([]);
    await watch.advance(1_000);
    expect(drawnPulses(watch, 'easing? Then press.')).toBe(2);
    await taps(watch, 'Got it', 'Got it', 'Not now');
    expect(watch.sim.watch.page).toBe('page/home/index.page');
    expect(watch.texts()).toEqual(expect.arrayContaining(['Right hip', '2 spots · 4 min']));
    expect(watch.sim.breaches).toEqual([]);
  });

  it('the feel test says what to do about a missed cue, and a stronger cue is longer', async () => {
    const watch = await launched(name, usedWatch());
    await taps(watch, 'More', 'Feel test', 'Start');
    const longestMs = async (): Promise<number> => {
      const before = watch.sim.pulses.length;
      for (let cue = 0; cue < 7 && !watch.texts().some((text) => text.startsWith('Felt 0 of')); cue++) {
        await watch.until(() => watch.texts().includes('Stay'), '60s');
        await watch.advance(5_000);
        await taps(watch, 'Stay', 'Missed some');
      }
      // The end of a session is the same at every strength.
      const pulsesMs = watch.sim.pulses.slice(before).map(({ onMs, offMs }) => offMs - onMs);
      return Math.max(...pulsesMs.filter((pulseMs) => pulseMs < 2_000));
    };
    expect(await longestMs()).toBe(800);
    expect(watch.texts()).toContain('You felt 0 of 7');
    await watch.tapText('Stronger cues');
    await watch.advance(100);
    expect(await longestMs()).toBe(1_000);
    expect(watch.texts()).toContain('Try the other wrist');
  });

  it('pain now is answered in the menu, and is in the record', async () => {
    const watch = await launched(name, usedWatch());
    await taps(watch, 'More', 'Pain now: ?');
    for (let tap = 0; tap < 5; tap++) await watch.tapText('+');
    await taps(watch, 'Save');
    expect(watch.texts()).toContain('Pain now: 4');
    await taps(watch, 'Back');
    await toSummary(watch);
    await taps(watch, 'Close', 'More');
    // The answer was only about that session.
    expect(watch.texts()).toContain('Pain now: ?');
  });

  it('ratings after a session take one touch, are kept, and are in the history', async () => {
    const watch = await launched(name, usedWatch());
    await toSummary(watch);
    await taps(watch, 'Pain after: ?');
    await watch.perform({ verb: 'crown', degrees: -30 });
    await watch.perform({ verb: 'crown', degrees: -30 });
    await watch.perform({ verb: 'crown', degrees: -30 });
    await taps(watch, 'Save');
    expect(watch.texts()).toContain('Pain after: 2');
    await taps(watch, 'First contact, left: ?', 'Skip');
    expect(watch.texts()).toContain('First contact, left: ?');
    await taps(watch, 'Close', 'More', 'History');
    const [line] = watch.texts().filter((text) => text.startsWith('Today, '));
    await taps(watch, line ?? 'no session in the history');
    expect(watch.texts()).toContain('Pain after: 2');
  });

  it('the answer of the next morning is shown with the holds of the session', async () => {
    const watch = await launched(name, usedWatch());
    await toSummary(watch);
    await watch.kill('page');
    await watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch), announced: true });
    await watch.launch();
    await watch.advance(1_000);
    await taps(watch, 'Better', 'More', 'History');
    const [line] = watch.texts().filter((text) => text.startsWith('Yesterday, '));
    await taps(watch, line ?? 'no session in the history');
    expect(watch.texts().join('\n')).toContain('Next morning: Better');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('a wearer who has not allowed the helper reads where to do so, and finds the question there', async () => {
    const watch = await launched(name, usedWatch());
    await toSummary(watch);
    expect(watch.texts().join('\n')).toContain('No helper: see More');
    await taps(watch, 'Close', 'More', 'Helper', 'Use the helper');
    await watch.permission('allow');
    await watch.advance(1_000);
    await taps(watch, 'Not now', 'Back');
    await toSummary(watch);
    expect(watch.texts().join('\n')).not.toContain('No helper: see More');
  });

  it('home shows an option as soon as it was tapped', async () => {
    const watch = await launched(name, usedWatch());
    await taps(watch, 'More', 'Options', 'Left, then right', 'Right, then left');
    expect(watch.texts()).toContain('Left only');
    await taps(watch, 'Done');
    expect(watch.sim.watch.page).toBe('page/menu/index.page');
    await taps(watch, 'Back');
    expect(watch.texts()).toContain('Left hip');
  });

  it('the first session says beside each cue what was felt, the second does not', async () => {
    const watch = await launched(name);
    await taps(watch, ...SAFETY, 'Skip', 'Skip', 'Skip', 'Next', 'Not now');
    expect(['begin', 'easing?', 'minimum'].map((words) => drawnPulses(watch, words))).toEqual([1, 2, 3]);
    expect(['next spot', 'other side', 'new position'].map((words) => drawnPulses(watch, words))).toEqual([
      1, 2, 3,
    ]);
    await taps(watch, 'Got it', 'Got it', 'Not now', 'Start');
    // The number of pulses in the words is the number that the motor runs.
    for (const [felt, pulses, meaning] of [
      ['1 short', 1, 'Begin'],
      ['2 short', 2, 'Easing?'],
      ['3 short', 3, '60 s done'],
      ['2 long', 2, 'Other side'],
      ['3 long', 3, 'LEFT knee first · 60 s'],
    ] as const) {
      await watch.until(() => watch.texts().includes(felt), '5m');
      expect(watch.texts()).toContain(meaning);
      const { uptimeMs } = watch.sim;
      await watch.advance(4_500);
      expect(watch.sim.pulses.filter(({ onMs }) => onMs >= uptimeMs - 250)).toHaveLength(pulses);
    }
    await toEnd(watch);
    await taps(watch, 'Skip', 'Skip', 'Skip', 'Close', 'Not now', 'Start');
    await watch.advance(60_000);
    expect(watch.texts()).toContain('Easing?');
    expect(watch.texts()).not.toContain('2 short');
  });
});

it('a history without sessions says so', async () => {
  const watch = await launched('Balance 2', usedWatch());
  await taps(watch, 'More', 'History');
  expect(watch.texts()).toEqual(['History', 'No session yet', 'Back']);
});

it('the history lists the newest session first, and opens the one that is tapped', async () => {
  const watch = await launched('Balance 2', usedWatch());
  await toSummary(watch);
  await taps(watch, 'Close', 'Start');
  await watch.advance(100_000);
  await watch.perform({ verb: 'long-press', x: 240, y: 240 });
  await watch.advance(1_000);
  await taps(watch, 'End', 'End session');
  await toEnd(watch);
  while (watch.texts().includes('Skip')) await taps(watch, 'Skip');
  await taps(watch, 'Close', 'More', 'History');
  const [newest, older] = watch.texts().filter((text) => text.startsWith('Today, '));
  await taps(watch, older ?? 'no second session');
  expect(watch.texts()).toContain('Done');
  await taps(watch, 'Close', newest ?? 'no session');
  expect(watch.texts()).toContain('Stopped early');
});

it('a question about pain that is skipped stays open', async () => {
  const watch = await launched('Balance 2', usedWatch());
  await taps(watch, 'More', 'Pain now: ?', 'Skip');
  expect(watch.texts()).toContain('Pain now: ?');
});

it.each([
  ['+', '10'],
  ['−', '0'],
])('however often "%s" is tapped, pain stops at %s', async (button, last) => {
  const watch = await launched('Balance 2', usedWatch());
  await taps(watch, 'More', 'Pain now: ?');
  for (let tap = 0; tap < 13; tap++) await watch.tapText(button);
  expect(watch.texts()).toContain(last);
});

it('the safety pages can be read again from More, and lead back there', async () => {
  const watch = await launched('Balance 2', usedWatch());
  await taps(watch, 'More', 'Safety');
  expect(watch.texts()).toContain('Before you start');
  await taps(watch, ...SAFETY);
  expect(watch.sim.watch.page).toBe('page/menu/index.page');
});

it.each([
  ['the history', ['History', 'Back']],
  ['help', ['Help', 'Next', 'Next', 'Next', 'Next', 'Done']],
  ['the feel test', ['Feel test', 'Not now']],
  ['the question about the helper', ['Helper', 'Not now']],
  ['the options', ['Options', 'Done']],
])('%s leads back to the menu from which it was opened', async (_page, tapped) => {
  const watch = await launched('Balance 2', usedWatch());
  await taps(watch, 'More', ...tapped);
  expect(watch.sim.watch.page).toBe('page/menu/index.page');
});

it('the question about the helper leads back to the options from which it was opened', async () => {
  const watch = await launched('Balance 2', usedWatch());
  await taps(watch, 'More', 'Options', 'Helper', 'Not now');
  expect(watch.sim.watch.page).toBe('page/options/index.page');
  expect(watch.texts()).toContain('A dark screen ends the cues');
});

it('after the minimum the sheet says "Move on", and it counts as let go', async () => {
  const watch = await launched('Balance 2', usedWatch());
  await watch.tapText('Start');
  await watch.advance(96_000);
  await watch.perform({ verb: 'long-press', x: 240, y: 240 });
  await watch.advance(1_000);
  expect(watch.texts()).not.toContain('Skip');
  await taps(watch, 'Move on');
  await toEnd(watch);
  await taps(watch, 'Skip', 'Skip', 'Skip');
  expect(watch.texts().join('\n')).toMatch(/Front left 1: let go, 6\d s/);
});

it('a watch without such services has no row for the helper', async () => {
  const watch = await launched('GTR 4', usedWatch({}, 'unasked'));
  await taps(watch, 'More');
  expect(watch.texts()).toContain('History');
  expect(watch.texts()).not.toContain('Helper');
});
