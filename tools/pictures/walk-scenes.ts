/**
 * The screens of the packed app in the order in which a wearer meets them. `npm run pictures -- screenshots` draws them, and
 * a test checks their layout on every screen in every language. Taps find their target by its text.
 */
import { hasServices } from 'zepp-watch-simulator/engine/devices';
import type { DeviceModel } from 'zepp-watch-simulator/engine/types';
import type { Headless } from 'zepp-watch-simulator/headless/headless';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';

export interface Walk {
  readonly watch: Headless;
  /** The text of a key in the language of the watch. */
  readonly text: (key: WatchKey) => string;
}

export interface WalkScene {
  readonly name: string;
  readonly newWearer?: boolean;
  /** The models that have the screen; all if it is left out. */
  readonly isOn?: (device: DeviceModel) => boolean;
  /** Brings a launched watch to this screen. */
  readonly reach: (walk: Walk) => Promise<void>;
}

async function started(walk: Walk, forMs: number): Promise<void> {
  const { watch, text } = walk;
  await watch.tapText(text('home.start'));
  await watch.advance(forMs);
}

async function longPress(walk: Walk): Promise<void> {
  const { watch } = walk;
  const { width, height } = watch.sim.device;
  await watch.perform({ verb: 'long-press', x: width / 2, y: height / 2 });
  await watch.advance(1_000);
}

/** Opens a page of the menu "More". */
async function more(walk: Walk, key: WatchKey): Promise<void> {
  const { watch, text } = walk;
  await watch.tapText(text('home.more'));
  await watch.advance(500);
  await watch.tapText(text(key));
  await watch.advance(1_000);
}

async function taps(walk: Walk, ...keys: readonly WatchKey[]): Promise<void> {
  const { watch, text } = walk;
  for (const key of keys) {
    await watch.tapText(text(key));
    await watch.advance(1_000);
  }
}

async function toSummary(walk: Walk): Promise<void> {
  const { watch } = walk;
  await started(walk, 0);
  await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '30m');
  await watch.advance(3_000);
}

const FIRST_RUN = [
  'safety.accept',
  'setup.left',
  'setup.hook',
  'setup.yes',
  'help.next',
  'help.next',
] as const;
const firstRun = (count: number) => (walk: Walk) => taps(walk, ...FIRST_RUN.slice(0, count));

export const WALK_SCENES: readonly WalkScene[] = [
  { name: '1-safety', newWearer: true, reach: async () => {} },
  { name: '1-which-hip', newWearer: true, reach: firstRun(1) },
  { name: '1-which-kit', newWearer: true, reach: firstRun(2) },
  { name: '1-which-band', newWearer: true, reach: firstRun(3) },
  { name: '1-find-the-spot', newWearer: true, reach: firstRun(4) },
  { name: '1-set-up-the-hook', newWearer: true, reach: firstRun(5) },
  { name: '1-feel', newWearer: true, reach: firstRun(6) },
  {
    name: '1-feel-answer',
    newWearer: true,
    reach: async (walk) => {
      const { watch } = walk;
      await firstRun(6)(walk);
      await taps(walk, 'feel.start');
      await watch.advance(4_000);
    },
  },
  {
    name: '1-feel-advice',
    newWearer: true,
    reach: async (walk) => {
      const { watch, text } = walk;
      await firstRun(6)(walk);
      await taps(walk, 'feel.start');
      // Three moves, and one cue that only the hook has.
      for (let cue = 0; cue < 8; cue++) {
        await watch.advance(8_000);
        await watch.tapText(text('feel.missed'));
      }
    },
  },
  {
    name: '1-one-card',
    newWearer: true,
    reach: async (walk) => {
      await firstRun(6)(walk);
      await taps(walk, 'feel.later');
    },
  },
  {
    name: '1-helper',
    newWearer: true,
    isOn: hasServices,
    reach: async (walk) => {
      await firstRun(6)(walk);
      await taps(walk, 'feel.later', 'card.go');
    },
  },
  { name: '2-home', reach: async () => {} },
  { name: '2-more', reach: (walk) => taps(walk, 'home.more') },
  { name: '2-options', reach: (walk) => more(walk, 'more.options') },
  {
    name: '2-pain-now',
    reach: async (walk) => {
      const { watch } = walk;
      await watch.tapText(walk.text('home.pain').replace('{0}', '–'));
      await watch.advance(500);
      for (let tap = 0; tap < 4; tap++) await watch.tapText('+');
    },
  },
  ...(['help.find', 'help.pose', 'help.back', 'help.band'] as const).map(
    (title, at): WalkScene => ({
      name: `2-help-${at + 1}`,
      reach: async (walk) => {
        const { watch, text } = walk;
        await more(walk, 'more.help');
        for (let page = 0; page < at; page++) await taps(walk, 'help.next');
        if (!watch.texts().includes(text(title))) throw new Error(`no help page "${title}"`);
      },
    }),
  ),
  {
    name: '2-mode',
    reach: async (walk) => {
      const { watch, text } = walk;
      await watch.perform({ verb: 'mode', mode: 'DND', on: true });
      await watch.tapText(text('home.start'));
      await watch.advance(1_000);
    },
  },
  { name: '3-position', reach: (walk) => started(walk, 8_000) },
  {
    name: '3-position-undo',
    reach: async (walk) => {
      const { watch } = walk;
      await started(walk, 60_000);
      await watch.key('select', 'double');
      await watch.advance(2_000);
    },
  },
  { name: '4-hold', reach: (walk) => started(walk, 48_000) },
  { name: '4-cue', reach: (walk) => started(walk, 60_500) },
  {
    name: '4-hold-coach',
    newWearer: true,
    reach: async (walk) => {
      await firstRun(6)(walk);
      await taps(walk, 'feel.later', 'card.go');
      // A watch without services does not ask.
      if (walk.watch.texts().includes(walk.text('helper.refuse'))) await taps(walk, 'helper.refuse');
      await started(walk, 64_000);
    },
  },
  { name: '5-linger', reach: (walk) => started(walk, 95_000) },
  { name: '6-march', reach: (walk) => started(walk, 8 * 60_000 + 2_000) },
  {
    name: '7-sheet',
    reach: async (walk) => {
      await started(walk, 48_000);
      await longPress(walk);
    },
  },
  {
    name: '8-question',
    reach: async (walk) => {
      const { watch } = walk;
      await started(walk, 48_000);
      await watch.kill('service');
      await watch.kill('page');
      await watch.advance(120_000);
      await watch.launch();
      await watch.advance(1_000);
    },
  },
  { name: '9-summary', reach: toSummary },
  {
    name: '9-history',
    reach: async (walk) => {
      await toSummary(walk);
      await taps(walk, 'summary.close');
      await more(walk, 'more.history');
    },
  },
  {
    name: '9-morning',
    reach: async (walk) => {
      const { watch } = walk;
      await toSummary(walk);
      await nextMorning(watch);
    },
  },
  {
    name: '9-advice',
    reach: async (walk) => {
      const { watch, text } = walk;
      // Three calm mornings.
      for (let session = 0; session < 3; session++) {
        await started(walk, 60_000);
        await longPress(walk);
        await taps(walk, 'action.stopped', 'summary.close');
        await nextMorning(watch);
        await taps(walk, 'rate.same');
      }
      if (!watch.texts().includes(text('advice.accept'))) throw new Error('no advice');
    },
  },
  {
    name: '9-glance',
    isOn: ({ secondaryWidget }) => secondaryWidget,
    reach: async (walk) => {
      const { watch } = walk;
      await toSummary(walk);
      await watch.kill('page');
      await watch.perform({ verb: 'widget-focus', on: true });
      await watch.advance(1_000);
    },
  },
];

/** Closes the app and opens it the next morning. */
async function nextMorning(watch: Headless): Promise<void> {
  await watch.kill('page');
  await watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch), announced: true });
  await watch.launch();
  await watch.advance(1_000);
}

/** Time until eight o'clock tomorrow by the clock of the watch, ms. */
export function untilMorningMs(watch: Headless): number {
  const { epochMs, zoneOffsetMin } = watch.sim;
  const dayMs = 24 * 3_600_000;
  const sinceMidnightMs = (epochMs + zoneOffsetMin * 60_000) % dayMs;
  return dayMs - sinceMidnightMs + 8 * 3_600_000;
}
