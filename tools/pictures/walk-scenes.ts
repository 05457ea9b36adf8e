/**
 * The screens of the packed app in the order in which a wearer meets them. `npm run pictures -- screenshots` draws them, and
 * a test checks their layout on every screen in every language. Taps find their target by its text.
 */

import type { DeviceModel, Verb, Watch } from 'zepp-watch-simulator';
import { hasServices } from 'zepp-watch-simulator/devices';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';

export interface Walk {
  readonly watch: Watch;
  /** The text of a key in the language of the watch. */
  readonly text: (key: WatchKey) => string;
}

/** A text that is tapped, after which a second passes; a time that passes, ms; or anything else that is done. */
export type WalkStep = WatchKey | number | ((walk: Walk) => Promise<unknown>);

export interface WalkScene {
  readonly name: string;
  readonly newWearer?: boolean;
  /** The models that have the screen; all if it is left out. */
  readonly isOn?: (device: DeviceModel) => boolean;
  /** Brings a launched watch to this screen. */
  readonly reach: (walk: Walk) => Promise<void>;
}

export function scene(
  name: string,
  steps: readonly WalkStep[],
  more: Omit<WalkScene, 'name' | 'reach'> = {},
): WalkScene {
  return { name, reach: (walk) => follow(walk, steps), ...more };
}

export async function follow(walk: Walk, steps: readonly WalkStep[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'function') await step(walk);
    else if (typeof step === 'number') await walk.watch.advance(step);
    else {
      await walk.watch.tapText(walk.text(step));
      await walk.watch.advance(1_000);
    }
  }
}

export const times = (count: number, steps: readonly WalkStep[]): readonly WalkStep[] =>
  Array.from({ length: count }, () => steps).flat();
export const verb =
  (given: Verb): WalkStep =>
  ({ watch }) =>
    watch.perform(given);
export const launch: WalkStep = ({ watch }) => watch.launch();
/** @throws Error where the text does not stand on the glass */
const expectText =
  (key: WatchKey): WalkStep =>
  async ({ watch, text }) => {
    if (!watch.texts().includes(text(key))) throw new Error(`"${text(key)}" is not shown`);
  };

export const longPress: readonly WalkStep[] = [
  ({ watch }) => {
    const { width, height } = watch.sim.device;
    return watch.perform({ verb: 'long-press', x: width / 2, y: height / 2 });
  },
  1_000,
];

const FIRST_RUN = [
  'help.next',
  'help.next',
  'help.next',
  'safety.accept',
  'setup.left',
  'setup.hook',
  'setup.yes',
  'help.next',
  'help.next',
  'help.next',
] as const;
export const CARD = [...FIRST_RUN, 'feel.later'] as const;
export const NEW = { newWearer: true };
/** Through the first run to home. */
const FIRST_HOME: readonly WalkStep[] = [
  ...CARD,
  'card.go',
  'card.go',
  // A watch without services does not ask.
  (walk) => follow(walk, walk.watch.texts().includes(walk.text('helper.refuse')) ? ['helper.refuse'] : []),
];

/** To the first question after a session. */
const toEnd: readonly WalkStep[] = [
  'home.start',
  ({ watch }) => watch.until((sim) => sim.watch.page === 'page/summary/index.page', '30m'),
  3_000,
];
/** Past the questions, however many sides were pressed, to the session in words. */
export const toSummary: readonly WalkStep[] = [
  ...toEnd,
  async (walk) => {
    while (walk.watch.texts().includes(walk.text('rate.skip'))) await follow(walk, ['rate.skip']);
  },
];

/** Closes the app and opens it the next morning. */
export const nextMorning: readonly WalkStep[] = [
  verb({ verb: 'kill', what: 'page' }),
  ({ watch }) => watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch), announced: true }),
  launch,
  1_000,
];

export const WALK_SCENES: readonly WalkScene[] = [
  ...(
    [
      ...(['safety', 'safety-stop', 'safety-ask', 'safety-ask-more'] as const),
      ...(['which-hip', 'which-kit', 'which-band'] as const),
      ...(['find-the-spot', 'set-up-the-hook', 'press-the-hook', 'feel'] as const),
    ] as const
  ).map((name, at) => scene(`1-${name}`, FIRST_RUN.slice(0, at), NEW)),
  scene('1-feel-taught', [...FIRST_RUN, 'feel.start', 4_000], NEW),
  scene('1-feel-answer', [...FIRST_RUN, 'feel.start', 34_000], NEW),
  scene('1-feel-advice', [...FIRST_RUN, 'feel.start', 34_000, 'feel.nothing', 5_000, 'feel.nothing'], NEW),
  scene('1-cue-card', CARD, NEW),
  scene('1-not-easing', [...CARD, 'card.go'], NEW),
  scene('1-helper', [...CARD, 'card.go', 'card.go'], { ...NEW, isOn: hasServices }),
  scene('2-home', []),
  scene('2-more', ['home.more']),
  scene('2-options', ['home.more', 'more.options']),
  scene('2-pain-now', [
    'home.more',
    ({ watch, text }) => watch.tapText(text('home.pain').replace('{0}', '?')),
    500,
    ...times(4, [({ watch }) => watch.tapText('+')]),
  ]),
  ...(['help.find', 'help.pose', 'help.back', 'help.band', 'help.march'] as const).map((title, at) =>
    scene(`2-help-${at + 1}`, ['home.more', 'more.help', ...times(at, ['help.next']), expectText(title)]),
  ),
  scene('2-mode', [verb({ verb: 'mode', mode: 'DND', on: true }), 'home.start']),
  scene('3-position', ['home.start', 7_000]),
  scene('3-position-undo', ['home.start', 59_000, ({ watch }) => watch.key('select', 'double'), 2_000]),
  scene('4-hold', ['home.start', 47_000]),
  scene('4-cue', ['home.start', 61_000]),
  scene('4-hold-no', ['home.start', 66_000]),
  scene('5-cue-minimum', ['home.start', 91_000]),
  scene('5-staying', ['home.start', 94_000, ...longPress, 'action.stay']),
  scene('5-cue-side', ['home.start', 106_000]),
  scene('6-cue-march', ['home.start', 206_000]),
  scene('6-position-march', ['home.start', 211_000]),
  scene(
    '4-hold-coach',
    [
      ...FIRST_HOME,
      'home.start',
      // The first session says what was felt.
      75_000,
    ],
    NEW,
  ),
  scene('5-linger', ['home.start', 96_000]),
  scene('6-march', ['home.start', 4 * 60_000 + 36_000]),
  scene('7-sheet', ['home.start', 47_000, ...longPress]),
  scene('7-end', ['home.start', 47_000, ...longPress, 'action.end']),
  scene('7-pause', ['home.start', 47_000, ...longPress, 'action.paused']),
  scene('8-question', [
    'home.start',
    47_000,
    verb({ verb: 'kill', what: 'service' }),
    verb({ verb: 'kill', what: 'page' }),
    120_000,
    launch,
    1_000,
  ]),
  scene('9-sore', toEnd),
  scene('9-sore-other-side', [...toEnd, ...times(4, [({ watch }) => watch.tapText('+')]), 'rate.save']),
  scene('9-pain-after', [...toEnd, 'rate.skip', 'rate.skip']),
  scene('9-summary', toSummary),
  scene('9-summary-rated', [...toEnd, ...times(3, [({ watch }) => watch.tapText('+'), 500, 'rate.save'])]),
  scene('9-summary-not-stored', [verb({ verb: 'storage', state: 'failing' }), ...toEnd, 'summary.retry']),
  scene('9-summary-nothing', ['home.start', 5_000, ...longPress, 'action.end', 'action.stopped', 2_000]),
  scene('9-reminder', [...FIRST_HOME, ...toEnd, 'rate.skip', 'rate.skip', 'summary.close'], NEW),
  scene('9-history', [...toSummary, 'summary.close', 'home.more', 'more.history']),
  scene('9-morning', [...toSummary, ...nextMorning]),
  // Three calm mornings.
  scene('9-advice', [
    ...times(3, [
      ...(['home.start', 70_000] as const),
      ...longPress,
      ...(['action.end', 'action.stopped', 'rate.skip', 'rate.skip', 'summary.close'] as const),
      ...nextMorning,
      'rate.same',
    ]),
    expectText('advice.accept'),
  ]),
  scene(
    '9-glance',
    [...toSummary, verb({ verb: 'kill', what: 'page' }), verb({ verb: 'widget-focus', on: true }), 1_000],
    { isOn: ({ secondaryWidget }) => secondaryWidget },
  ),
];

/** Time until eight o'clock tomorrow by the clock of the watch, ms. */
export function untilMorningMs(watch: Watch): number {
  const { epochMs, zoneOffsetMin } = watch.sim;
  const dayMs = 24 * 3_600_000;
  const sinceMidnightMs = (epochMs + zoneOffsetMin * 60_000) % dayMs;
  return dayMs - sinceMidnightMs + 8 * 3_600_000;
}
