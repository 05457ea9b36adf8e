/**
 * Paths through the packed app on which the layout lint checks every screen, in addition to the pictured ones: whole sessions of every
 * kind, what can cover each phase, what each touch leads to, and what the app says when something fails.
 */
import {
  CARD,
  follow,
  launch,
  longPress,
  NEW,
  nextMorning,
  scene,
  times,
  toSummary,
  verb,
  type WalkScene,
  type WalkStep,
} from '../../tools/pictures/walk-scenes.ts';
import type { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { longNames, longSafety, wallSit } from './definitions.ts';

/** What the wearer has chosen. */
type Worn = NonNullable<Parameters<typeof usedWatch>[0]>;

export interface LayoutScene extends WalkScene {
  readonly preferences?: Worn;
  /** Codes of routines that the wearer has been sent. */
  readonly codes?: readonly string[];
}

/** Taps the text if it is shown, since some models ask less than others. */
const ifShown =
  (key: WatchKey): WalkStep =>
  (walk) =>
    follow(walk, walk.watch.texts().includes(walk.text(key)) ? [key] : []);

/** Taps every button of a list this many times; the values of a row repeat in a cycle. */
const tapAll =
  (count: number, but: readonly WatchKey[]): WalkStep =>
  async ({ watch, text }) => {
    // The row of the helper leads to its question.
    const left = [...but.map((key) => text(key)), text('options.helper').replace('{0}', '')];
    const labels = (): readonly string[] => watch.texts();
    const page = watch.sim.watch.page;
    for (let row = 1; row < labels().length; row++) {
      for (let tap = 0; tap < count; tap++) {
        const label = labels()[row] ?? '';
        // A row shows its name, its value and what the value means.
        const [name = '', value = ''] = labels().slice(Math.max(0, row - 2), row);
        if ([name, value, label].some((shown) => left.some((word) => shown.startsWith(word.trim())))) break;
        // A text that appears more than once, such as "On", may belong to the helper's row.
        if (labels().filter((shown) => shown === label).length > 1) break;
        await watch.tapText(label);
        await watch.advance(200);
        if (watch.sim.watch.page !== page) throw new Error(`"${label}" left the page`);
      }
    }
  };

/** Opens each thing that may cover the session at a time after Start, and returns to the session. */
const over = (name: string, atMs: number, skips: WatchKey, more: Partial<LayoutScene> = {}): LayoutScene => ({
  ...scene(`over ${name}`, [
    'home.start',
    atMs,
    ...[...longPress, 'action.back', ...longPress, 'action.end', 'action.back'],
    ...[...longPress, 'action.paused', 'action.stopped', 'action.back', ...longPress, 'action.resumed'],
    6_000,
    ...longPress,
    skips,
    6_000,
  ] as readonly WalkStep[]),
  ...more,
});

const died: readonly WalkStep[] = [
  verb({ verb: 'kill', what: 'service' }),
  verb({ verb: 'kill', what: 'page' }),
  120_000,
  launch,
  1_000,
  'action.resumed',
  6_000,
];

const whole = (name: string, preferences: Worn): LayoutScene => ({
  ...scene(name, toSummary),
  preferences,
});

/** Shows the effect of an answer in the menu, for 7 s. */
const answered = (name: string, atMs: number, answers: readonly WatchKey[]): LayoutScene =>
  scene(name, [
    'home.start',
    atMs,
    ...answers.flatMap((answer) => [...longPress, answer, 7_000] as const),
    1_000,
  ]);

export const LAYOUT_SCENES: readonly LayoutScene[] = [
  whole('all steps, both sides', { soreBack: true }),
  whole('with the hook', { kit: 'hook', soreBack: true }),
  whole('the right side alone', { sides: ['right'], kit: 'hook' }),
  whole('the most spots', { stage: 'active', spots: { left: 3, right: 3 }, lingerS: 10 }),
  whole('maintenance, without a band', { stage: 'maintenance', band: false, lingerS: 120 }),
  whole('until the wearer says', { lingerS: 'until-say' }),
  whole('a countdown before each hold, and holds that dim', { leadIn: 'felt', dimHolds: true }),
  scene('the stretches', ['routine.hip-release', ...toSummary]),
  ...[longNames, longSafety, wallSit].map((definition) => ({
    ...scene(`the routine "${definition.name}"`, [
      ...(['home.start', ifShown('help.next'), ifShown('safety.accept')] as const),
      ...toSummary.slice(1),
    ]),
    preferences: { routine: ownId(definition) },
    codes: [encodeRoutine(definition)],
  })),
  scene('a first session', [...CARD, 'card.go', 'card.go', ifShown('helper.refuse'), ...toSummary], NEW),
  over('getting into place', 7_000, 'action.skipped'),
  over('a hold', 47_000, 'action.skipped'),
  over('the linger', 96_000, 'action.skipped'),
  over('the march', 276_000, 'action.skipped'),
  over('a hold with the hook', 67_000, 'action.skipped', { preferences: { kit: 'hook' } }),
  answered('more time', 7_000, ['action.more-time', 'action.more-time']),
  answered('a new spot, and the side is left', 65_000, ['action.not-easing']),
  answered('staying', 94_000, ['action.stay', 'action.stay', 'action.stay', 'action.let-go']),
  scene('not easing to the cap', [
    'home.start',
    65_000,
    ...longPress,
    'action.not-easing',
    65_000,
    ...longPress,
    'action.not-easing',
    65_000,
  ]),
  scene('taken back', [
    'home.start',
    65_000,
    ...longPress,
    'action.not-easing',
    1_000,
    'action.undone',
    9_000,
  ]),
  scene('a hold that went on without the watch', ['home.start', 47_000, ...died]),
  scene('a march that went on without the watch', ['home.start', 280_000, ...died]),
  scene('back after a moment', [
    ...(['home.start', 47_000] as const),
    verb({ verb: 'kill', what: 'page' }),
    launch,
    6_000,
  ]),
  scene('after a call', [
    ...(['home.start', 47_000] as const),
    verb({ verb: 'call', state: 'ring' }),
    20_000,
    verb({ verb: 'call', state: 'end' }),
    20_000,
  ]),
  scene('ended early', ['home.start', 70_000, ...longPress, 'action.end', 'action.stopped', 3_000]),
  scene('ended before the first hold', ['home.start', 7_000, ...longPress, 'action.end', 'action.stopped']),
  scene('storage that fails', [verb({ verb: 'storage', state: 'failing' }), 'home.more', 'more.options']),
  scene('the menu of home', [
    ...(['home.more', 'more.safety', ...times(3, ['help.next']), 'safety.accept'] as const),
    ...(['home.more', 'more.help', ...times(4, ['help.next']), 'help.done'] as const),
  ]),
  scene('the options, every value', ['home.more', 'more.options', tapAll(5, ['options.done'])]),
  scene('a watch of twelve hours', [
    verb({ verb: 'hours', format: 12 }),
    ...(['home.more', 'more.options'] as const),
  ]),
  scene('the next day', [...toSummary, ...nextMorning, 'rate.same', 1_000]),
];
