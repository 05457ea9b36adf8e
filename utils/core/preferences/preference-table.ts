/**
 * Every preference of the wearer, one row each. The types, what a new wearer has, the checks of whatever is stored or
 * received, the watch's options, the lists of the phone's page and the table in `docs/preferences.md` follow from it, in this
 * order. A row's stored name never changes.
 */
import type { Strength } from '../cue/vocabulary.ts';
import { routineIds } from '../routine/built-in.ts';
import type { Kit, Side, Stage } from '../routine/routine.ts';
import { countsPerSide, dailyHour, oneOf, onOrOff, wholeNumber } from './preference-kinds.ts';

/** What a plan is made from, beside the routine. */
export const planPreferenceTable = {
  /** The sides in their order, one or both. */
  sides: oneOf<readonly Side[]>({
    storedName: 'sides',
    first: ['left', 'right'],
    label: ['options.sides', 'preferences.sides'],
    mustBe: 'a list of "left", "right" or both, each once',
    choices: [
      [['left', 'right'], 'options.left-right', 'sides.left-right'],
      [['right', 'left'], 'options.right-left', 'sides.right-left'],
      [['left'], 'options.left', 'sides.left'],
      [['right'], 'options.right', 'sides.right'],
    ],
  }),
  kit: oneOf<Kit>({
    storedName: 'tool',
    first: 'ball',
    label: ['options.kit', 'preferences.kit'],
    choices: [
      ['ball', 'setup.ball', 'kit.ball'],
      ['hook', 'setup.hook', 'kit.hook'],
    ],
  }),
  /** A mini band is at hand; without one the march is left out. */
  band: onOrOff({ storedName: 'band', first: true, label: ['options.band', 'preferences.band'] }),
  /** Spots on each side; null: as many as the routine has at this stage. */
  spots: countsPerSide({
    storedName: 'spots',
    first: { left: null, right: null },
    most: 3,
    watchLabels: { left: 'options.spotsLeft', right: 'options.spotsRight' },
    phoneLabel: 'preferences.spots',
  }),
  /** Held after the minimum, s; null: as long as the routine says; `until-say`: until the wearer says so, up to the ceiling. */
  lingerS: wholeNumber<'until-say' | null>({
    storedName: 'lingerS',
    first: null,
    label: ['options.lingerS', 'preferences.linger'],
    least: 10,
    most: 120,
    also: [
      [null, 'options.usual', 'preferences.usual'],
      ['until-say', 'options.until-say', 'preferences.until-say'],
    ],
    watchSteps: [null, 10, 30, 60, 120, 'until-say'],
    phoneSteps: [null, 10, 15, 20, 30, 45, 60, 90, 120, 'until-say'],
    usualS: ({ linger }) => linger.usualS,
  }),
  /** One lift of the march, s; null: as long as the routine says. */
  beatS: wholeNumber<null>({
    storedName: 'beatS',
    first: null,
    label: ['options.beatS', 'preferences.beat'],
    least: 2,
    most: 8,
    also: [[null, 'options.usual', 'preferences.usual']],
    watchSteps: [null, 2, 3, 4, 5, 6, 8],
    phoneSteps: [null, 2, 3, 4, 5, 6, 7, 8],
  }),
  /** Added to every time to get into place, s. */
  placeS: wholeNumber<never>({
    storedName: 'placeS',
    first: 0,
    label: ['options.placeS', 'preferences.place'],
    least: -10,
    most: 60,
    watchSteps: [0, 10, 20, 30, 60, -10],
    phoneSteps: [-10, -5, 0, 5, 10, 20, 30, 45, 60],
    isAdded: true,
  }),
  stage: oneOf<Stage>({
    storedName: 'phase',
    first: 'sore',
    label: ['options.stage', 'preferences.stage'],
    choices: [
      ['sore', 'options.sore', 'stage.sore'],
      ['active', 'options.active', 'stage.active'],
      ['maintenance', 'options.maintenance', 'stage.maintenance'],
    ],
  }),
};

export const preferenceTable = {
  /** The id of the routine that the wearer has picked. */
  routine: oneOf<string>({
    storedName: 'routine',
    first: 'hip-release',
    label: ['options.routine', 'preferences.routine'],
    mustBe: 'the id of a built-in routine',
    choices: routineIds.map((id) => [id, `routine.${id}`, `phone.routine.${id}`]),
  }),
  ...planPreferenceTable,
  strength: oneOf<Strength>({
    storedName: 'strength',
    first: 'normal',
    label: ['options.strength', 'preferences.strength'],
    choices: [
      ['gentle', 'options.gentle', 'strength.gentle'],
      ['normal', 'options.normal', 'strength.normal'],
      ['strong', 'options.strong', 'strength.strong'],
    ],
  }),
  /** A notification on the first good day. */
  reminder: dailyHour({
    storedName: 'reminder',
    first: { on: false, hour: 18 },
    label: ['options.reminder', 'preferences.reminder'],
    watchHours: [7, 9, 12, 16, 18, 20],
  }),
  /** A notification asks how the next morning is. */
  morningQuestion: onOrOff({
    storedName: 'morningQuestion',
    first: false,
    label: ['options.morningQuestion', 'preferences.morning'],
  }),
};
