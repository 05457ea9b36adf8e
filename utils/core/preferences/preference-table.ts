/**
 * Every preference of the wearer, one row each. The types, the defaults, the checks of stored and received values, the watch's
 * options, the lists on the phone's page and the table in `docs/preferences.md` are derived from it, in this order.
 */
import type { LeadIn, MotorForm, Strength } from '../cue/vocabulary.ts';
import { routineIds } from '../routine/built-in.ts';
import { isOwnId } from '../routine/own-id.ts';
import type { Kit, Side, Stage } from '../routine/routine.ts';
import type { WatchKey } from '../text/watch-en.ts';
import {
  countsPerSide,
  dailyHour,
  oneOf,
  onOrOff,
  type Preference,
  wholeNumber,
} from './preference-kinds.ts';

type ValuesOf<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends Preference<infer Value> ? Value : never;
};

export type Preferences = ValuesOf<ReturnType<typeof preferenceRows>>;
/** What a plan is made from, besides the routine. */
export type PlanPreferences = ValuesOf<ReturnType<typeof planRows>>;
export type PreferenceName = keyof Preferences;

/** What a new wearer's plan is made from, besides the routine. */
export const newWearer: PlanPreferences = {
  sides: ['left', 'right'],
  kit: 'ball',
  band: true,
  spots: { left: null, right: null },
  lingerS: null,
  beatS: null,
  placeS: 0,
  stage: 'sore',
  soreBack: false,
};

/** The defaults. */
export const firstPreferences: Preferences = {
  routine: 'hip-release',
  ...newWearer,
  strength: 'normal',
  motor: 'pattern',
  sound: false,
  leadIn: 'off',
  dimHolds: false,
  reminder: { on: false, hour: 18 },
  morningQuestion: false,
};

/** The stored names of preferences that have a different name in the code. They never change. */
export const STORED_NAMES: Partial<Record<PreferenceName, string>> = { kit: 'tool', stage: 'phase' };

/** The headings of the watch's options, each above the first preference of its group. */
export const OPTION_GROUPS: Partial<Record<PreferenceName, WatchKey>> = {
  routine: 'options.group.session',
  lingerS: 'options.group.times',
  strength: 'options.group.cues',
  reminder: 'options.group.reminders',
};

function planRows() {
  return {
    /** The sides in their order, one or both. */
    sides: oneOf<readonly Side[]>({
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
      label: ['options.kit', 'preferences.kit'],
      choices: [
        ['ball', 'setup.ball', 'kit.ball'],
        ['hook', 'setup.hook', 'kit.hook'],
      ],
    }),
    /** A mini band is at hand; without one the march is left out. */
    band: onOrOff({ label: ['options.band', 'preferences.band'] }),
    stage: oneOf<Stage>({
      label: ['options.stage', 'preferences.stage'],
      hasMeanings: true,
      choices: [
        ['sore', 'options.sore', 'stage.sore'],
        ['active', 'options.active', 'stage.active'],
        ['maintenance', 'options.maintenance', 'stage.maintenance'],
      ],
    }),
    /** At the stage `sore`, the back is done too, even if that exceeds the two spots of that stage, as with both sides. */
    soreBack: onOrOff({
      label: ['options.soreBack', 'preferences.soreBack'],
    }),
    /** Spots on each side; null: as many as the routine has at this stage. */
    spots: countsPerSide({
      most: 3,
      watchLabels: { left: 'options.spotsLeft', right: 'options.spotsRight' },
      means: 'options.spots.means',
      meansWhileSore: 'options.spots.sore',
      phoneLabel: 'preferences.spots',
    }),
    /** How long to hold after the minimum, s; null: as long as the routine says; `until-say`: until the wearer says so, up to the routine's limit. */
    lingerS: wholeNumber<'until-say' | null>({
      label: ['options.lingerS', 'preferences.linger'],
      least: 10,
      most: 120,
      choices: [
        [null, 'options.none', 'preferences.usual'],
        ['until-say', 'options.until-say', 'preferences.until-say'],
      ],
      watchSteps: [null, 10, 15, 30, 60, 120, 'until-say'],
      phoneSteps: [null, 10, 15, 20, 30, 45, 60, 90, 120, 'until-say'],
      usualS: ({ linger }) => linger.usualS,
    }),
    /** Added to every time to get into place, s. */
    placeS: wholeNumber<never>({
      label: ['options.placeS', 'preferences.place'],
      least: -10,
      most: 60,
      watchSteps: [0, 10, 20, 30, 60, -10],
      phoneSteps: [-10, -5, 0, 5, 10, 20, 30, 45, 60],
      isAdded: true,
    }),
    /** One lift of the march, s; null: as long as the routine says. */
    beatS: wholeNumber<null>({
      label: ['options.beatS', 'preferences.beat'],
      least: 2,
      most: 8,
      choices: [[null, 'options.none', 'preferences.usual']],
      watchSteps: [null, 2, 3, 4, 5, 6, 8],
      phoneSteps: [null, 2, 3, 4, 5, 6, 7, 8],
      usualS: ({ steps }) =>
        steps.reduce<number | undefined>(
          (found, step) => (step.kind === 'march' ? step.beatS : found),
          undefined,
        ),
    }),
  };
}

/**
 * The rows. They are created on request, because most pages of the watch need only the defaults, and would take a tenth longer
 * to start with the rows.
 */
export function preferenceRows() {
  return {
    /** The id of the routine that the wearer has picked. The document, not this table, has the wearer's own routines. */
    routine: oneOf<string>({
      label: ['options.routine', 'preferences.routine'],
      mustBe: 'the id of a built-in routine or of one of your own',
      choices: routineIds.map((id) => [id, `routine.${id}`, `phone.routine.${id}`]),
      isAlso: (id) => typeof id === 'string' && isOwnId(id),
    }),
    ...planRows(),
    strength: oneOf<Strength>({
      label: ['options.strength', 'preferences.strength'],
      choices: [
        ['gentle', 'options.gentle', 'strength.gentle'],
        ['normal', 'options.normal', 'strength.normal'],
        ['strong', 'options.strong', 'strength.strong'],
      ],
    }),
    /** The form of the motor that the wearer feels; the feel test finds it. */
    motor: oneOf<MotorForm>({
      label: ['options.motor', 'preferences.motor'],
      choices: [
        ['pattern', 'options.pattern', 'motor.pattern'],
        ['scenes', 'options.scenes', 'motor.scenes'],
      ],
    }),
    /** The cues are heard too, if the watch has a buzzer. */
    sound: onOrOff({ label: ['options.sound', 'preferences.sound'] }),
    /** The last seconds before a hold or a march count down, and each may be felt too. */
    leadIn: oneOf<'off' | LeadIn>({
      label: ['options.leadIn', 'preferences.leadIn'],
      choices: [
        ['off', 'options.off', 'unit.off'],
        ['seen', 'options.seen', 'leadIn.seen'],
        ['felt', 'options.felt', 'leadIn.felt'],
      ],
    }),
    /** A hold in which nothing has happened for a while shows only its side, its number and its ring. */
    dimHolds: onOrOff({ label: ['options.dimHolds', 'preferences.dimHolds'] }),
    /** A notification on the first good day. */
    reminder: dailyHour({
      label: ['options.reminder', 'preferences.reminder'],
      watchHours: [7, 9, 12, 16, 18, 20],
    }),
    /** A notification asks how the next morning is. */
    morningQuestion: onOrOff({
      label: ['options.morningQuestion', 'preferences.morning'],
    }),
  };
}
